"""Which characters belong to Han text: ideographs, Chinese marks, full-width forms.

`shape` writes a text as its kinds, one character for one, so that rules about neighbours are short
regular expressions; classes of thousands of ideographs would cost more to compile than an issue to read.
"""

from bisect import bisect_right

HAN = "\x01"
MARK = "\x02"  # 。，《（ and every other mark one em wide
OPENING = "\x03"  # “ ‘
CLOSING = "\x04"  # ” ’
DOTS = "\x05"  # …
DASH = "\x06"
TIE = "\x07"  # · ～
OTHER = "\x00"

LETTER = r"[^\W\d_a-zA-Z]"
"""A letter that is not Latin, in a pattern on text as it is: in Chinese copy an ideograph.

A class of all ideographs takes a millisecond to compile, this one nothing.
"""

_RANGES = (
    (0x2018, 0x2018, OPENING),
    (0x2019, 0x2019, CLOSING),
    (0x201C, 0x201C, OPENING),
    (0x201D, 0x201D, CLOSING),
    (0x2026, 0x2026, DOTS),
    (0x3001, 0x3002, MARK),
    (0x3005, 0x3007, HAN),
    (0x3008, 0x3011, MARK),
    (0x3014, 0x301B, MARK),
    (0x3021, 0x3029, HAN),
    (0x3038, 0x303B, HAN),
    (0x3400, 0x4DBF, HAN),
    (0x4E00, 0x9FFF, HAN),
    (0xF900, 0xFAFF, HAN),
    (0xFF01, 0xFF0D, MARK),
    (0xFF0F, 0xFF0F, MARK),
    (0xFF1A, 0xFF20, MARK),
    (0xFF3B, 0xFF40, MARK),
    (0xFF5B, 0xFF5D, MARK),
    (0xFF5F, 0xFF65, MARK),
    (0x20000, 0x3FFFF, HAN),
)
_STARTS = [first for first, _last, _kind in _RANGES]


class _Kinds(dict[int, str]):
    """The kind of each code point, found out once."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind(code)
        return kind


def _kind(code: int) -> str:
    if code < 32:
        return OTHER if chr(code) not in "\t\n\r" else chr(code)
    _first, last, kind = _RANGES[max(0, bisect_right(_STARTS, code) - 1)]
    return kind if _first <= code <= last else chr(code)


_kinds = _Kinds({ord("—"): DASH, ord("·"): TIE, ord("～"): TIE})


def shape(text: str) -> str:
    """Return the text with each Han character and each Chinese mark written as its kind."""
    return text.translate(_kinds)


def is_han(character: str) -> bool:
    """Return whether the character is an ideograph."""
    return _kinds[ord(character)] == HAN


def is_wide(character: str) -> bool:
    """Return whether the character takes one em in Han text: an ideograph or a Chinese mark."""
    return "\x00" < _kinds[ord(character)] <= TIE or character == "\u3000"
