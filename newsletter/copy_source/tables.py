"""Tables of copy: each cell a paragraph that knows its row and column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from newsletter.copy_source import faults
from newsletter.copy_source.correcting import Corrected, corrected_paragraph
from newsletter.copy_source.inline import Inline
from newsletter.copy_source.notes import Notes
from newsletter.copy_source.parser import split_row
from newsletter.diagnostics import Diagnostic, Span
from newsletter.manuscript import Block, Cell, CellAlign, Paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_COLUMNS = 12
TITLE = re.compile(
    r"(?:附?表)[ 　]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})(?=\W|[ 　：:]|$)[^。]{0,40}"
)
"""The line that names a table, typed right before it: 表1 ……"""
RULED = re.compile(r"\s*+(?:\|\s*+)?:?-{2,}+:?\s*+(?:\|\s*+:?-{2,}+:?\s*+)+(?:\|\s*+)?")
"""The second line of a table, which parts its head from its rows."""


@dataclass(slots=True)
class TableReader:
    """Takes a table's tokens in; ``number`` counts the story's tables from 0."""

    lines: list[str]
    file: str
    number: int
    notes: Notes
    columns: int = 0
    row: int = -1
    column: int = -1
    place: int = 0
    align: CellAlign = ""
    cells: list[Paragraph] = field(default_factory=list)
    read: list[Corrected[Paragraph | None]] = field(default_factory=list)
    reports: list[Diagnostic] = field(default_factory=list)

    def walk(self, tokens: Sequence["Token"]) -> None:
        """Take every cell in."""
        self.columns = sum(token.type == "th_open" for token in tokens)
        for token in tokens:
            if token.type == "tr_open":
                self.row, self.column, self.place = self.row + 1, -1, 0
                self._count(token)
            elif token.type in ("th_open", "td_open"):
                self.column += 1
                style = str(token.attrs.get("style", ""))
                self.align = cast(CellAlign, style.removeprefix("text-align:"))
            elif token.type == "inline":
                self._cell(token)

    def _count(self, token: "Token") -> None:
        """Report a row that has more cells than the head: the parser leaves those out."""
        line = token.map[0] if token.map else 0
        cells = split_row(self.lines[line].lstrip(" >\t"))
        if self.row and len(cells) > self.columns:
            self.reports.append(
                faults.table_row_too_long(_whole_line(self.file, self.lines, line), len(cells), self.columns)
            )

    def _cell(self, token: "Token") -> None:
        """Take one cell in; an empty one is no paragraph."""
        line = token.map[0] if token.map else 0
        inline = Inline(self.lines, self.file, line, line + 1, self.place, numbers=self.notes)
        inline.walk(token.children or [])
        self.place = inline.column
        self.reports.extend(inline.reports)
        span = Span(self.file, line + 1, self.place + 1, 1)
        corrected = corrected_paragraph(inline.pieces, Block.CELL, span, "")
        self.read.append(corrected)
        if corrected.value:
            cell = Cell(self.number, self.row, self.column, self.columns, self.align)
            self.cells.append(replace(corrected.value, cell=cell))


def _whole_line(file: str, lines: Sequence[str], number: int) -> Span:
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    return Span(file, number + 1, indent + 1, max(1, len(line.strip())))
