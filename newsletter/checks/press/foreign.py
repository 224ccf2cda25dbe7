"""Rules about what does not belong into a file for print, or cannot be read."""

from collections.abc import Iterator

from newsletter.checks.press.wording import ISO, finding, rerun
from newsletter.diagnostics import Finding, Severity, Span, Spot
from newsletter.language import _
from newsletter.press.facts import PressFile
from newsletter.rulebook import check, declare


@check("F010", "file_encrypted", Severity.ERROR, authority=ISO)
def file_encrypted(file: PressFile) -> Iterator[Finding]:
    """The file is encrypted.

    The shop cannot impose or correct it, and PDF/X forbids it. Example: printing is allowed, changing
    is not. Save it without a password and without restrictions.
    """
    if file.encrypted:
        hint = _("Save the file without password and restrictions.")
        yield finding(file, _("The file is encrypted."), hint)


@check("F011", "actions_present", Severity.ERROR, authority=ISO)
def actions_present(file: PressFile) -> Iterator[Finding]:
    """The file would do something by itself: a script, a form, an action on opening.

    None of it can be printed, and PDF/X forbids it. Example: JavaScript in a form field.
    Export the pages without forms and scripts.
    """
    found = [*file.actions, *("AA" for page in file.pages if page.actions)]
    if found:
        message = _("The file holds what is not for print: {found}.")
        yield finding(file, message.format(found=", ".join(dict.fromkeys(found))), rerun())


@check("F012", "annotation_present", Severity.ERROR, authority=ISO)
def annotation_present(file: PressFile) -> Iterator[Finding]:
    """A page carries annotations: links, notes, stamps.

    A forgotten proof note may be printed. Example: a link in the imprint. Print without annotations;
    a proof's notes belong to the proof.
    """
    for page in file.pages:
        if page.annotations:
            message = _("Page {page} carries annotations: {count}.")
            hint = _("Take links, notes and stamps out of the press file.")
            message = message.format(page=page.number, count=page.annotations)
            yield finding(file, message, hint, Spot(page.number))


@check("F013", "file_attached", Severity.WARNING)
def file_attached(file: PressFile) -> Iterator[Finding]:
    """Files are attached to the press file.

    They are not printed, but they are handed on: sources, names, drafts. Example: a spreadsheet inside
    the PDF. Take the attachments out.
    """
    if file.embedded_files:
        message = _("Files are attached to the press file: {count}.").format(count=file.embedded_files)
        yield finding(file, message, _("Take the attachments out."))


@check("F014", "layers_present", Severity.WARNING)
def layers_present(file: PressFile) -> Iterator[Finding]:
    """The file has layers that can be switched on and off.

    What prints then depends on a switch at the shop. Example: two languages on two layers.
    Flatten the layers, so that there is one picture of each page.
    """
    if file.optional_content:
        message = _("The file has layers that can be switched off.")
        yield finding(file, message, _("Flatten the layers."))


@check("F015", "file_damaged", Severity.ERROR)
def file_damaged(file: PressFile) -> Iterator[Finding]:
    """A part of the file cannot be read, so that it could not be checked.

    What cannot be read here may stop the shop's machine or print wrong. Example: a page with a broken
    stream. Build the file again; if that does not help, report it with the file.
    """
    for fault in file.faults:
        yield finding(file, fault, _("Make the file again."))


@declare("F060", "file_unreadable", Severity.ERROR)
def file_unreadable(name: str, sentence: str, hint: str) -> Finding:
    """The file cannot be read at all, so that nothing of it was checked.

    It is no PDF, it is empty, locked by a password, or broken beyond repair; the shop's machine will fare
    no better. Example: an upload that broke off half way. Export the file again and send it whole.
    """
    return Finding(Span(name), sentence, hint)


@check("F061", "part_not_checked", Severity.ERROR)
def part_not_checked(file: PressFile) -> Iterator[Finding]:
    """A part of the file could not be checked: it took too long, or more memory than there is.

    What was not looked at has not passed. Example: a page of a hundred thousand shapes exported from a
    map. Export the page again, simpler, or have the shop look at it.
    """
    said = set(file.faults)
    for each in file.unread:
        if each.reason not in said:
            said.add(each.reason)
            spot = Spot(each.page) if each.page else None
            yield finding(file, each.reason, _("Export the page again, simpler."), spot)
    for page in file.pages:
        if page.ink and page.ink.unread:
            message = _("The ink of page {page} could not be drawn whole ({what}).")
            message = message.format(page=page.number, what=", ".join(_words(page.ink.unread)))
            yield finding(file, message, _("Export the page again, simpler."), Spot(page.number))


def _words(unread: tuple[str, ...]) -> list[str]:
    """Return what could not be drawn, for people."""
    words = {
        "picture": _("a picture"),
        "inline picture": _("an inline picture"),
        "blend": _("a blend"),
        "spot colours": _("spot colours"),
    }
    return [words.get(each, each) for each in unread]
