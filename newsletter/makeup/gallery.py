"""Photos shared out into justified rows: as many rows as may be, each time the most even ones."""

import math
from collections.abc import Iterator, Sequence

ABREAST = 6
"""The most photos of a row."""


def partitions(shapes: Sequence[float], width: float, gutter: float) -> Iterator[tuple[int, ...]]:
    """Yield how many photos stand in each row, for every number of rows, also with the first photo alone.

    Shapes are widths over heights; ``width`` and ``gutter`` in one unit. Rows are as wide as the block, so
    the height of each follows from its photos: those of one partition are as even as breaks allow.
    """
    seen = set()
    for rows in range(1, len(shapes) + 1):
        for found in (_even(shapes, width, gutter, rows), _led(shapes, width, gutter, rows)):
            if found and found not in seen:
                seen.add(found)
                yield found


def _led(shapes: Sequence[float], width: float, gutter: float, rows: int) -> tuple[int, ...]:
    """Return a partition whose first photo has a row of its own, nothing where no other is left."""
    if len(shapes) == 1 or rows == 1:
        return ()
    return (1, *_even(shapes[1:], width, gutter, rows - 1))


def _even(shapes: Sequence[float], width: float, gutter: float, rows: int) -> tuple[int, ...]:
    """Return the breaks whose rows come nearest to the height that so many rows would have."""
    aim = rows * width / sum(shapes)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for end in range(1, len(shapes) + 1):
        choices = []
        for count in range(1, min(ABREAST, end) + 1):
            height = natural_height(shapes[end - count : end], width, gutter)
            cost, before = best[end - count]
            choices.append((cost + math.log(height / aim) ** 2, (*before, count)))
        best.append(min(choices))
    return best[-1][1]


def natural_height(shapes: Sequence[float], width: float, gutter: float) -> float:
    """Return the height at which photos side by side fill a width uncropped."""
    return max(width * 0.1, width - gutter * (len(shapes) - 1)) / sum(shapes)


def heights(naturals: Sequence[float], least: int, crop: float) -> Iterator[tuple[int, ...]]:
    """Yield the heights of rows in whole lines for every height of them together that crops allow.

    ``naturals`` are the heights of the rows uncropped, in lines. Line after line goes to the row that has
    least of its own height.
    """
    lowest = [max(least, math.ceil(each * (1 - crop) - 1e-9)) for each in naturals]
    highest = [max(low, math.floor(each / (1 - crop))) for low, each in zip(lowest, naturals, strict=True)]
    now = lowest
    yield tuple(now)
    while growing := [at for at, (have, most) in enumerate(zip(now, highest, strict=True)) if have < most]:
        thinnest = min(growing, key=lambda at: now[at] / naturals[at])
        now = [have + (at == thinnest) for at, have in enumerate(now)]
        yield tuple(now)


def justified(
    shapes: Sequence[float], fixed: Sequence[bool], room: float, height: float
) -> tuple[float, ...]:
    """Return the widths of photos side by side that fill a room exactly, the gutters taken off.

    ``fixed`` ones keep their shape at the height; where that leaves the others nothing, all give alike.
    """
    kept = sum(shape * height for shape, keeps in zip(shapes, fixed, strict=True) if keeps)
    free = sum(shape for shape, keeps in zip(shapes, fixed, strict=True) if not keeps)
    if not free or kept >= 0.9 * room:
        return tuple(room * shape / sum(shapes) for shape in shapes)
    return tuple(
        shape * height if keeps else (room - kept) * shape / free
        for shape, keeps in zip(shapes, fixed, strict=True)
    )
