"""The finding of a preflight that no rule on a file's facts can make: there are none."""

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.rulebook import declare


@declare("F060", "file_unreadable", Severity.ERROR)
def file_unreadable(name: str, sentence: str, hint: str) -> Finding:
    """The file cannot be read at all, so that nothing of it was checked.

    It is no PDF, it is empty, locked by a password, or broken beyond repair; the shop's machine will fare
    no better. Example: an upload that broke off half way. Export the file again and send it whole.
    """
    return Finding(Span(name), sentence, hint)
