"""Latin words divided by the rules of their language (pyphen, the patterns of Hunspell)."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

SHORTEST = 6
"""Shorter words stay whole."""
LEAST_BEFORE, LEAST_AFTER = 2, 3
_WORD = re.compile(r"([^A-Za-z]*)([A-Z]?[a-z]{5,})([^A-Za-z./@:_=?&#]*)")
"""One word with the marks around it: no abbreviation, no name written with capitals inside.

No part of an address either: a hyphen would be read as one of its own.
"""


@lru_cache(maxsize=4096)
def parts(token: str, language: str) -> tuple[str, ...]:
    """Return a word in the parts between which it may be divided with a hyphen, nothing lost.

    A language that there are no patterns for divides nothing.
    """
    found = _WORD.fullmatch(token) if len(token) >= SHORTEST else None
    patterns = _patterns(language) if found else None
    if not found or patterns is None:
        return (token,)
    before, word, _after = found.groups()
    cuts = [0, *(len(before) + at for at in patterns.positions(word)), len(token)]
    return tuple(token[start:end] for start, end in pairwise(cuts))


@cache
def _patterns(language: str) -> Any:
    """Return the patterns of a language, read when the first long word is met: a tenth of a second."""
    import pyphen

    fallback: Any = pyphen.language_fallback
    if not fallback(language):
        return None
    patterns: Any = pyphen.Pyphen
    return patterns(lang=language, left=LEAST_BEFORE, right=LEAST_AFTER)
