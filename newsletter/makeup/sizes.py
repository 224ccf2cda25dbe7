"""The ways a story can fill a rectangle: heads over its legs, beside them or over its photo, and a box."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsletter.issue import Article, Direction, Photo
from newsletter.makeup.headblock import HeadBlock, direction_of, head_blocks
from newsletter.makeup.labels import labelled, section_label
from newsletter.makeup.rectangle import AIR_COST, Body, Desk
from newsletter.makeup.upright import MISSED_COST, Strip, upright_block

Costs = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sizes:
    """All heights that a body can have at one width, and what head, air and the page around it cost then."""

    heights: npt.NDArray[np.int64]
    costs: Costs


@dataclass(frozen=True, slots=True)
class Way:
    """One way to set a story at a width: its sizes, and the arrangements of legs and photos for them."""

    sizes: Sizes
    starts: Sequence[Body]


def ways(article: Article, photos: Sequence[Photo], width: int, desk: Desk, around: Costs) -> Iterator[Way]:
    """Yield the ways to set a story in every rectangle that is left free for it at a width in columns.

    ``around`` is the badness of the page around such a rectangle, by its height in lines.
    """
    desk, taken = desk.within_box(article, width)
    free = around[taken:]
    if not np.isfinite(free).any():
        return
    upright = direction_of(article, desk.layout) is Direction.VERTICAL
    heads = head_blocks(article, desk.layout.span(width), desk.layout, desk.book).values()
    missed = MISSED_COST if upright else 0.0
    yield Way(
        _sizes(_prices(article, heads, width, desk, missed), free), list(desk.starts(article, photos, width))
    )
    if over := desk.heads_over(article, photos, width):
        starts = list(desk.starts(article, photos[1:], width))
        yield Way(_sizes(_prices(article, over, width, desk, 0.0), free), starts)
    if upright and width > 1:
        yield Way(_beside(article, width, desk, free), list(desk.starts(article, photos, width - 1)))


def _prices(
    article: Article, heads: Iterable[HeadBlock], width: int, desk: Desk, missed: float
) -> dict[int, float]:
    """Return the least badness of a head for every height in lines that it takes with the air in it."""
    label = section_label(article, desk.layout.span(width), desk.layout, desk.book)
    found: dict[int, float] = {}
    for head in (labelled(each, label) for each in heads):
        for air in range(desk.layout.limits.air + 1):
            cost = head.cost + missed + AIR_COST * air * air
            found[head.height + air] = min(cost, found.get(head.height + air, cost))
    return found


def _sizes(prices: dict[int, float], around: Costs) -> Sizes:
    """Return the heights left for a body by every head, with every air in it, in every free rectangle."""
    free = np.flatnonzero(np.isfinite(around))
    taken, costs = np.array(list(prices), dtype=np.int64), np.array(list(prices.values()))
    heights = (free[:, None] - taken[None, :]).ravel()
    whole = (around[free][:, None] + costs[None, :]).ravel()
    return Sizes(heights[heights > 0], whole[heights > 0])


def _beside(article: Article, width: int, desk: Desk, around: Costs) -> Sizes:
    """Return the heights of bodies beside vertical heads that fit and fill a column."""
    label = section_label(article, desk.layout.span(width), desk.layout, desk.book)
    heights, costs = [], []
    for free in np.flatnonzero(np.isfinite(around)).tolist():
        above = len(label.lines) + 1 if label else 0
        strip = Strip(desk.layout.grid.column, 1, free - above)
        head = upright_block(article, strip, desk.layout, desk.book) if free > above else None
        if head:
            heights.append(free - above)
            costs.append(float(around[free]) + head.cost)
    return Sizes(np.array(heights, dtype=np.int64), np.array(costs))
