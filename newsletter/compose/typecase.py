"""The type case: one sort per token of a face, with its class and width, made once."""

from functools import lru_cache
from typing import NamedTuple

from newsletter.characters import leaves_ink
from newsletter.compose.classes import (
    BREAKS_AFTER,
    CLOSING,
    LATIN,
    OPENING,
    SPACE,
    STOP_MARKS,
    kind_of,
    sticks_back,
    sticks_on,
    takes_gap_after,
    takes_gap_before,
)
from newsletter.compose.setting import Punctuation
from newsletter.compose.tokens import clusters, tokens, weight
from newsletter.fonts import FontBook


class Sort(NamedTuple):
    """A token as it is set; widths in thousandths of an em.

    ``blank`` is the white half of a mark that may be taken away, 0 where it is gone (``halved``) or none.
    """

    kind: int
    width: float
    blank: float
    halved: bool
    face: str
    sticks_back: bool
    sticks_on: bool
    gap_before: bool
    gap_after: bool
    parts_after: bool
    flexible: bool
    weight: int


class TypeCase(dict[str, Sort]):
    """The sorts of one face in one style of punctuation, filled as they are asked for."""

    def __init__(self, book: FontBook, face: str, punctuation: Punctuation) -> None:
        """Start an empty case."""
        super().__init__()
        self._book = book
        self._face = face
        self._punctuation = punctuation

    def __missing__(self, token: str) -> Sort:
        """Make the sort of a token."""
        kind = kind_of(token)
        face = self._book.fallback(self._face, token) or self._face
        blank = self._blank(token, kind, face)
        halved = blank > 0 and self._always_half(token)
        latin = kind == LATIN
        width = self._book.face(face).thousandths(token)
        sort = self[token] = Sort(
            kind=kind,
            width=width - blank if halved else width,
            blank=0.0 if halved else blank,
            halved=halved,
            face=face,
            sticks_back=sticks_back(token, kind),
            sticks_on=sticks_on(token, kind),
            gap_before=latin and takes_gap_before(token),
            gap_after=latin and takes_gap_after(token),
            parts_after=latin and token[-1] in BREAKS_AFTER,
            flexible=kind == SPACE and len(token) == 1,
            weight=weight(token),
        )
        return sort

    def cut(self, text: str) -> list[str]:
        """Return a text's tokens; a word that no face sets whole is cut into letters with their accents."""
        found = tokens(text)
        if all(len(each) == 1 or each in self or self._is_whole(each) for each in found):
            return found
        return [part for each in found for part in ([each] if self._is_whole(each) else clusters(each))]

    def _is_whole(self, token: str) -> bool:
        """Return whether the face for a token's first character can set all of it."""
        if len(token) == 1 or kind_of(token) != LATIN:
            return True
        face = self._book.fallback(self._face, token[0])
        return all(self._book.fallback(self._face, each) == face for each in token if leaves_ink(each))

    def _blank(self, token: str, kind: int, face: str) -> float:
        """Return how much narrower the face's ``halt`` makes a mark; 0 for anything else."""
        if kind not in (OPENING, CLOSING):
            return 0.0
        of = self._book.face(face)
        return max(0.0, of.thousandths(token) - of.halved_thousandths(token))

    def _always_half(self, token: str) -> bool:
        """Return whether the style sets a mark half wide everywhere: 开明式 all but 。！？, 半角式 all."""
        if self._punctuation == "quanjiao":
            return False
        return self._punctuation == "banjiao" or token not in STOP_MARKS


@lru_cache(maxsize=128)
def type_case(book: FontBook, face: str, punctuation: Punctuation) -> TypeCase:
    """Return the case of a face."""
    return TypeCase(book, face, punctuation)
