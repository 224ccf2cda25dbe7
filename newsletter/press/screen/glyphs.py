"""A string of glyphs cut between two of them."""

import re
from collections.abc import Collection, Iterator

import pikepdf

from newsletter.press.operators import Operation

_TOKEN = re.compile(rb"<([0-9A-Fa-f]*)>|([-+.0-9]+)")
_WHITE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<(?:0009|0020|00[aA]0|200[0-9aA]|202[fF]|205[fF]|3000)>")
GLYPH = 4
"""Hexadecimal figures of a glyph: the engine writes them two bytes wide."""


def blanks_of(page: pikepdf.Page, font: str) -> frozenset[bytes]:
    """Return the glyphs of a page's font that stand for white, in hexadecimal."""
    table = page.obj["/Resources"]["/Font"][font].get("/ToUnicode")
    return frozenset(_WHITE.findall(table.read_bytes())) if isinstance(table, pikepdf.Stream) else frozenset()


def parts_of_line(
    operation: Operation, told: int, stops: Collection[int], blanks: Collection[bytes]
) -> Iterator[tuple[int, bytes]]:
    """Yield the operation in parts that end where a line's characters reach a stop, ``told`` before it.

    With each part comes the number of its glyphs, ``blanks`` not counted. What is no array of glyphs in
    hexadecimal stays whole.
    """
    if operation.operator != b"TJ" or b"(" in operation.operands:
        yield 0, operation.operands + operation.operator
        return
    part: list[bytes] = []
    count = 0
    for piece, glyph in _pieces(operation.operands):
        counts = bool(glyph) and glyph not in blanks
        if counts and count and told + count in stops:
            yield count, _array(part)
            told, part, count = told + count, [], 0
        part.append(piece)
        count += counts
    yield count, _array(part)


def _array(part: list[bytes]) -> bytes:
    return b"[" + b"".join(part).replace(b"><", b"") + b"] TJ"


def _pieces(array: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the glyphs of an array one by one, and the white between them, which is no glyph."""
    for found in _TOKEN.finditer(array):
        if found[2] is not None:
            yield b" %s " % found[2], b""
            continue
        word = found[1]
        for at in range(0, len(word), GLYPH):
            glyph = word[at : at + GLYPH]
            yield b"<%s>" % glyph, glyph
