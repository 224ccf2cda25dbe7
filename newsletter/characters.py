"""What a code point is, whatever the face: unseen, a selector, private, broken."""

import unicodedata
from functools import cache

Ranges = tuple[tuple[int, int], ...]

IGNORABLE: Ranges = (
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
    (0xFFF9, 0xFFFC),
    (0xE0000, 0xE0FFF),
)
"""Default ignorable code points (Unicode, DerivedCoreProperties), line ends, interlinear and object marks."""
SELECTORS: Ranges = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
PRIVATE: Ranges = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
SURROGATES: Ranges = ((0xD800, 0xDFFF),)
NEVER_CHARACTERS: Ranges = ((0xFDD0, 0xFDEF),)
LOST = "\ufffd"
"""What programs put where they could not read a character."""


@cache
def leaves_ink(character: str) -> bool:
    """Return whether a character is printed: no space, no control, nothing that is ignored by default.

    Private, unassigned and broken ones are: a face without them prints an empty box.
    """
    return not (character.isspace() or is_unseen(character))


@cache
def is_unseen(character: str) -> bool:
    """Return whether a character is a control or ignored by default: it prints nothing, not even white."""
    return unicodedata.category(character) == "Cc" or _lies_in(character, IGNORABLE)


def is_selector(character: str) -> bool:
    """Return whether a character asks for another form of the one before it (variation selector)."""
    return _lies_in(character, SELECTORS)


def is_private(character: str) -> bool:
    """Return whether a character is of private use: every face may mean something else by it."""
    return _lies_in(character, PRIVATE)


def is_broken(character: str) -> bool:
    """Return whether a character is none: half of a pair, a noncharacter, the mark of one that was lost."""
    last_of_plane = ord(character) & 0xFFFE == 0xFFFE
    return character == LOST or last_of_plane or _lies_in(character, SURROGATES + NEVER_CHARACTERS)


def _lies_in(character: str, ranges: Ranges) -> bool:
    point = ord(character)
    return any(low <= point <= high for low, high in ranges)
