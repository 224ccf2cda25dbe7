"""Strings that show a font's empty box: codes without a glyph, told from the file alone.

Composite fonts are told by their glyph numbers, simple ones by the names of their own encoding. A simple
font with the encoding of its program, and the glyphs that a program lacks, would need the program read.
"""

import re
from collections.abc import Callable, Iterator

import pikepdf

from newsletter.press.streams import unpacked

Missing = Callable[[bytes], bool]
"""Whether the strings among some operands show a missing glyph."""

_IDENTITY = (pikepdf.Name("/Identity-H"), pikepdf.Name("/Identity-V"))
_STRING = re.compile(rb"<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}


def missing_of(font: pikepdf.Object | None) -> Missing:
    """Return what tells whether a string shows a missing glyph of a font."""
    if not isinstance(font, pikepdf.Dictionary):
        return _never
    if font.get("/Encoding") in _IDENTITY:
        return _by_number(descendant_of(font).get("/CIDToGIDMap"))
    names = _unnamed(font.get("/Encoding"))
    return (lambda operands: any(code in names for code in _bytes(operands))) if names else _never


def descendant_of(font: pikepdf.Dictionary) -> pikepdf.Dictionary:
    """Return the CID font below a composite font, else the font itself."""
    below = font.get("/DescendantFonts")
    if isinstance(below, pikepdf.Array) and len(below) and isinstance(below[0], pikepdf.Dictionary):
        return below[0]
    return font


def _never(_operands: bytes) -> bool:
    return False


def _by_number(table: object) -> Missing:
    """Return the test for codes of two bytes that are glyph numbers, by way of a table where there is one."""
    if not isinstance(table, pikepdf.Stream):
        return lambda operands: (b"0000" in operands or b"(" in operands) and _has_zero(operands, b"")
    glyphs = unpacked(table)
    return lambda operands: _has_zero(operands, glyphs)


def _has_zero(operands: bytes, glyphs: bytes) -> bool:
    """Return whether glyph 0 is among the glyphs shown."""
    data = bytes(_bytes(operands))
    codes = (data[at] << 8 | data[at + 1] for at in range(0, len(data) - 1, 2))
    if not glyphs:
        return any(code == 0 for code in codes)
    return any(glyphs[2 * code : 2 * code + 2] in (b"", b"\0\0") for code in codes)


def _unnamed(encoding: object) -> frozenset[int]:
    """Return the codes that an encoding gives to no glyph."""
    differences = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    found, code = set(), 0
    for each in list(differences)[:2000] if isinstance(differences, pikepdf.Array) else []:
        if not isinstance(each, pikepdf.Name):
            code = int(each)
            continue
        if each == pikepdf.Name("/.notdef"):
            found.add(code)
        code += 1
    return frozenset(found)


def _bytes(operands: bytes) -> Iterator[int]:
    """Yield the bytes of all strings."""
    for found in _STRING.finditer(operands):
        if found[1] is not None:
            digits = b"".join(found[1].split())
            yield from bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        else:
            yield from _ESCAPE.sub(_unescaped, found[2])


def _unescaped(found: re.Match[bytes]) -> bytes:
    written = found[1]
    return bytes([int(written, 8) & 255]) if written[:1].isdigit() else _ESCAPED.get(written, written)
