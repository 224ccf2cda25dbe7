"""Rolls (名单): names one below the other in cells of three em, or four, with one em and more between them.

A name of two characters is spaced to three; no name is broken. White beside the last cell goes between the
cells, so that the outer ones stand at the edges of the measure; names parted by 、 keep it and stay close.
Positions and widths are em from the measure's left.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newsletter.compose.over import over
from newsletter.compose.setting import Setting
from newsletter.fonts import FontBook
from newsletter.lines import Line, Piece
from newsletter.manuscript import Paragraph, Reading
from newsletter.surnames import places_of_names

NARROW, WIDE = 3, 4
"""The cells of a roll, by its longest name."""
MOST_WHITE = 1.5
"""What may be added to the em between two names."""
SPACE = "\u3000"
PARTED_BY = "、"
HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Cell:
    """A name, or what leads in to the names, as it is set."""

    pieces: tuple[Piece, ...]
    name: float  # the width without 、
    readings: tuple[Reading, ...] = ()

    @property
    def width(self) -> float:
        """The width with the mark behind the name, which is one em wide."""
        return self.name + (self.pieces[-1].text == PARTED_BY)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a roll stand: how many abreast, from where, how far from one to the next."""

    cells: int
    origin: float
    pitch: float

    def after(self, edge: float) -> int:
        """Return the first cell that starts at an edge or behind it."""
        return max(0, math.ceil((edge - self.origin) / self.pitch - HAIR))


def roll_lines(
    paragraph: Paragraph, lead: Line | None, origin: float, setting: Setting, book: FontBook
) -> tuple[Line, ...]:
    """Return a roll's lines, cells from ``origin`` on, behind the ``lead``; none where no cell fits."""
    start = len(lead.text) if lead else 0
    mark = PARTED_BY if PARTED_BY in paragraph.text[start:] else SPACE
    cells = list(_cells(paragraph, start, mark, setting, book))
    wide = WIDE if max(cell.name for cell in cells) > NARROW else NARROW
    grid = _grid(wide, mark, setting.measure, origin)
    if not grid.cells:
        return ()
    return tuple(_line(row, setting.face) for row in _placed(cells, lead, grid))


def _grid(cell: int, mark: str, measure: float, origin: float) -> Grid:
    """Return the grid of a measure; 、 at the end of a line is half as wide."""
    room, least = measure - origin, cell + 1.0
    tail = 0.5 if mark == PARTED_BY else 0.0
    count = math.floor((room + 1.0 - tail + HAIR) / least)
    spare = room - count * least + 1.0
    white = min(MOST_WHITE, spare / (count - 1)) if count > 1 and not tail else 0.0
    return Grid(count, origin, least + white)


def _cells(paragraph: Paragraph, start: int, mark: str, setting: Setting, book: FontBook) -> Iterator[Cell]:
    """Yield the names as cells, those of two characters spaced to three, 、 behind all but the last."""
    text = paragraph.text
    faces = [setting.face_of(run.emphasis) for run in paragraph.runs for _each in run.text]
    readings = over(paragraph.runs, [run.text for run in paragraph.runs], setting, book).readings
    places = tuple(places_of_names(text, start))
    for first, stop in places:
        letters = [(at, text[at]) for at in range(first, stop) if text[at] != SPACE]
        if len(letters) == 2:
            letters.insert(1, (-1, SPACE))
        column = {at: number for number, (at, _each) in enumerate(letters)}
        over_it = (
            Reading(column[each.start], column[each.stop - 1] + 1, each.sound)
            for each in readings
            if each.start in column and each.stop - 1 in column
        )
        tail = mark if mark == PARTED_BY and stop != places[-1][1] else ""
        set_in = [(book.fallback(faces[at], each) or faces[at], each) for at, each in letters]
        yield Cell(
            (*_pieces(set_in), *((Piece(tail, setting.face),) if tail else ())), len(letters), tuple(over_it)
        )


def _pieces(letters: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    """Yield characters with their faces as pieces, as few as can be."""
    for face, group in groupby(letters, key=lambda each: each[0]):
        yield Piece("".join(each for _face, each in group), face)


def _placed(cells: Sequence[Cell], lead: Line | None, grid: Grid) -> list[list[tuple[float, Cell]]]:
    """Return the rows, each cell with its place; names that find no room beside the lead stand below it."""
    rows: list[list[tuple[float, Cell]]] = [[]]
    column = 0
    if lead:
        rows[0].append((lead.start, Cell(lead.pieces, lead.width, lead.readings)))
        column = grid.after(lead.start + lead.width)
    for cell in cells:
        if column >= grid.cells:
            rows.append([])
            column = 0
        rows[-1].append((grid.origin + column * grid.pitch, cell))
        column += 1
    return rows


def _line(row: Sequence[tuple[float, Cell]], face: str) -> Line:
    """Return a row as a line: behind each cell the white up to the next, at the end 、 half as wide."""
    pieces: list[Piece] = []
    readings: list[Reading] = []
    start, length = row[0][0], 0
    (last, tail) = row[-1]
    width = last + tail.width - start
    for (place, cell), behind in zip(row, [*(each for each, _cell in row[1:]), start + width], strict=True):
        readings += (
            replace(each, start=each.start + length, stop=each.stop + length) for each in cell.readings
        )
        pieces += cell.pieces
        if (white := behind - place - cell.width) > HAIR:
            pieces.append(Piece(SPACE, face, round(white - 1.0, 3)))
        length = sum(len(piece.text) for piece in pieces)
    if pieces[-1].text == PARTED_BY:
        pieces[-1], width = replace(pieces[-1], halved=True), width - 0.5
    return Line(tuple(pieces), round(start, 3), round(width, 3), False, 0.0, tuple(readings))
