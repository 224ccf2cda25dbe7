"""The glyphs of a PDF: character, size, pen, cell; in points, y downwards from the trim's top."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsletter.lengths import to_pt
from newsletter.press import Character, characters_of_pages

INVISIBLE = "\x00\u00ad\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph as printed: its pen ``x`` on the baseline ``y``, and ``end``, where its whole cell ends.

    ``spaced`` glyphs follow a blank of the copy.
    """

    char: str
    size: float
    x: float
    y: float
    end: float
    font: str = ""
    spaced: bool = False


def pages_of(pdf: Path | bytes) -> Iterator[tuple[Glyph, ...]]:
    """Return the visible glyphs of each page in the order of the file.

    Raises ``UnreadablePdf``.
    """
    return (tuple(_visible(characters)) for characters in characters_of_pages(pdf))


def _visible(characters: Iterable[Character]) -> Iterator[Glyph]:
    spaced = False
    for each in characters:
        if each.char.isspace() or each.char in INVISIBLE:
            spaced = True
            continue
        edges = to_pt(each.x0), to_pt(each.base), to_pt(each.x1)
        yield Glyph(each.char, round(each.size, 2), *edges, each.font, spaced)
        spaced = False
