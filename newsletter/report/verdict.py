"""Whether a run's findings hold the issue."""

from collections.abc import Iterable

from newsletter.diagnostics import Diagnostic, holds_press


def clear(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Return whether nothing holds the issue; ``strict`` lets a warning hold it too."""
    return not holds_press(diagnostics, strict)
