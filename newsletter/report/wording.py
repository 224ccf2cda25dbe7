"""Words that all reports share."""

from collections import Counter
from collections.abc import Iterable

from newsletter.diagnostics import Diagnostic, Severity
from newsletter.language import _, ngettext


def severity_word(severity: Severity) -> str:
    """Return the severity in the reader's language."""
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}[severity]


def tally(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return how many findings there are of each severity."""
    counted = Counter(each.severity for each in diagnostics)
    return {severity: counted[severity] for severity in Severity}


def tally_in_words(diagnostics: Iterable[Diagnostic]) -> str:
    """Return “2 errors, 1 note”; empty where nothing was found."""
    counted = tally(diagnostics)
    words = {
        Severity.ERROR: ngettext("{n} error", "{n} errors", counted[Severity.ERROR]),
        Severity.WARNING: ngettext("{n} warning", "{n} warnings", counted[Severity.WARNING]),
        Severity.NOTE: ngettext("{n} note", "{n} notes", counted[Severity.NOTE]),
    }
    return _(", ").join(words[each].format(n=count) for each, count in counted.items() if count)


def place_heading(diagnostic: Diagnostic) -> str:
    """Return where a finding belongs: its file, else its page, else the issue."""
    if diagnostic.at is not None and diagnostic.at.file:
        return diagnostic.at.file
    if diagnostic.spot is not None:
        return _("page {page}").format(page=diagnostic.spot.page)
    return _("the whole issue")
