"""The edges of a page as they are drawn: bleed that is painted, matter that ends too near the cut."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from newsletter.diagnostics import Spot
from newsletter.lengths import Mm
from newsletter.press.plates.coverage import Amounts
from newsletter.press.plates.drawing import Plates
from newsletter.press.plates.facts import Rim, Side

INKED = 4.0
"""Per cent of ink from which a pixel counts as painted."""
_SHORTEST = 1.5
"""Mm of an edge that a fault takes up at least: less is a line that meets the edge."""
_MOST = 40
_SIDES: tuple[Side, ...] = ("left", "top", "right", "bottom")


def gaps(amounts: Amounts, plates: Plates, width: float, height: float, page: int) -> tuple[Rim, ...]:
    """Return where matter reaches the trim and the bleed outside of it is bare.

    A side without room for bleed in the drawing counts as bare.
    """
    found = (_gaps_of(side, *_strip(amounts, plates, width, height, side), page) for side in _SIDES)
    return _first(rim for rims in found for rim in rims)


def near(
    amounts: Amounts, plates: Plates, width: float, height: float, page: int, safe: float
) -> tuple[Rim, ...]:
    """Return where matter ends less than ``safe`` mm inside the trim, without reaching it."""
    found = (_near_of(side, *_strip(amounts, plates, width, height, side), page, safe) for side in _SIDES)
    return _first(rim for rims in found for rim in rims)


def _first(rims: Iterator[Rim]) -> tuple[Rim, ...]:
    return tuple(rim for rim, _number in zip(rims, range(_MOST), strict=False))


class _Frame:
    """How a strip along a side lies on the page: pixel size, start along the side, depth of the trim."""

    def __init__(self, plates: Plates, width: float, height: float, side: Side) -> None:
        self.pixel = plates.pixel
        self.width, self.height = width, height
        upright = side in ("left", "right")
        self.start = plates.top if upright else plates.left
        near = plates.left if upright else plates.top
        self.trim = round(-near / plates.pixel)
        self.length = height if upright else width


def _strip(
    amounts: Amounts, plates: Plates, width: float, height: float, side: Side
) -> tuple[Amounts, _Frame]:
    """Return the page turned so that the side is at row 0, and how it lies."""
    frame = _Frame(plates, width, height, side)
    upright = amounts.T if side in ("left", "right") else amounts
    turned = upright[::-1] if side in ("right", "bottom") else upright
    reach = width if side in ("left", "right") else height
    if side in ("right", "bottom"):
        near = plates.left if side == "right" else plates.top
        frame.trim = turned.shape[0] - round((reach - near) / plates.pixel)
    return turned, frame


def _gaps_of(side: Side, strip: Amounts, frame: _Frame, page: int) -> Iterator[Rim]:
    inner = _rows(strip, frame.trim + 1, frame.trim + 3)
    outer = _rows(strip, 1, frame.trim - 1) if frame.trim >= 3 else np.zeros_like(inner)
    reaches = inner.min(axis=0) > INKED
    bare = outer.max(axis=0) < INKED
    for first, last in _runs(reaches & bare, frame):
        yield Rim(side, _spot(side, frame, first, last, 0.0, 1.0, page))


def _near_of(side: Side, strip: Amounts, frame: _Frame, page: int, safe: float) -> Iterator[Rim]:
    deep = max(2, round(safe / frame.pixel))
    zone = _rows(strip, frame.trim + 2, frame.trim + deep - 1)
    inked = zone > INKED
    at_edge = _rows(strip, frame.trim, frame.trim + 2).max(axis=0) > INKED
    for first, last in _runs(inked.any(axis=0) & ~at_edge, frame):
        rows = np.nonzero(inked[:, first:last].any(axis=1))[0]
        from_trim = (int(rows.min()) + 2) * frame.pixel
        yield Rim(side, _spot(side, frame, first, last, from_trim, safe, page))


def _rows(strip: Amounts, first: int, last: int) -> Amounts:
    """Return rows of a strip, at least one, inside it."""
    start = min(max(0, first), strip.shape[0] - 1)
    return strip[start : max(start + 1, last)]


def _runs(where: NDArray[np.bool_], frame: _Frame) -> Iterator[tuple[int, int]]:
    """Yield the stretches inside the trim that are long enough."""
    begin = max(0, round(-frame.start / frame.pixel))
    inside = where.copy()
    inside[:begin] = False
    inside[begin + round(frame.length / frame.pixel) :] = False
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if (last - first) * frame.pixel >= _SHORTEST:
            yield first, last


def _spot(side: Side, frame: _Frame, first: int, last: int, near_mm: float, far_mm: float, page: int) -> Spot:
    """Return a stretch along a side, from ``near_mm`` to ``far_mm`` inside the trim, as a place."""
    start, length = frame.start + first * frame.pixel, (last - first) * frame.pixel
    depth = far_mm - near_mm
    x, y, width, height = {
        "left": (near_mm, start, depth, length),
        "top": (start, near_mm, length, depth),
        "right": (frame.width - far_mm, start, depth, length),
        "bottom": (start, frame.height - far_mm, length, depth),
    }[side]
    return Spot(page, *(Mm(round(each, 1)) for each in (x, y, width, height)))
