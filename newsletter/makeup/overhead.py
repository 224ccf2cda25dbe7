"""Heads laid over the story's first photo (压图标题): clear of its focus, the caption still under it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsletter.dummy import Box
from newsletter.issue import Photo
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.makeup.crop import crop_around_focus
from newsletter.makeup.headblock import HeadBlock
from newsletter.makeup.photorow import Over, Row, RowDesk

INSET = 1.5
"""The white between a photo's edges and the head over it, in em of the body."""
MOST = 0.42
"""The most of a photo's height that a head with the white around it may cover."""
CLEAR = 0.08
"""How far a head stays from the photo's focus, in parts of the photo's height."""
MISSED_COST = 600.0
"""The badness of a head over its legs where one over the photo was asked for."""


def over_blocks(heads: Sequence[HeadBlock], rows: Sequence[Row], desk: RowDesk) -> Iterator[HeadBlock]:
    """Yield the best head over a photo of every height: one row of it, the gap under it counted in."""
    best: dict[int, HeadBlock] = {}
    gap = desk.layout.limits.photo_gap
    for row in rows:
        for head in heads:
            over, height = _over(head, row, desk), row.height + gap
            cost = head.cost + row.cost
            if over and (height not in best or cost < best[height].cost):
                best[height] = replace(head, height=height, cost=cost, over=over, kicker_rule=False)
    yield from best.values()


def _over(head: HeadBlock, row: Row, desk: RowDesk) -> Over | None:
    """Return how a head lies over a photo: at its foot, else at its top; none where it meets the focus."""
    height = desk.image_height(row.image)
    share = (to_mm(Pt(head.points)) + 2 * inset(desk.layout)) / height
    focus = _focus(row.photos[0], Mm(row.widths[0]), Mm(height))
    if share > MOST:
        return None
    if focus + CLEAR <= 1 - share:
        return Over(row, at_foot=True)
    return Over(row, at_foot=False) if focus - CLEAR >= share else None


def _focus(photo: Photo, width: Mm, height: Mm) -> float:
    """Return how far down the shown part of a photo its focus lies, from 0 to 1."""
    crop = crop_around_focus(photo, width, height)
    return (photo.focus[1] - crop.top) / (crop.bottom - crop.top)


def inset(layout: Layout) -> Mm:
    """Return the white between a photo's edges and the head over it."""
    return Mm(INSET * layout.em)


def head_room(picture: Box, over: Over, head: HeadBlock, layout: Layout) -> Box:
    """Return the box of a head's type over a picture."""
    side, height = inset(layout), to_mm(Pt(head.points))
    top = picture.bottom - side - height if over.at_foot else picture.y + side
    return Box(Mm(picture.x + side), Mm(top), Mm(picture.width - 2 * side), height)
