"""How far a string of a font reaches: widths of glyphs as the file has them (ISO 32000-1, 9.7.4.3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from newsletter.press.notdef import descendant_of

_PART = re.compile(rb"<([0-9A-Fa-f\s]*)>|([-+.0-9]+)|\(((?:\\.|[^\\)])*)\)", re.DOTALL)
_EM = 1000.0


@dataclass(slots=True)
class Advances:
    """The widths of the fonts of a file, each read when it is first asked for."""

    known: dict[object, tuple[dict[int, float], float]] = field(default_factory=dict)

    def reach(self, font: pikepdf.Object | None, string: bytes) -> float:
        """Return how far a string goes, in em; what is not known counts a whole em a code."""
        widths, default = self._widths(font)
        total = 0.0
        for found in _PART.finditer(string):
            if found[2]:
                total -= _number(found[2])
            elif found[1] is not None:
                total += sum(widths.get(code, default) for code in _codes(b"".join(found[1].split())))
            else:
                total += default * len(found[3] or b"")
        return total / _EM

    def _widths(self, font: pikepdf.Object | None) -> tuple[dict[int, float], float]:
        """Return the widths of a font by glyph, and of those that it does not list."""
        if not isinstance(font, pikepdf.Dictionary):
            return {}, _EM
        key = font.objgen if font.objgen != (0, 0) else font.unparse()
        if key not in self.known:
            below = descendant_of(font)
            self.known[key] = dict(_listed(below.get("/W"))), float(below.get("/DW", _EM))
        return self.known[key]


def _codes(hexadecimal: bytes) -> Iterator[int]:
    """Yield the codes of two bytes."""
    for at in range(0, len(hexadecimal) - 3, 4):
        yield int(hexadecimal[at : at + 4], 16)


def _number(written: bytes) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0


def _listed(widths: object) -> Iterator[tuple[int, float]]:
    """Yield the glyphs of a CID font's array ``W`` with their widths."""
    entries = list(widths) if isinstance(widths, pikepdf.Array) else []
    while len(entries) >= 2:
        first, second = int(entries[0]), entries[1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + place, float(each)) for place, each in enumerate(second))
            entries = entries[2:]
        else:
            yield from ((code, float(entries[2])) for code in range(first, int(second) + 1))
            entries = entries[3:]
