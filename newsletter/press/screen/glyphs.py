"""A string of glyphs cut between two of them."""

import re
from collections.abc import Iterator, Sequence

from newsletter.press.operators import Operation

_TOKEN = re.compile(rb"<([0-9A-Fa-f]*)>|([-+.0-9]+)")
GLYPH = 4
"""Hexadecimal figures of a glyph: the engine writes them two bytes wide."""


def parts_of_line(operation: Operation, told: int, stops: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Yield the operation in parts that end where a line's characters reach a stop, ``told`` before it.

    With each part comes the number of its glyphs. What is no array of glyphs in hexadecimal stays whole.
    """
    if operation.operator != b"TJ" or b"(" in operation.operands:
        yield 0, operation.operands + operation.operator
        return
    part: list[bytes] = []
    count = 0
    for piece, glyphs in _pieces(operation.operands):
        if glyphs and part and count and told + count in stops:
            yield count, b"[" + b"".join(part) + b"] TJ"
            told, part, count = told + count, [], 0
        part.append(piece)
        count += glyphs
    yield count, b"[" + b"".join(part) + b"] TJ"


def _pieces(array: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the glyphs of an array one by one, and the white between them."""
    for found in _TOKEN.finditer(array):
        if found[2] is not None:
            yield b" %s " % found[2], 0
            continue
        word = found[1]
        for at in range(0, len(word), GLYPH):
            yield b"<%s>" % word[at : at + GLYPH], 1
