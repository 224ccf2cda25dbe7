"""The glyphs of a PDF by pdfium: character, size, origin, cell; in points, y downwards from the sheet's top."""

from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from math import hypot
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph as printed: its pen ``x`` on the baseline ``y``, and ``end``, where its whole cell ends."""

    char: str
    size: float
    x: float
    y: float
    end: float

    @property
    def blank(self) -> bool:
        """Whether nothing of it is seen."""
        return self.char.isspace() or self.char in "\x00\u200b\ufeff"


def pages_of(pdf: Path | bytes) -> Iterator[tuple[Glyph, ...]]:
    """Return the glyphs of each page in the order of the file."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield tuple(_glyphs(page))
    finally:
        document.close()


def _glyphs(page: Any) -> Iterator[Glyph]:
    """Return a page's glyphs; the blanks that pdfium makes up between them are left out."""
    kept = page.get_textpage()
    top = page.get_mediabox()[3]
    for index in range(kept.count_chars()):
        if raw.FPDFText_IsGenerated(kept.raw, index) != 1:
            yield _glyph(kept.raw, index, top)


def _glyph(textpage: Any, index: int, top: float) -> Glyph:
    x, y, cell = c_double(), c_double(), raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    raw.FPDFText_GetLooseCharBox(textpage, index, cell)
    char = chr(raw.FPDFText_GetUnicode(textpage, index))
    return Glyph(char, _size(textpage, index), x.value, top - y.value, cell.right)


def _size(textpage: Any, index: int) -> float:
    """Return the size as printed: the font's as the page scales it."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, matrix)
    return round(raw.FPDFText_GetFontSize(textpage, index) * hypot(matrix.c, matrix.d), 2)
