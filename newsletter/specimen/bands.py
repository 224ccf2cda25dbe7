"""Bands: samples of one measure shared out in columns, or in rows across them, so that all end level."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsletter.fonts import FontBook
from newsletter.layout import Layout
from newsletter.specimen.heads import LEAST_GUTTER, set_headline, set_story
from newsletter.specimen.samples import Band, Specimen, Text
from newsletter.specimen.setting import Block, set_text

OVER = 2
"""Lines that a band's title takes with the white under it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its column, its top so many lines below the band's first sample."""

    block: Block
    column: int
    line: int


@dataclass(frozen=True, slots=True)
class SetBand:
    """A band set: its measure in em, how many columns, the blocks in their places, its height in lines."""

    title: str
    measure: float
    columns: int
    blocks: tuple[Placed, ...]

    @property
    def height(self) -> int:
        """The height in lines, the title's among them."""
        return OVER + max(each.line + each.block.height for each in self.blocks)


def set_band(band: Band, specimen: Specimen, layout: Layout, book: FontBook, lines: int) -> Iterator[SetBand]:
    """Yield a band set and shared out; in parts where no page of so many lines can hold it whole."""
    width = layout.span(layout.grid.columns)
    measure = min(band.measure, width)
    blocks = [
        *(_set(each, measure, layout, book) for each in specimen.texts_of(band)),
        *(set_headline(each, measure, layout, book) for each in band.headlines),
    ]
    columns = int((width + LEAST_GUTTER) / (measure + LEAST_GUTTER))
    yield from _parts(band, measure, columns, blocks, lines)


def _set(sample: Text, measure: float, layout: Layout, book: FontBook) -> Block:
    story = sample.headline or sample.legs > 1
    return (set_story if story else set_text)(sample, measure, layout, book)


def _parts(
    band: Band, measure: float, columns: int, blocks: Sequence[Block], lines: int
) -> Iterator[SetBand]:
    """Yield a band of blocks, halved until it is no higher than some lines."""
    place = _across if band.across else _down
    whole = SetBand(band.title, measure, columns, tuple(place(blocks, columns)))
    if whole.height <= lines or len(blocks) == 1:
        yield whole
        return
    half = len(blocks) // 2
    for part in (blocks[:half], blocks[half:]):
        yield from _parts(band, measure, columns, part, lines)


def _across(blocks: Sequence[Block], columns: int) -> Iterator[Placed]:
    """Yield blocks in rows from left to right."""
    line = 0
    for start in range(0, len(blocks), columns):
        row = blocks[start : start + columns]
        yield from (Placed(block, column, line) for column, block in enumerate(row))
        line += max(block.height for block in row)


def _down(blocks: Sequence[Block], columns: int) -> Iterator[Placed]:
    """Yield blocks in columns that end as level as can be."""
    for column, (start, end) in enumerate(shared([block.height for block in blocks], columns)):
        tops = accumulate((block.height for block in blocks[start:end]), initial=0)
        yield from (Placed(block, column, top) for block, top in zip(blocks[start:end], tops, strict=False))


def shared(heights: Sequence[int], columns: int) -> list[tuple[int, int]]:
    """Return which blocks stand in each column, in order, so that the highest column is lowest."""
    sums = [0, *accumulate(heights)]
    return next(
        shares
        for limit in range(max(heights, default=0), sums[-1] + 1)
        if len(shares := _filled(sums, limit)) <= columns
    )


def _filled(sums: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Return columns filled in turn up to a height."""
    found, start = [], 0
    while start < len(sums) - 1:
        end = max(start + 1, bisect_left(sums, sums[start] + limit + 1) - 1)
        found.append((start, end))
        start = end
    return found
