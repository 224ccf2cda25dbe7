"""Whether a run's findings hold the issue."""

from collections.abc import Iterable

from newsletter.diagnostics import Diagnostic, Severity, holds_press


def clear(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Return whether nothing holds the issue; ``strict`` lets a warning hold it too."""
    found = tuple(diagnostics)
    warned = strict and any(each.severity is Severity.WARNING for each in found)
    return not (warned or holds_press(found))
