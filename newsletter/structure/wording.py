"""Rows in plain words: the areas of a text's lines, with what the type alone does not say."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsletter.structure.element import Area, Element
from newsletter.structure.rows import Row


def worded(
    rows: Sequence[Row], copy: str = "", marker: int = 0, *, goes_on: bool = False
) -> Iterator[Area | Element]:
    """Yield the areas of one text's rows, which are to be read on end.

    ``copy`` is the text as it was written, ``marker`` the number of characters printed before it: where
    white stands in the copy between two lines, none is printed. Where it ``goes_on`` another text follows.
    """
    at = -marker
    for row, behind in zip_longest(rows, rows[1:]):
        at = _reached(copy, at, row.words)
        parted = 0 <= at < len(copy) and copy[at].isspace() if behind is not None else goes_on
        yield from _read(row, parted)


def _reached(copy: str, at: int, words: str) -> int:
    """Return where a line's words end in the copy, its white not counted."""
    for _character in words:
        while 0 <= at < len(copy) and copy[at].isspace():
            at += 1
        at += 1
    return at


def _read(row: Row, parted: bool) -> Iterator[Area | Element]:
    """Yield a line whole, or in parts where readings stand over its characters."""
    at = 0
    for count, each in enumerate(row.line.line.readings):
        if each.start > at:
            yield row.area("", at, each.start)
        base = Element("RB", (row.area("", each.start, each.stop),))
        yield Element("Ruby", (base, Element("RT", (row.reading(count),))))
        at = each.stop
    yield from _ended(row, at, parted)


def _ended(row: Row, start: int, parted: bool) -> Iterator[Area]:
    """Yield the rest of a line; its last character is read with the white behind it, without a hyphen."""
    last = len(row.text.rstrip()) - 1
    divided = any(piece.added for piece in row.line.line.pieces)
    if (divided or parted) and last >= start:
        if last > start:
            yield row.area("", start, last)
        yield row.area(row.text[last] + " " * parted, last)
    elif start < len(row.text):
        yield row.area("", start)
