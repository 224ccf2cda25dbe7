"""Styles of Chinese type and which one stands in best for which.

A face says its style in its family name, else in the PANOSE numbers of its OS/2 table.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Style(StrEnum):
    """A style of Chinese type."""

    SONG = "song"
    FANG = "fang"
    HEI = "hei"
    KAI = "kai"
    DISPLAY = "display"


WORDS = (
    (Style.DISPLAY, ("masthead", "xing", "行楷", "行书", "隶", "魏碑", "琥珀", "娃娃")),
    (Style.FANG, ("fangsong", "fang song", "仿宋")),
    (Style.KAI, ("kai", "楷")),
    (Style.SONG, ("song", "serif", "ming", "sim sun", "simsun", "宋", "明体", "明朝")),
    (Style.HEI, ("hei", "sans", "gothic", "黑", "圆")),
)
"""Words of family names, the first that is found decides: 仿宋 holds 宋, 行楷 holds 楷."""
NEVER_SERIF = "sans serif"

NEXT_OF_KIN: Mapping[Style, tuple[Style, ...]] = MappingProxyType(
    {
        Style.SONG: (Style.SONG, Style.FANG, Style.KAI, Style.HEI, Style.DISPLAY),
        Style.FANG: (Style.FANG, Style.SONG, Style.KAI, Style.HEI, Style.DISPLAY),
        Style.KAI: (Style.KAI, Style.FANG, Style.SONG, Style.HEI, Style.DISPLAY),
        Style.HEI: (Style.HEI, Style.SONG, Style.FANG, Style.KAI, Style.DISPLAY),
        Style.DISPLAY: (Style.KAI, Style.FANG, Style.SONG, Style.HEI, Style.DISPLAY),
    }
)
"""For each style the styles that stand in for it, the nearest first; a display face never stands in early."""

_PANOSE = slice(32, 42)
"""Where the PANOSE numbers lie in an OS/2 table."""
_LATIN_TEXT = 2
_SANS = range(11, 16)


def style_of(family: str, os2: bytes) -> Style:
    """Return the style of a face by its family's name, else its OS/2 table; 宋 where neither tells."""
    name = family.casefold().replace(NEVER_SERIF, "sans")
    named = (style for style, words in WORDS if any(word in name for word in words))
    return next(named, _by_panose(os2[_PANOSE]))


def _by_panose(panose: bytes) -> Style:
    """Return the style that PANOSE numbers tell: serifs are 宋, none are 黑."""
    if len(panose) == 10 and panose[0] == _LATIN_TEXT and panose[1] in _SANS:
        return Style.HEI
    return Style.SONG
