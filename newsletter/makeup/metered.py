"""What a story's place holds: the characters written, and between what counts the page is full."""

from dataclasses import dataclass

from newsletter.issue import Rank

ROUGH = 1.5
"""The lines by which two spans may lie apart and be one: a paragraph can be asked for as much."""
TASTE = 25.0
"""The badness beyond that of the page as it is within which it still looks as well."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A story's place on a page: the characters written, and between what counts the page is full.

    ``aim`` is the length at which the page was filled: what is written, or the share of a blank story.
    ``good`` is the span in which the page looks as well as it does, its photos being as wide; ``limits`` the
    span that the layout's limits can fit, everything else on the page being as it is. Both are none where
    the page cannot be filled at all.
    """

    page: int
    story: str
    rank: Rank
    photos: int
    written: int
    aim: int
    good: tuple[int, int] | None
    limits: tuple[int, int] | None

    @property
    def grow(self) -> int:
        """How many characters a written story may still grow."""
        return max(0, self.limits[1] - self.written) if self.limits and self.written else 0

    @property
    def shrink(self) -> int:
        """How many characters a written story may still lose."""
        return max(0, self.written - self.limits[0]) if self.limits and self.written else 0
