"""What lies below a place: white paper, one flat colour, or nothing that could be told."""

from collections.abc import Sequence

from newsletter.press.area import Extent
from newsletter.press.overprint import BLACK, Ink
from newsletter.press.painted import Painted

PAPER: Ink = (0.0, 0.0, 0.0, 0.0)
_SLACK = 0.01
"""Millimetres by which a colour may end short of what stands on it: the engine's rounding."""


def flat_below(extent: Extent, painted: Sequence[Painted], inks: Sequence[Ink | None]) -> Ink | None:
    """Return the one ink that the paints leave everywhere in a rectangle, none where it is not one.

    ``inks`` are the paints' own as they come to stand, transparency resolved.
    """
    over: list[Ink] = []
    for paint, ink in zip(reversed(painted), reversed(inks), strict=True):
        if apart(paint.extent, extent):
            continue
        if not paint.whole or ink is None or not covers(paint.extent, extent):
            return None
        if not (paint.over and ink == BLACK):
            return printed_over(ink, over)
        over.append(ink)
    return printed_over(PAPER, over)


def printed_over(ink: Ink, over: Sequence[Ink]) -> Ink:
    """Return an ink with what overprints it: of every plate the stronger."""
    cyan, magenta, yellow, black = (max(parts) for parts in zip(ink, *over, strict=True))
    return cyan, magenta, yellow, black


def apart(one: Extent, other: Extent) -> bool:
    """Return whether two rectangles have no more than an edge in common."""
    common = one.within(other)
    return common.right - common.left <= _SLACK or common.bottom - common.top <= _SLACK


def covers(one: Extent, other: Extent) -> bool:
    """Return whether one rectangle lies over all of the other."""
    return other.within(one.grown(_SLACK)) == other
