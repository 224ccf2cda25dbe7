"""The lengths that a story can have on a full page: every room its rectangle can offer, in characters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsletter.issue import Article, Photo
from newsletter.makeup.reach import TALL_COST, TALL_LEG
from newsletter.makeup.rectangle import Body, Desk, Legs
from newsletter.makeup.search import INFINITE, Curve
from newsletter.makeup.sizes import Sizes, ways

LEAST_TEXT = 0.5
"""The least text beside photos, in parts of what they cover: with less it would be a page of photos."""
Costs = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Room:
    """The least and the most characters that an arrangement holds, and the badness of the page with it."""

    least: float
    most: float
    cost: float
    photo_columns: int


def rooms_of(article: Article, photos: Sequence[Photo], desk: Desk, around: Curve) -> Iterator[Room]:
    """Yield the rooms for a story at every size that the page around it leaves, in every way to set it.

    Every room is given with each width in columns that the block of photos can have in it.
    """
    columns, most = around.shape[0], around.shape[1] * around.shape[0]
    best: dict[tuple[Legs, int], Costs] = {}
    for width in range(1, columns + 1):
        suit = desk.suit(article, width)
        for way in ways(article, photos, width, desk, around[width - 1]):
            for start in way.starts if way.sizes.heights.size else ():
                costs = best.setdefault((start.legs, start.photo_columns), np.full(most, INFINITE))
                _lower(costs, start, way.sizes, suit, desk.layout.limits.smallest_leg)
    for (legs, photo_columns), costs in best.items():
        lines = desk.copies[article.id].count(legs.measure)
        line = article.manuscript.characters / max(1, lines)
        for room in np.flatnonzero(np.isfinite(costs)):
            yield Room(
                (room - legs.count + 0.5) * line, float(room) * line, float(costs[room]), photo_columns
            )


def _lower(costs: Costs, start: Body, sizes: Sizes, suit: float, smallest: int) -> None:
    """Lower the cost of every number of lines that an arrangement can hold."""
    rooms = np.maximum(sizes.heights[:, None] - np.array(start.cuts)[None, :], 0)
    shortest = np.where(rooms > 0, rooms, 10_000).min(axis=1)
    tall = start.photos.height if start.photos else 0
    held = rooms.sum(axis=1)
    fit = (sizes.heights >= tall) & (shortest >= smallest) & (held >= LEAST_TEXT * tall * start.photo_columns)
    fit &= held > 0
    found = sizes.costs + suit + (start.photos.cost if start.photos else 0.0)
    found += TALL_COST * np.maximum(0, rooms.max(axis=1) - TALL_LEG)
    np.minimum.at(costs, held[fit], found[fit])


def span_around(length: int, rooms: Sequence[Room], apart: float) -> tuple[int, int] | None:
    """Return the widest span of lengths that holds a length or lies nearest to it.

    Rooms up to ``apart`` characters from each other make one span.
    """
    spans = list(_spans(rooms, apart))
    if not spans:
        return None
    least, most = min(spans, key=lambda span: max(span[0] - length, length - span[1], 0.0))
    return max(0, round(least)), round(most)


def _spans(rooms: Sequence[Room], apart: float) -> Iterator[tuple[float, float]]:
    """Yield the spans that rooms cover together."""
    span: tuple[float, float] | None = None
    for room in sorted(rooms, key=lambda each: each.least):
        if span is not None and room.least > span[1] + apart:
            yield span
            span = None
        span = (room.least, room.most) if span is None else (span[0], max(span[1], room.most))
    if span is not None:
        yield span
