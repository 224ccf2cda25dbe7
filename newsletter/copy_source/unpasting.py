"""What sets right text pasted from Word: empty lines between its paragraphs, tables out of its tabs."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsletter.copy_source.correcting import Correction
from newsletter.copy_source.pasting import DOT, SOFT, Pasting
from newsletter.copy_source.tables import MOST_COLUMNS
from newsletter.diagnostics import Span

FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
_DOT = re.compile(rf"\s*{DOT}\s*(?=\S)")
_INDENT = re.compile(r"[ \t\u3000]+")


def unpasted(pasting: Pasting, file: str) -> Iterator[Correction]:
    """Yield what would make paragraphs, lists and tables of a block's lines; what may be verse stays."""
    if not pasting.narrow:
        yield from _paragraphs(pasting, file)
    if pasting.prose:
        yield from _tables(pasting, file)


def _paragraphs(pasting: Pasting, file: str) -> Iterator[Correction]:
    """Yield empty lines for indents, and the marks of lists for dots."""
    numbers = range(pasting.first, pasting.last)
    dotted = {at for at in numbers if pasting.prose and _DOT.match(pasting.lines[at])}
    for at in sorted({*pasting.joined, *dotted}):
        found = (_DOT if at in dotted else _INDENT).match(pasting.lines[at])
        apart = at > pasting.first and not {at, at - 1} <= dotted
        new = ("\n" if apart else "") + ("- " if at in dotted else "")
        yield Correction(Span(file, at + 1, 1), found.group() if found else "", new)
    yield from _soft_breaks(pasting, file)


def _soft_breaks(pasting: Pasting, file: str) -> Iterator[Correction]:
    """Yield an empty line for each soft return, and nothing for those at a line's end."""
    for at in range(pasting.first, pasting.last):
        for found in re.finditer(SOFT, pasting.lines[at]):
            inside = pasting.lines[at][found.end() :].strip(SOFT + " ")
            yield Correction(Span(file, at + 1, found.start() + 1), SOFT, "\n\n" if inside else "")


def _tables(pasting: Pasting, file: str) -> Iterator[Correction]:
    """Yield the rows of a table for lines one below the other that tabs part alike."""
    parted, ends = set(pasting.parted), {pasting.last, *pasting.joined}
    for together, group in groupby(range(pasting.first, pasting.last), key=parted.__contains__):
        numbers = list(group)
        rows = _rows([pasting.lines[at] for at in numbers]) if together else ()
        for number, row in zip(numbers, rows, strict=False):
            before = "\n" if number == numbers[0] and number > pasting.first else ""
            rule = "\n|" + " --- |" * len(row) if number == numbers[0] else ""
            after = "\n" if number == numbers[-1] and number + 1 not in ends else ""
            cells = "| " + " | ".join(row) + " |"
            yield Correction(Span(file, number + 1, 1), pasting.lines[number], before + cells + rule + after)


def _rows(lines: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return the cells of lines, none where they are no table; tabs that only align count as one."""
    for tab in (r"\t", r"\t+"):
        rows = [[_cell(each) for each in re.split(tab, line)] for line in lines]
        columns = {len(row) for row in rows}
        if len(rows) >= FEWEST_ROWS and len(columns) == 1 and FEWEST_COLUMNS <= max(columns) <= MOST_COLUMNS:
            return rows
    return ()


def _cell(text: str) -> str:
    return text.strip().replace("|", r"\|")
