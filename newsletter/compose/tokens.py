"""Copy cut into what is set as one: a Han character, a mark, a dash, a Latin word, a space."""

import re
import unicodedata
from functools import cache

from newsletter.compose.classes import BREAKS_AFTER, COMBINING, WORD
from newsletter.compose.numbers import CODE

APOSTROPHE = "’"
LONG_WORD = 12

_TOKEN = re.compile(
    f"[{WORD}]+(?:(?<=[^\\W_])’[A-Za-z]+)*|—{{1,2}}|\u3000\u3000+|.[{COMBINING}]*",
    re.DOTALL,
)
_CLUSTER = re.compile(f".[{COMBINING}]*", re.DOTALL)
_NUMBER = re.compile(r"[0-9.,:/+%\-]+")
_PARTS = re.compile(f"[^{re.escape(''.join(BREAKS_AFTER))}]*[{re.escape(''.join(BREAKS_AFTER))}]+|.+")
_TO_SPACE = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_LAST_OF_PLANES = "".join(
    f"{chr(plane << 16 | 0xFFFE)}-{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)
)
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f"
    f"{_LAST_OF_PLANES}]"
)


def printable(text: str) -> str:
    """Return a text as it is set: white controls as spaces, what is unseen or no character dropped."""
    if text.isascii() and text.isprintable():
        return text
    return _DROPPED.sub("", _TO_SPACE.sub(" ", text))


def tokens(text: str) -> list[str]:
    """Return a text cut into tokens, nothing lost; long Latin words are cut where a line may break."""
    found = _TOKEN.findall(text)
    if any(len(each) >= LONG_WORD or "-" in each for each in found):
        return [part for each in found for part in _parts(each)]
    return found


def clusters(token: str) -> list[str]:
    """Return a token's characters, each with the accents and selectors that belong to it."""
    return _CLUSTER.findall(token)


@cache
def _parts(token: str) -> tuple[str, ...]:
    """Return an address or a long compound cut after its punctuation, anything else whole."""
    if _NUMBER.fullmatch(token):
        return tuple(CODE.split(token))
    if len(token) < LONG_WORD or not token[0].isascii():
        return (token,)
    return tuple(_PARTS.findall(token))


def weight(token: str) -> int:
    """Return how many characters a token counts against a lone last one: marks and spaces none."""
    return sum(unicodedata.category(each)[0] not in "PZMC" for each in token)
