"""Ink measured on the drawn plates over square millimetres: a limit means areas, no single points."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newsletter.diagnostics import Spot
from newsletter.lengths import Mm
from newsletter.press.plates.drawing import Plates
from newsletter.press.plates.facts import Heavy, Plate
from newsletter.press.touching import touching

Amounts = NDArray[np.float32]
"""Ink in per cent by pixel."""

_FULL = 2.55
_MOST_AREAS = 12
_CELL = 2.0
"""Side in mm of the cells by which heavy areas are told apart."""


def amounts(plates: Plates) -> Amounts:
    """Return the ink of all plates together."""
    total = np.zeros(next(iter(plates.ink.values())).shape, np.float32)
    for each in plates.ink.values():
        total += each
    per_cent: Amounts = total / np.float32(_FULL)
    return per_cent


def within_trim(plates: Plates, width: float, height: float, values: Amounts) -> Amounts:
    """Return what lies inside a trim of so many mm."""
    left, top = (max(0, round(-each / plates.pixel)) for each in (plates.left, plates.top))
    across, down = (max(1, round(each / plates.pixel)) for each in (width, height))
    found = values[top : top + down, left : left + across]
    return found if found.size else values


def most_within(values: Amounts, plates: Plates, at: Spot) -> float:
    """Return the most ink in a rectangle of the page, 0 where it lies outside of what was drawn."""
    left, right = (max(0, round((x - plates.left) / plates.pixel)) for x in (at.x, at.x + at.width))
    top, bottom = (max(0, round((y - plates.top) / plates.pixel)) for y in (at.y, at.y + at.height))
    found = values[top:bottom, left:right]
    return round(float(found.max()), 1) if found.size else 0.0


def averaged(values: Amounts, pixel: float) -> Amounts:
    """Return each pixel as the mean of the square millimetre around it; edges go on outwards."""
    reach = max(0, round(0.5 / pixel - 0.5))
    if reach == 0:
        return values
    side = 2 * reach + 1
    padded = np.pad(values, reach, mode="edge").cumsum(axis=0, dtype=np.float32)
    rows = padded[side - 1 :] - np.concatenate([np.zeros_like(padded[:1]), padded[:-side]])
    summed = rows.cumsum(axis=1, dtype=np.float32)
    both = summed[:, side - 1 :] - np.concatenate([np.zeros_like(summed[:, :1]), summed[:, :-side]], axis=1)
    means: Amounts = (both / np.float32(side * side)).astype(np.float32)
    return means


def plates_of(plates: Plates, width: float, height: float) -> tuple[Plate, ...]:
    """Return mean and heaviest ink of each plate; a spot plate without ink is kept, it costs a plate too."""
    return tuple(
        Plate(name, round(float(inside.mean()), 1), round(float(averaged(inside, plates.pixel).max()), 1))
        for name, drawn in plates.ink.items()
        for inside in (within_trim(plates, width, height, drawn.astype(np.float32) / np.float32(_FULL)),)
    )


def heaviest(smooth: Amounts, plates: Plates, page: int) -> tuple[float, Spot]:
    """Return the heaviest square millimetre and where it lies."""
    row, column = np.unravel_index(int(smooth.argmax()), smooth.shape)
    half = 0.5
    x, y = _place(plates, float(column) + 0.5, float(row) + 0.5)
    at = Spot(page, *(Mm(round(each, 1)) for each in (x - half, y - half, 2 * half, 2 * half)))
    return round(float(smooth.max()), 1), at


def heavy_areas(smooth: Amounts, plates: Plates, page: int, limit: float) -> tuple[Heavy, ...]:
    """Return the areas over a limit in per cent, the largest first."""
    over = smooth > limit
    if not over.any():
        return ()
    found = (_heavy(cells, over, smooth, plates, page) for cells in _clusters(over, plates.pixel))
    return tuple(sorted(found, key=lambda each: -each.area)[:_MOST_AREAS])


def _clusters(over: NDArray[np.bool_], pixel: float) -> Iterator[list[tuple[int, int]]]:
    """Return groups of cells that hold something over the limit and touch one another."""
    step = _step(pixel)
    rows, columns = np.nonzero(over)
    return touching(set(zip((rows // step).tolist(), (columns // step).tolist(), strict=True)))


def _step(pixel: float) -> int:
    return max(1, round(_CELL / pixel))


def _heavy(
    cells: list[tuple[int, int]], over: NDArray[np.bool_], smooth: Amounts, plates: Plates, page: int
) -> Heavy:
    """Return one area with its place."""
    step = _step(plates.pixel)
    low, high = min(row for row, _ in cells) * step, (max(row for row, _ in cells) + 1) * step
    left, right = min(column for _, column in cells) * step, (max(column for _, column in cells) + 1) * step
    inside = over[low:high, left:right]
    rows, columns = np.nonzero(inside)
    x0, y0 = _place(plates, left + int(columns.min()), low + int(rows.min()))
    x1, y1 = _place(plates, left + int(columns.max()) + 1, low + int(rows.max()) + 1)
    at = Spot(page, *(Mm(round(each, 1)) for each in (x0, y0, x1 - x0, y1 - y0)))
    ink = float(smooth[low:high, left:right].max())
    return Heavy(round(ink, 1), round(float(inside.sum()) * plates.pixel**2, 1), at)


def _place(plates: Plates, column: float, row: float) -> tuple[float, float]:
    return plates.left + column * plates.pixel, plates.top + row * plates.pixel
