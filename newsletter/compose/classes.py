"""Classes of characters: what may stand at a line's edges, what can be squeezed (clreq; GB/T 15834 §5.1)."""

import re
import unicodedata
from typing import Final

HAN: Final = 0
LATIN: Final = 1
SPACE: Final = 2
OPENING: Final = 3
CLOSING: Final = 4
MIDDLE: Final = 5
DASH: Final = 6
SYMBOL: Final = 7
"""What a token is to the composer; plain numbers, for they are compared a million times an issue."""

OPENING_MARKS = "“‘（《〈「『【〔［｛〖"
CLOSING_MARKS = "”’）》〉」』】〕］｝〗"
PAUSE_MARKS = "，、；："
STOP_MARKS = "。．！？"
MIDDLE_MARKS = "·・‧•"
DASH_MARKS = "—…⋯⸺"
RAISED_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NOT_AT_START = frozenset(
    CLOSING_MARKS
    + PAUSE_MARKS
    + STOP_MARKS
    + MIDDLE_MARKS
    + DASH_MARKS
    + RAISED_FIGURES
    + "～–－-%％‰℃℉°′″¢々〻ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮゝゞヽヾ"
)
NUMBERED = "".join(map(chr, (*range(0x2460, 0x249C), *range(0x2776, 0x2794), *range(0x3220, 0x3244))))
"""Circled and bracketed numbers, which belong to what follows."""
NOT_AT_END = frozenset(OPENING_MARKS + "￥＄￡№§＃" + NUMBERED)
LATIN_NOT_AT_START = frozenset(")]},.;:!?%")
LATIN_NOT_AT_END = frozenset("([{$#@")
BREAKS_AFTER = frozenset("/.?&=_@-:,")
TAKES_GAP_BEFORE = frozenset("$€£#@+±~&")
TAKES_GAP_AFTER = frozenset("%°+#&*")

SPACES = " \u2000-\u200a\u205f"
HARD_SPACES = "\u00a0\u202f"
COMBINING = "\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
WORD = (
    "!-~\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2070-\u209c"
    "\u2c60-\u2c7f\ua640-\uabff\ufb00-\ufdff\ufe70-\ufefe"
)
_HAN = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u30ff\u3100-\u31ff\u3220-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]"
)


_MARKS = {
    **dict.fromkeys(OPENING_MARKS, OPENING),
    **dict.fromkeys(CLOSING_MARKS + PAUSE_MARKS + STOP_MARKS, CLOSING),
    **dict.fromkeys(MIDDLE_MARKS, MIDDLE),
    **dict.fromkeys("—⸺", DASH),
}
_SPACE = re.compile(f"[{SPACES}{HARD_SPACES}\u3000]")
_WORD = re.compile(f"[{WORD}]")


def kind_of(token: str) -> int:
    """Return the class of a token by its first character."""
    first = token[0]
    if _HAN.match(first):
        return HAN
    if first in _MARKS:
        return _MARKS[first]
    if first in RAISED_FIGURES and not token.strip(RAISED_FIGURES):
        return SYMBOL  # the number of a note: no word by itself
    if _SPACE.match(first):
        return SYMBOL if token == "\u3000" else SPACE
    return LATIN if _WORD.match(first) else SYMBOL


def sticks_back(token: str, kind: int) -> bool:
    """Return whether no line may start with the token."""
    if kind == LATIN:
        return token[0] in LATIN_NOT_AT_START
    return kind == SPACE or token[0] in NOT_AT_START or token == "\u3000"


def sticks_on(token: str, kind: int) -> bool:
    """Return whether no line may end with the token."""
    if kind == LATIN:
        return token[-1] in LATIN_NOT_AT_END
    return token[0] in NOT_AT_END or token == "\u3000" or token[0] in HARD_SPACES


def takes_gap_before(token: str) -> bool:
    """Return whether a Latin word wants a gap after the Han character before it."""
    return token[0].isalnum() or token[0] in TAKES_GAP_BEFORE


def takes_gap_after(token: str) -> bool:
    """Return whether a Latin word wants a gap before the Han character after it."""
    return unicodedata.category(token[-1])[0] in "LNM" or token[-1] in TAKES_GAP_AFTER
