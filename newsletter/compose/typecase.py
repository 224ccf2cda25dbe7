"""The type case: one sort per token of a face, with its class and width, made once."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsletter.characters import leaves_ink
from newsletter.compose.classes import (
    BREAKS_AFTER,
    CLOSING,
    LATIN,
    MIDDLE,
    OPENING,
    SPACE,
    STOP_MARKS,
    kind_of,
    sticks_back,
    sticks_on,
    takes_gap_after,
    takes_gap_before,
)
from newsletter.compose.hyphenation import SHORTEST, parts
from newsletter.compose.setting import Punctuation
from newsletter.compose.tokens import APOSTROPHE, clusters, tokens, weight
from newsletter.fonts import FontBook

HYPHEN = "-"
DASH_MARK = "—"
HALF_EM = 500.0
"""What a middle dot takes (GB/T 15834-2011, 5.1.7)."""
_LONG_WORD = re.compile(f"[a-z]{{{SHORTEST - 1}}}")


class Sort(NamedTuple):
    """A token as it is set; widths in thousandths of an em.

    ``blank`` is the white half of a mark that may be taken away, 0 where it is gone (``halved``) or none.
    A ``wide`` dash takes whole em; a middle dot narrower than half an em gets a ``pad`` on either side.
    ``hyphen`` is the width of the hyphen with which a word may be divided after it, ``lead`` how much less
    it and the rest of its word take at a line's start than after what comes before.
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
    scale: float = 1.0
    proportional: bool = False
    wide: bool = False
    pad: float = 0.0
    hyphen: float = 0.0
    lead: float = 0.0


class TypeCase(dict[str, Sort]):
    """The sorts of one face in one manner of setting, filled as they are asked for."""

    def __init__(
        self, book: FontBook, face: str, punctuation: Punctuation, scale: float, language: str
    ) -> None:
        """Start an empty case; ``scale`` is the size of Latin words, ``language`` divides them if any."""
        super().__init__()
        self._book = book
        self._face = face
        self._punctuation = punctuation
        self._scale = scale
        self._language = language
        self._words: dict[str, tuple[tuple[str, Sort], ...]] = {}

    def __missing__(self, token: str) -> Sort:
        """Make the sort of a token."""
        kind = kind_of(token)
        face = self._book.fallback(self._face, token) or self._face
        blank = self._blank(token, kind, face)
        halved = blank > 0 and (kind == MIDDLE or self._always_half(token))
        latin, wide = kind == LATIN, token[0] == DASH_MARK
        width = self._width(token, face) if latin else self._advance(token, face, wide)
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
            scale=self._scale if latin else 1.0,
            proportional=latin and APOSTROPHE in token,
            wide=wide,
            pad=max(0.0, HALF_EM - width) / 2 if kind == MIDDLE else 0.0,
        )
        return sort

    def _advance(self, token: str, face: str, wide: bool) -> float:
        """Return the width of anything but a Latin word."""
        of = self._book.face(face)
        return of.full_thousandths(token) if wide else of.thousandths(token)

    def _width(self, word: str, face: str) -> float:
        """Return the width of a Latin word or a part of one."""
        return width_of_word(word, face, self._scale, self._book)

    def set(self, text: str) -> tuple[list[str], list[Sort]]:
        """Return a text's tokens with their sorts; a word that may be divided is several."""
        found = self.cut(text)
        if not self._language or not _LONG_WORD.search(text):
            return found, [self[token] for token in found]
        divided = [part for token in found for part in self._divided(token)]
        return [part for part, _sort in divided], [sort for _part, sort in divided]

    def _divided(self, token: str) -> tuple[tuple[str, Sort], ...]:
        """Return the parts of a word between which it may be divided, each with its sort."""
        if token not in self._words:
            whole = self[token]
            found = parts(token, self._language) if whole.kind == LATIN else (token,)
            self._words[token] = tuple(self._parts(whole, found)) if len(found) > 1 else ((token, whole),)
        return self._words[token]

    def _parts(self, whole: Sort, found: Sequence[str]) -> Iterator[tuple[str, Sort]]:
        """Yield the parts of a word with their sorts, whose widths add up to the word's."""
        hyphen, face, done = self._width(HYPHEN, whole.face), whole.face, 0
        for at, part in enumerate(found):
            last = at == len(found) - 1
            before, word = "".join(found[:at]), "".join(found)
            start, end = (self._width(each, face) if each else 0.0 for each in (before, before + part))
            alone = self._width(word[done:], face)
            done += len(part)
            yield (
                part,
                whole._replace(
                    width=end - start,
                    sticks_back=whole.sticks_back if at == 0 else False,
                    sticks_on=whole.sticks_on if last else False,
                    gap_before=whole.gap_before and at == 0,
                    gap_after=whole.gap_after and last,
                    weight=weight(part),
                    hyphen=0.0 if last else hyphen,
                    lead=whole.width - start - alone if at else 0.0,
                ),
            )

    def cut(self, text: str) -> list[str]:
        """Return a text's tokens; a word that no face sets whole is cut into letters with their accents."""
        found = tokens(text)
        if len(found) == len(text) or all(
            len(each) == 1 or each in self or self._is_whole(each) for each in found
        ):
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
        if kind not in (OPENING, CLOSING, MIDDLE):
            return 0.0
        of = self._book.face(face)
        return max(0.0, of.thousandths(token) - of.halved_thousandths(token))

    def _always_half(self, token: str) -> bool:
        """Return whether the style sets a mark half wide everywhere: 开明式 all but 。！？, 半角式 all."""
        if self._punctuation == "quanjiao":
            return False
        return self._punctuation == "banjiao" or token not in STOP_MARKS


def width_of_word(word: str, face: str, scale: float, book: FontBook) -> float:
    """Return the width of a Latin word in thousandths of its line's em."""
    of = book.face(face)
    return scale * (of.proportional_thousandths(word) if APOSTROPHE in word else of.thousandths(word))


@lru_cache(maxsize=128)
def type_case(book: FontBook, face: str, punctuation: Punctuation, scale: float, language: str) -> TypeCase:
    """Return the case of a face."""
    return TypeCase(book, face, punctuation, scale, language)
