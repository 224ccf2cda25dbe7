"""The statements of one issue as it is now, each written once, however many signatures are over it."""

from newsletter.issue import Issue, Signature
from newsletter.signing.statement import UNPRINTED, Line, hash_of, statement

Written = tuple[tuple[Line, ...], str]
"""The lines of a statement and their hash."""


class Statements:
    """Statements of an issue by what they are over."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self._written: dict[tuple[str, tuple[str, ...], int], Written | None] = {}

    def over(self, each: Signature) -> Written | None:
        """Return what a signature is over as it is now, none where that is no longer there."""
        key = (each.of, each.stories, each.form)
        if key not in self._written:
            self._written[key] = self._write(*key)
        return self._written[key]

    def _write(self, of: str, stories: tuple[str, ...], form: int) -> Written | None:
        lines = statement(self.issue, of, stories, form) if form in UNPRINTED else None
        return (lines, hash_of(lines)) if lines is not None else None
