"""Paints as a survey of a page finds them: what, where, in which ink, over or out, how transparent."""

from dataclasses import dataclass

import pikepdf

from newsletter.press.area import EVERYWHERE, Extent
from newsletter.press.facts import Use
from newsletter.press.overprint import Ink

Stream = tuple[int, int] | None
"""The object number of a form, none for the page itself."""


@dataclass(frozen=True, slots=True)
class Group:
    """A transparency group that is painted as a whole: its alpha, and how much was painted before it."""

    alpha: float
    before: int


@dataclass(frozen=True, slots=True)
class Painted:
    """One paint: the rectangle around it in mm and whether it fills that whole.

    ``ink`` is none for what is not flat or not for the plates. ``begin`` and ``end`` are its operators in
    the stream. ``odd`` names what cannot be computed: a blend mode, a soft mask. ``frame`` is
    where a picture would show without clips; ``size`` is of type, in points.
    """

    use: Use
    ink: Ink | None
    extent: Extent
    whole: bool
    over: bool
    alpha: float
    groups: tuple[Group, ...]
    stream: Stream
    begin: int
    end: int
    odd: str = ""
    picture: pikepdf.Stream | None = None
    frame: Extent = EVERYWHERE
    size: float = 0.0

    @property
    def clear(self) -> bool:
        """Whether anything shows through."""
        return self.alpha < 1 or bool(self.odd) or any(group.alpha < 1 for group in self.groups)
