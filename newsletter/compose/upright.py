"""Headlines set vertically (竖排): one character below the other, lines from right to left.

Marks take their vertical forms and half a character's room, a number of two figures stands upright in one
cell (纵中横), longer numbers and Latin words one character a cell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from newsletter.compose.classes import CLOSING, COMBINING, DASH_MARKS, MIDDLE, OPENING, kind_of
from newsletter.compose.headlines import Fitted, Measured, levelled, measured, tracking_of, ways
from newsletter.compose.tokens import printable
from newsletter.fonts import FontBook
from newsletter.lines import Line, Piece

FORMS = dict(
    zip(
        "，、。：；！？…—“”‘’《》〈〉（）【】〔〕「」『』",
        "︐︑︒︓︔︕︖︙︱﹃﹄﹁﹂︽︾︿﹀︵︶︻︼︹︺﹁﹂﹃﹄",
        strict=True,
    )
)
"""The vertical forms of marks (GB/T 15834: “ ” become ﹃ ﹄); text extraction folds them back by NFKC."""
ABOVE = {OPENING: 500, CLOSING: 0, MIDDLE: 250}
"""What is blank above the ink of marks, in thousandths of an em."""
WHOLE = "：；！？"
"""Marks whose vertical forms stand in the middle of a whole cell."""
HALF, PAUSE, JOINED = 500, 700, 845
"""The room of a mark, a typed space and a dash that joins the next, in thousandths of an em."""
_CELL = re.compile(f"(?<![0-9])[0-9]{{2}}(?![0-9.])|.[{COMBINING}]*", re.DOTALL)


class Cell(NamedTuple):
    """What stands upright in one place: its offset and room in thousandths of an em.

    The em of a mark begins ``higher`` than its room, by what is blank above: half an em before an opening
    mark, a quarter before a middle dot. ``spaced`` cells may have tracking after them.
    """

    offset: int
    text: str
    room: int
    higher: int
    spaced: bool = True


@lru_cache(maxsize=4096)
def set_upright(
    text: str, face: str, book: FontBook, height_em: float, lines: int, tight: float, loose: float
) -> Fitted | None:
    """Return a headline in exactly so many vertical lines, none where words and height do not allow it.

    Every piece of a line is one cell, an em high, with the space after it as its tracking; ``start`` and
    ``width`` run downwards. Spaces belong to the cell before them.
    """
    if not printable(text).strip() or lines < 1:
        return None
    copy, cells = _upright(text, face, book)
    height = 1000 * height_em
    best = min(ways(copy, height, 1000 * tight, lines), default=None)
    if best is None:
        return None
    price, edges = best
    tracking = tracking_of(copy, edges, height, 1000 * tight, 1000 * loose)
    trackings = levelled(copy, edges, tracking, 1000 * loose)
    spans = zip(pairwise(edges), trackings, strict=True)
    set_lines = tuple(_line(copy, span, cells, each, face, book) for span, each in spans)
    return Fitted(set_lines, price, tracking / 1000)


def _cells(text: str) -> Iterator[Cell]:
    """Yield the cells of a text; a space has room and no text."""
    for match in _CELL.finditer(text):
        cell = match[0]
        kind = kind_of(cell)
        if cell.isspace():
            yield Cell(match.start(), "", PAUSE, 0)
        elif cell in DASH_MARKS and text[match.end() : match.end() + 1] == cell:
            yield Cell(match.start(), cell, JOINED, 0, spaced=False)
        elif kind in ABOVE and cell not in WHOLE:
            yield Cell(match.start(), cell, HALF, ABOVE[kind])
        else:
            yield Cell(match.start(), cell, 1000, 0)


@lru_cache(maxsize=512)
def _upright(text: str, face: str, book: FontBook) -> tuple[Measured, tuple[Cell, ...]]:
    """Return a headline measured as it stands upright, edges and places to space by its cells; the cells."""
    copy = measured(text, face, book)
    whole = copy.whole
    cells = tuple(_cells(whole.text))
    tops = {
        cell.offset: top for cell, top in zip(cells, accumulate(each.room for each in cells), strict=True)
    }
    bottoms = [0, *tops.values()]
    order = [cell.offset for cell in cells]
    first = [_place(order, whole.offsets[at]) for at in whole.breaks]
    last = [_last_seen(cells, at) for at in first]
    slots = [0, *accumulate(each.spaced for each in cells)]
    upright = replace(
        copy,
        starts=[bottoms[at] for at in first],
        ends=[bottoms[at] for at in last],
        first_slots=[slots[at] for at in first],
        last_slots=[slots[max(0, at - 1)] for at in last],
    )
    return upright, cells


def _place(order: Sequence[int], offset: int) -> int:
    """Return how many cells begin before an offset."""
    return sum(each < offset for each in order)


def _last_seen(cells: Sequence[Cell], end: int) -> int:
    """Return the place after the last cell before ``end`` that is not a space."""
    while end > 0 and not cells[end - 1].text:
        end -= 1
    return end


def _line(
    copy: Measured, span: tuple[int, int], cells: Sequence[Cell], tracking: int, face: str, book: FontBook
) -> Line:
    """Return one vertical line."""
    seen, at = [], 0
    for cell in _between(copy, cells, *span):
        if cell.text:
            seen.append((cell, at - cell.higher))
        at += cell.room + tracking * cell.spaced
    after = [*(top for _cell, top in seen[1:]), seen[-1][1] + 1000]
    pieces = tuple(
        _piece(cell.text, following - top - 1000, face, book)
        for (cell, top), following in zip(seen, after, strict=True)
    )
    width = copy.width(*span) + tracking * copy.room(*span)
    return Line(pieces, seen[0][1] / 1000, round(width / 1000, 4), False, tracking / 1000)


def _between(copy: Measured, cells: Sequence[Cell], start: int, end: int) -> list[Cell]:
    """Return the cells of the line between two breaks."""
    first, last = (copy.whole.offsets[copy.whole.breaks[at]] for at in (start, end))
    return [cell for cell in cells if first <= cell.offset < last]


def _piece(text: str, tracking: int, face: str, book: FontBook) -> Piece:
    """Return a cell in its vertical form where a face has one."""
    form = FORMS.get(text, text)
    form = form if book.fallback(face, form[0]) else text
    return Piece(form, book.fallback(face, form[0]) or face, tracking / 1000)
