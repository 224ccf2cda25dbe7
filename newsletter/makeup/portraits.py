"""Heads in rows: all of one size, eyes on one line, names in the middle under them."""

import math
from collections.abc import Iterator, Sequence

from newsletter.issue import Photo
from newsletter.makeup.captions import Under
from newsletter.makeup.crop import HEAD, aspect, kept_shape
from newsletter.makeup.photorow import CROP_COST, LEAST_IMAGE, PhotoBlock, Row, RowDesk
from newsletter.photo_groups import shared_credit

ABREAST = 8
"""The most heads of a row."""
NARROWEST = 5.0
"""The narrowest head, in em of the body: under it stands a name alone."""
SIZE = 0.75
"""The width of a head, in columns, from which it is larger or smaller than it should be."""
SIZE_COST = 20.0
GAP_COST = 40.0
"""The badness of a last row of which nearly all is missing: one head under a row of three looks lost."""
EYES, HIGHEST, LOWEST = 0.4, 0.3, 0.5
"""The share of the height at which eyes stand best, and between which they may stand."""
MOST_LINES = 1
"""How many lines a height may differ from the one that the shape asks for."""


def portrait_blocks(group: Sequence[Photo], width: float, desk: RowDesk) -> Iterator[PhotoBlock]:
    """Yield the blocks of heads ``width`` mm wide: for each number of rows, heights about the shape's."""
    for count in range(1, len(group) + 1):
        abreast = math.ceil(len(group) / count)
        if abreast > ABREAST or (count > 1 and abreast == math.ceil(len(group) / (count - 1))):
            continue
        across = (width - desk.gutter * (abreast - 1)) / abreast
        if across >= NARROWEST * desk.layout.em or desk.forced:
            yield from _blocks(group, abreast, across, desk)


def _blocks(group: Sequence[Photo], abreast: int, across: float, desk: RowDesk) -> Iterator[PhotoBlock]:
    shape = next((kept for photo in group if (kept := kept_shape(photo))), HEAD)
    wanted = desk.image_lines(across / shape)
    for image in range(max(LEAST_IMAGE, round(wanted) - MOST_LINES), round(wanted) + MOST_LINES + 1):
        ratio = across / desk.image_height(image) / shape
        column = desk.layout.grid.column * desk.layout.em
        cost = CROP_COST * len(group) * (1 - min(ratio, 1 / ratio)) ** 2
        cost += SIZE_COST * math.log(across / column / SIZE) ** 2 * len(group)
        cost += GAP_COST * _gap(len(group), abreast)
        block = _stacked(group, abreast, across, image, desk)
        if block.height <= desk.most:
            yield PhotoBlock(block.rows, block.height, cost)


def _gap(count: int, abreast: int) -> float:
    """Return the share of the last row that is missing."""
    return -count % abreast / abreast


def _stacked(group: Sequence[Photo], abreast: int, across: float, image: int, desk: RowDesk) -> PhotoBlock:
    """Return the rows one below the other, a last one that is not full in the middle."""
    eyes = eye_line(group, across / desk.image_height(image))
    block = PhotoBlock((), 0, 0.0)
    for first in range(0, len(group), abreast):
        heads = tuple(group[first : first + abreast])
        last = first + abreast >= len(group)
        credit = shared_credit(group) if last else None
        names = max(desk.captions.height(photo, across, Under.NAMES) for photo in heads)
        width = abreast * across + (abreast - 1) * desk.gutter
        caption = names + (desk.captions.height(credit, width) if credit else 0)
        row = Row(
            photos=heads,
            widths=(across,) * len(heads),
            image=image,
            caption=caption,
            cost=0.0,
            gutter=desk.gutter,
            white=desk.layout.limits.photo_gap,
            under=Under.NAMES,
            group=credit,
            start=(abreast - len(heads)) * (across + desk.gutter) / 2,
            eyes=eyes,
        )
        block = block.above(PhotoBlock((row,), row.height, 0.0))
    return block


def eye_line(group: Sequence[Photo], shape: float) -> float:
    """Return the share of the height at which the eyes of most heads can stand without cropping closer.

    A frame as large as the original allows can move only so far: the share is the one nearest to the best
    that all can have, or the best where there is none.
    """
    reaches = []
    for photo in group:
        down = min(1.0, aspect(photo) / shape)
        reaches.append((max(0.0, photo.focus[1] - (1 - down)) / down, min(1.0, photo.focus[1] / down)))
    low, high = max(low for low, _high in reaches), min(high for _low, high in reaches)
    if low > high:
        return EYES
    return min(max(EYES, low, HIGHEST), max(high, HIGHEST), LOWEST)
