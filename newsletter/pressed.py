"""The press file in `dist`: whether it is there, is one for press, and is of the issue as it now stands."""

from dataclasses import dataclass
from pathlib import Path

from newsletter.bench import Bench
from newsletter.diagnostics import Diagnostic, Finding, Severity, Span, Staged
from newsletter.language import _
from newsletter.release import Record, read_record
from newsletter.rulebook import declare


@dataclass(frozen=True, slots=True)
class Pressed:
    """A print file with the record of the build that made it."""

    path: Path
    record: Record

    @property
    def sha256(self) -> str:
        """The SHA-256 of the print file as it was made."""
        return next(each.sha256 for each in self.record.artifacts if each.path == self.path)


def pressed(bench: Bench, *, drafts: bool = False) -> Staged[Pressed]:
    """Return the issue's press file, or what is wrong with it; ``drafts`` lets a marked draft pass."""
    path = bench.print_file
    at = Span(path.name)
    if not path.is_file():
        return Staged(None, (press_file_missing(bench.order.slug),))
    record = read_record(bench.dist)
    if record is None or all(each.path != path for each in record.artifacts):
        return Staged(None, (press_file_changed(at, bench.order.slug),))
    faults = tuple(_faults(record, bench, at, drafts=drafts))
    return Staged(None if faults else Pressed(path, record), faults)


def _faults(record: Record, bench: Bench, at: Span, *, drafts: bool) -> list[Diagnostic]:
    found = []
    if not record.press and not drafts:
        found.append(press_file_is_draft(at, bench.order.slug))
    if record.sources != bench.sources():
        found.append(press_file_stale(at, bench.order.slug))
    return found


@declare("F090", "press_file_missing", Severity.ERROR)
def press_file_missing(slug: str) -> Finding:
    """There is no press file of the issue in dist.

    Sheets and packages are made from the press file, never from the copy. Build it first:
    `newsletter build ISSUE --press`, which refuses while anything holds the issue.
    """
    return Finding(None, _("There is no press file of {slug}.").format(slug=slug), _build(slug))


@declare("F091", "press_file_stale", Severity.ERROR)
def press_file_stale(at: Span, slug: str) -> Finding:
    """The press file is older than the issue: copy, photos, manifests or the layout changed since.

    What was proofread last would not be what is printed. Example: a name corrected after the build.
    Build it again and look at the pages.
    """
    message = _("The press file of {slug} is older than the issue.").format(slug=slug)
    return Finding(at, message, _build(slug))


@declare("F092", "press_file_is_draft", Severity.ERROR)
def press_file_is_draft(at: Span, slug: str) -> Finding:
    """The print file in dist is a draft, marked 送审稿, not one for press.

    Its mark would be printed, and nothing has held it for its errors. Build it for press.
    """
    message = _("The print file of {slug} is a marked draft.").format(slug=slug)
    return Finding(at, message, _build(slug))


@declare("F098", "press_file_changed", Severity.ERROR)
def press_file_changed(at: Span, slug: str) -> Finding:
    """A file in dist is not as it was built: changed, replaced, or gone.

    Nobody has examined what it is now. Example: the PDF opened in an editor and saved. Build it again.
    """
    message = _("The files of {slug} in dist are not as they were built.").format(slug=slug)
    return Finding(at, message, _build(slug))


def _build(slug: str) -> str:
    return _("Run: newsletter build {slug} --press").format(slug=slug)
