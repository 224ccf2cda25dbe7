"""Patterns that look for a word first: few passages hold one, and only for those is a pattern made.

To make a pattern of many turns takes longer than to look through an issue for a dozen words.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern, made when it is first needed; each text that it is seen in holds one of ``words``."""

    words: tuple[str, ...]
    pattern: str

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all places of a text where the phrase stands."""
        return _made(self.pattern).finditer(text) if self._may_stand_in(text) else iter(())

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first place of a text, or of a part of it, where the phrase stands."""
        return _made(self.pattern).search(text, start, end) if self._may_stand_in(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the phrase at the beginning of a text."""
        return _made(self.pattern).match(text) if self._may_stand_in(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the phrase where it is all of a text."""
        return _made(self.pattern).fullmatch(text) if self._may_stand_in(text) else None

    def _may_stand_in(self, text: str) -> bool:
        return any(word in text for word in self.words)


Pattern = re.Pattern[str] | Phrase
"""What rules look for."""


def phrase(words: str, pattern: str) -> Phrase:
    """Return the phrase of a pattern; ``words``, divided by spaces, are those of which it needs one."""
    return Phrase(tuple(words.split()), pattern)


@cache
def _made(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
