"""Which characters leave ink, so that a face must have a glyph for them."""

import unicodedata
from functools import cache

IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE0FFF),
)
"""Default ignorable code points (Unicode, DerivedCoreProperties) with interlinear marks and line ends."""
SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
"""Variation selectors: they ask for another form of the character before them."""


@cache
def leaves_ink(character: str) -> bool:
    """Return whether a character is printed: no space, no control, nothing that is ignored by default.

    Private-use, unassigned and broken characters are: a face without them prints an empty box.
    """
    point = ord(character)
    if character.isspace() or unicodedata.category(character) == "Cc":
        return False
    return not _lies_in(point, IGNORABLE)


def is_selector(character: str) -> bool:
    """Return whether a character is a variation selector."""
    return _lies_in(ord(character), SELECTORS)


def _lies_in(point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Return whether a code point lies in one of the ranges."""
    return any(low <= point <= high for low, high in ranges)
