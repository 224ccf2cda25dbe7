"""The fonts that a file sets: embedded, subset, readable, complete."""

import re
from dataclasses import dataclass, field, replace

import pikepdf

from newsletter.diagnostics import Spot
from newsletter.press.facts import Font
from newsletter.press.notdef import Missing, descendant_of, missing_of

_SUBSET = re.compile(r"[A-Z]{6}\+")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(slots=True)
class FontBook:
    """All fonts of a file, each entered when it is first set."""

    entered: dict[object, Font] = field(default_factory=dict)
    drawn: set[object] = field(default_factory=set)
    _missing: dict[object, Missing] = field(default_factory=dict)

    def shown(self, font: pikepdf.Object | None, string: bytes, spot: Spot) -> bool:
        """Enter a font as set with a string; return whether the string holds any character."""
        key = _key(font)
        if key not in self.entered:
            self.entered[key] = _font(font, spot)
            self._missing[key] = missing_of(font)
        entry = self.entered[key]
        if entry.notdef is None and self._missing[key](string):
            self.entered[key] = replace(entry, notdef=spot)
        return b"(" in string or len(string) > 2

    def name_of(self, font: pikepdf.Object | None) -> str:
        """Return the name of a font that is entered, without the mark of a subset."""
        entry = self.entered[_key(font)]
        return _SUBSET.sub("", entry.base) or entry.kind


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
    descendant, kind = descendant_of(font), str(font.get("/Subtype", "")).removeprefix("/")
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


def _is_embedded(font: pikepdf.Dictionary) -> bool:
    """Return whether the font's program is in the file."""
    descriptor = font.get("/FontDescriptor")
    return isinstance(descriptor, pikepdf.Dictionary) and any(
        isinstance(descriptor.get(each), pikepdf.Stream) for each in _FILES
    )
