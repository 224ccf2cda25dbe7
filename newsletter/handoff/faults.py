"""What verification finds in a package that is not what was signed."""

from dataclasses import dataclass

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.language import _, ngettext
from newsletter.rulebook import declare


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a file first differs: a byte with what it was and is, or a range of bytes; counted from 0."""

    first: int
    last: int
    was: int | None = None
    now: int | None = None
    size: int = 0
    sealed_size: int = 0


@declare("F110", "package_unreadable", Severity.ERROR)
def package_unreadable(name: str, why: str) -> Finding:
    """The package cannot be opened: it is no zip, is cut short, locked, or holds more than any package.

    Nothing of it can be trusted. A download that broke off is the usual reason; a zip of a few kilobytes
    that unpacks to gigabytes is an attack. Have it sent again.
    """
    message = _("The package “{name}” cannot be opened: {why}.").format(name=name, why=why)
    return Finding(None, message, _("Have the package sent again."))


@declare("F111", "package_entry_unsafe", Severity.ERROR)
def package_entry_unsafe(entry: str, why: str) -> Finding:
    """The package holds an entry that no package has: a path that leads out of it, a link, a name twice.

    Unpacked, it could overwrite other files of the shop, or show another file than the one that was
    checked. Example: `../../autorun.inf`. Do not unpack it; have the package sent again.
    """
    message = _("The entry “{entry}” is unsafe: {why}.").format(entry=entry, why=why)
    return Finding(None, message, _("Do not unpack it; have the package sent again."))


@declare("F112", "package_manifest_broken", Severity.ERROR)
def package_manifest_broken(name: str) -> Finding:
    """The package has no manifest, or one that cannot be read.

    Without it nobody can say what belongs to the package and whether it is as it was signed. Have the
    package sent again.
    """
    message = _("The package has no manifest that can be read ({name}).").format(name=name)
    return Finding(Span(name), message, _("Have the package sent again."))


@declare("F113", "package_file_altered", Severity.ERROR)
def package_file_altered(name: str, where: Difference) -> Finding:
    """A file of the package is not what was signed.

    Every file has a hash in the manifest, and every 4096 bytes of it another one, by which the change
    can be placed to that many bytes; to the byte where folder and zip lie side by side and one of them
    is right. Example: a press file that somebody has opened and saved. Have the package sent again.
    """
    message = _("“{name}” is not what was signed: {place}.").format(name=name, place=_place(where))
    return Finding(Span(name), message, _("Have the package sent again."))


def _place(where: Difference) -> str:
    """Return where a file differs, for people."""
    if where.size != where.sealed_size:
        size = _("it has {now} bytes, not {was}; ").format(now=where.size, was=where.sealed_size)
    else:
        size = ""
    if where.was is not None or where.now is not None:
        bytes_said = _("byte {at} is {now}, not {was} (counted from 0)")
        return size + bytes_said.format(at=where.first, now=_byte(where.now), was=_byte(where.was))
    said = _("the first change lies in the bytes {first} to {last} (counted from 0)")
    return size + said.format(first=where.first, last=where.last)


def _byte(value: int | None) -> str:
    return f"0x{value:02X}" if value is not None else _("missing")


@declare("F114", "package_file_missing", Severity.ERROR)
def package_file_missing(name: str) -> Finding:
    """A file of the package is not there.

    Example: a folder from which only the press file was copied. Have the whole package sent again.
    """
    message = _("“{name}” is missing from the package.").format(name=name)
    return Finding(Span(name), message, _("Have the package sent again."))


@declare("F115", "package_file_unknown", Severity.WARNING)
def package_file_unknown(names: list[str]) -> Finding:
    """The package holds files that were not put there.

    They may be harmless, as what file managers leave behind, or a second press file that somebody prints
    by mistake. Take them out.
    """
    message = ngettext(
        "{count} file does not belong to the package: {names}.",
        "{count} files do not belong to the package: {names}.",
        len(names),
    ).format(count=len(names), names=_(", ").join(f"“{name}”" for name in names[:8]))
    return Finding(None, message, _("Take them out of the package."))


@declare("F116", "package_seal_broken", Severity.ERROR)
def package_seal_broken(name: str, where: str) -> Finding:
    """The manifest is not the one that the package's name or its press sheet names.

    The manifest seals the files; its own hash begins in the package's name and is printed in full on the
    press sheet that was signed. Where they disagree somebody has made a new manifest for other files.
    Print nothing; compare the code with the signed sheet on paper.
    """
    message = _("The manifest is not the one that {where} names (“{name}”).").format(where=where, name=name)
    return Finding(Span(name), message, _("Compare the code with the signed press sheet on paper."))


@declare("F117", "package_not_examined", Severity.WARNING)
def package_not_examined(name: str, why: str) -> Finding:
    """The press file of a package could not be held against its printing condition.

    The seals are examined all the same. Example: a package made by a newer version of the tool. Update
    the tool, or examine the file by `newsletter preflight`.
    """
    message = _("“{name}” could not be examined: {why}.").format(name=name, why=why)
    return Finding(Span(name), message, _("Update newsletter, or examine the file by itself."))


@declare("F118", "package_renamed", Severity.NOTE)
def package_renamed(name: str) -> Finding:
    """The package has another name than it was given, so its name vouches for nothing.

    The name ends in the first digits of the code that is printed on the press sheet. Example: a folder
    renamed to `press`. Compare the whole code with the signed sheet of paper.
    """
    message = _("The package's name “{name}” does not end in its code.").format(name=name)
    return Finding(None, message, _("Compare the code with the signed press sheet on paper."))
