"""Parting a page around rectangles that are held: every cut straight through that crosses none of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsletter.areas import Area


@dataclass(frozen=True, slots=True)
class Parted:
    """An area cut in two: an upper and a lower part, or where not ``stacked`` a left and a right one."""

    stacked: bool
    first: Area
    second: Area


def partings(area: Area, held: Sequence[Area], gap: int) -> Iterator[Parted]:
    """Yield the cuts of an area along its columns and along the edges of what is held in it.

    ``gap`` lines part what stands one above another. A part may be lower than a line: then it is white.
    """
    for column in range(area.column + 1, area.right):
        left = Area(area.column, area.line, column - area.column, area.lines)
        right = Area(column, area.line, area.right - column, area.lines)
        if all(each.right <= column or each.column >= column for each in held):
            yield Parted(False, left, right)
    for bottom in sorted({each.bottom for each in held} | {each.line - gap for each in held}):
        line = bottom + gap
        parted = all(each.bottom <= bottom or each.line >= line for each in held)
        if parted and bottom < area.bottom and line > area.line:
            upper = Area(area.column, area.line, area.columns, bottom - area.line)
            yield Parted(True, upper, Area(area.column, line, area.columns, area.bottom - line))


@cache
def can_part(area: Area, held: tuple[Area, ...], gap: int) -> bool:
    """Return whether an area can be cut so that every rectangle held stands in a part of its own."""
    if not held or held == (area,):
        return True
    return any(
        all(can_part(part, inside(part, held), gap) for part in (each.first, each.second))
        for each in partings(area, held, gap)
    )


def inside(area: Area, held: Sequence[Area]) -> tuple[Area, ...]:
    """Return what of the rectangles held lies in an area."""
    return tuple(each for each in held if each.within(area))
