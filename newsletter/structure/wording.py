"""Rows in plain words: the areas of a text's lines, with what the type alone does not say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from newsletter.lines import Piece
from newsletter.structure.element import Area, Element
from newsletter.structure.rows import Row

PARTED = 1.4
"""Tracking in em from which what follows stands by itself."""
SAME = 0.0015
"""Tracking in em up to which pieces are set alike."""


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
    """Yield a line whole, or in parts where some of it is read otherwise than it is printed."""
    at = 0
    for start, stop, part in _parts(row, parted):
        if start < at:
            continue
        if start > at:
            yield row.area("", at, start)
        yield part
        at = stop
    if at < len(row.words):
        yield row.area("", at)


def _parts(row: Row, parted: bool) -> list[tuple[int, int, Area | Element]]:
    """Return the parts read otherwise, each from a character to before another, white not counted."""
    lengths = list(accumulate((not each.isspace() for each in row.text), initial=0))
    count = len(row.line.line.readings)
    found: list[tuple[int, int, Area | Element]] = [_ruby(row, each, lengths) for each in range(count)]
    spaced = {lengths[at]: " " for at in _lost(row.line.line.pieces)}
    divided = any(piece.added for piece in row.line.line.pieces)
    if divided or parted:
        spaced[len(row.words)] = " " * parted
    for stop, white in spaced.items():
        if stop:
            found.append((stop - 1, stop, _spaced(row, stop, white)))
    return sorted(found, key=lambda part: part[:2])


def _ruby(row: Row, number: int, lengths: Sequence[int]) -> tuple[int, int, Element]:
    """Return characters and the reading over them."""
    reading = row.line.line.readings[number]
    start, stop = lengths[reading.start], lengths[reading.stop]
    base = Element("RB", (row.area("", start, stop),))
    return start, stop, Element("Ruby", (base, Element("RT", (row.reading(number),))))


def _spaced(row: Row, stop: int, white: str) -> Area:
    """Return a character that is read with white after it; of a line's last the hyphen after it is part."""
    last = stop == len(row.words)
    return row.area(row.words[stop - 1] + white, stop - 1, None if last else stop)


def _lost(pieces: Sequence[Piece]) -> Iterator[int]:
    """Yield the offsets at which there is white on the page and none in the file.

    The engine draws no piece that has nothing but white; a credit or sign-off line is parted by tracking.
    """
    at = 0
    for before, piece, behind in zip((None, *pieces), pieces, (*pieces[1:], None), strict=False):
        if piece.text.isspace() and not (_alike(piece, before) or _alike(piece, behind)):
            yield at
        at += 0 if piece.added else len(piece.text)
        if piece.tracking >= PARTED and behind and not piece.text.isspace() and not behind.text[0].isspace():
            yield at


def _alike(piece: Piece, other: Piece | None) -> bool:
    """Return whether two neighbouring pieces are drawn as one."""
    if other is None:
        return False
    same = replace(piece, text=other.text, tracking=other.tracking) == other
    return same and abs(piece.tracking - other.tracking) < SAME
