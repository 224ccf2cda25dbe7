"""The fonts that a file sets: embedded, subset, readable, complete."""

import re
from dataclasses import dataclass, field, replace

import pikepdf

from newsletter.diagnostics import Spot
from newsletter.press.facts import Font

_SUBSET = re.compile(r"[A-Z]{6}\+")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(slots=True)
class FontBook:
    """All fonts of a file, each entered when it is first set."""

    entered: dict[object, Font] = field(default_factory=dict)
    _two_bytes: dict[object, bool] = field(default_factory=dict)

    def shown(self, font: pikepdf.Object | None, string: bytes, spot: Spot) -> bool:
        """Enter a font as set with a string; return whether the string holds any character."""
        key = _key(font)
        if key not in self.entered:
            self.entered[key] = _font(font, spot)
            self._two_bytes[key] = _is_identity(font)
        entry = self.entered[key]
        if entry.notdef is None and self._two_bytes[key] and _shows_zero(string):
            self.entered[key] = replace(entry, notdef=spot)
        return b"(" in string or len(string) > 2


def _key(font: pikepdf.Object | None) -> object:
    """Return what tells a font apart: its object number, or itself written out."""
    if font is None:
        return None
    return font.objgen if font.objgen != (0, 0) else font.unparse()


def _font(font: pikepdf.Object | None, spot: Spot) -> Font:
    """Return a font's facts; one that the resources do not hold is not embedded."""
    if not isinstance(font, pikepdf.Dictionary):
        return Font("", "missing", False, False, False, spot)
    base = str(font.get("/BaseFont", font.get("/Name", ""))).removeprefix("/")
    descendant, kind = _descendant(font), str(font.get("/Subtype", "")).removeprefix("/")
    if descendant is not font:
        kind = f"{kind} {str(descendant.get('/Subtype', '')).removeprefix('/')}"
    return Font(
        base=base,
        kind=kind,
        embedded=kind == "Type3" or _is_embedded(descendant),
        subset=bool(_SUBSET.match(base)),
        to_unicode=isinstance(font.get("/ToUnicode"), pikepdf.Stream),
        first=spot,
    )


def _descendant(font: pikepdf.Dictionary) -> pikepdf.Dictionary:
    """Return the CID font below a composite font, else the font itself."""
    below = font.get("/DescendantFonts")
    if isinstance(below, pikepdf.Array) and len(below) and isinstance(below[0], pikepdf.Dictionary):
        return below[0]
    return font


def _is_embedded(font: pikepdf.Dictionary) -> bool:
    """Return whether the font's program is in the file."""
    descriptor = font.get("/FontDescriptor")
    return isinstance(descriptor, pikepdf.Dictionary) and any(
        isinstance(descriptor.get(each), pikepdf.Stream) for each in _FILES
    )


def _is_identity(font: pikepdf.Object | None) -> bool:
    """Return whether codes are glyph numbers of two bytes, as the engine writes them."""
    if not isinstance(font, pikepdf.Dictionary):
        return False
    identity = font.get("/Encoding") in (pikepdf.Name("/Identity-H"), pikepdf.Name("/Identity-V"))
    return identity and not isinstance(_descendant(font).get("/CIDToGIDMap"), pikepdf.Stream)


def _shows_zero(string: bytes) -> bool:
    """Return whether glyph 0, .notdef, is among the codes of the hexadecimal strings."""
    if b"0000" not in string:
        return False
    codes = (b"".join(found.split()) for found in _HEX.findall(string))
    return any(code[i : i + 4] == b"0000" for code in codes for i in range(0, len(code) - 3, 4))
