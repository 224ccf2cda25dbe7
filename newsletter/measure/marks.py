"""Characters by what the standards ask of them (GB/T 15834 §5.1, clreq)."""

import re

CLOSING = frozenset("，。、；：？！）》〉」』】〕〗”’")
OPENING = frozenset("（《〈「『【〔〖“‘")
NOT_AT_START = CLOSING | frozenset("…—·％%℃～")
NOT_AT_END = OPENING
SENTENCE_END = frozenset("。！？…”’）」』；：")
"""Marks that a paragraph, or an item of a list, may end with."""

_UNIT = re.compile(
    "(?:[nmcdk]?m|[nmk]?g|[nm]?s|[kmMG]?(?:A|V|W|J|N|L|l|F|Pa|Hz|mol|Ω|eV)|[μµ][mgsAVFL]|min|h|d|K|T|dB"
    "|[kMGT]i?B|kWh|kW·h|rpm)(?![A-Za-z])"
)
_LONG_WORD = re.compile("[A-Za-z\u00c0-\u024f]{5,}")
_MARKER = re.compile(
    r"(?:(?P<figures>[0-9]{1,3}(?:[.．](?![0-9])|[、)）]))|(?P<numerals>[一二三四五六七八九十]{1,3}、)"
    r"|(?P<bracketed>[（(][0-9一二三四五六七八九十]{1,3}[)）])|(?P<circled>[①-⑳])|[•·▪■●◆–—])"
)


def is_han(char: str) -> bool:
    """Return whether the character is a Han one."""
    return (
        "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U000323af"
    )


def is_word(char: str) -> bool:
    """Return whether the character is part of a Latin word or a number."""
    return char.isascii() and char.isalnum()


def is_cut(one: str, other: str, spaced: bool) -> bool:
    """Return whether two lines share a word, a number, or a number and its unit; ``spaced`` at a blank."""
    if not spaced:
        return is_word(one[-1]) and is_word(other[0])
    return one[-1].isdecimal() and (other[0].isdecimal() or _UNIT.match(other) is not None)


def has_long_word(text: str) -> bool:
    """Return whether a text has a Latin word of more than four letters, which no line can give way in."""
    return _LONG_WORD.search(text) is not None


def is_marked(text: str) -> bool:
    """Return whether a text starts as a list's item does."""
    return _MARKER.match(text) is not None


def is_marker(text: str) -> bool:
    """Return whether a text is an item's marker and nothing else."""
    return _MARKER.fullmatch(text) is not None


def marker_of(text: str) -> str | None:
    """Return the kind of marker that a text starts with: how it is numbered or the mark, none for none."""
    found = _MARKER.match(text)
    return (found.lastgroup or found[0]) if found else None


def squeezes(one: str, other: str) -> bool:
    """Return whether two neighbouring marks share a blank and are set in 1.5 em."""
    return (one in CLOSING and other in CLOSING | OPENING) or (one in OPENING and other in OPENING)
