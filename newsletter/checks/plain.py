"""Words as they are meant: widths, traditional forms and dashes folded, spaces left out, and the way back.

An editor types 本 报, 本報 or ＣＮ４２—１２３４ and means 本报 and CN42-1234; the law means both. Only for
comparing: printed is what was written. In plain text marks stand in ASCII where there is one: , : ; ! ? ( ).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from newsletter.characters import is_unseen
from newsletter.checks.phrases import Pattern
from newsletter.checks.reading import Passage
from newsletter.checks.sightings import around
from newsletter.checks.simplified import simplified
from newsletter.diagnostics import Finding, Span

DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u30fc\uff0d~\uff5e-")
VARIANTS = {
    "刋": "刊",
    "徵": "征",
    "〔": "[",
    "〕": "]",
    "【": "[",
    "】": "]",
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
}
"""What Unicode does not fold: old forms of 刊 and 征, and brackets and quotation marks of other shapes."""


class _Folding(dict[int, str]):
    """What stands for each code point, found out once; one character for one."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    if character in DASHES:
        return "-"
    form = unicodedata.normalize("NFKC", VARIANTS.get(character, character))
    return simplified().get(form, form) if len(form) == 1 else character


class _Tightening(_Folding):
    """The same, and nothing for what leaves no ink."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        left_out = character.isspace() or is_unseen(character)
        self[code] = form = "" if left_out else _fold(character)
        return form


_folding = _Folding()
_tightening = _Tightening()


def folded(text: str) -> str:
    """Return a text as it is meant with its spaces, character for character."""
    return text.translate(_folding)


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text; ``offsets`` say where each of its characters stands in the text as it was written."""

    text: str
    offsets: Sequence[int]

    def part(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the plain text begins and ends in the text as it was written."""
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=8192)
def plain(text: str) -> Plain:
    """Return a text as it is meant."""
    tight = text.translate(_tightening)
    if len(tight) == len(text):
        return Plain(tight, range(len(text)))
    return Plain(tight, tuple(at for at, each in enumerate(text) if _tightening[ord(each)]))


@dataclass(frozen=True, slots=True)
class Seen:
    """A pattern seen in the plain text of a passage: ``found`` there, the rest as it was written."""

    passage: Passage
    found: re.Match[str]

    @property
    def bounds(self) -> tuple[int, int]:
        """Where it begins and ends in the passage."""
        return plain(self.passage.text).part(*self.found.span())

    @property
    def word(self) -> str:
        """What was seen."""
        start, end = self.bounds
        return self.passage.text[start:end]

    @property
    def words(self) -> str:
        """What was seen, with the words around it."""
        return around(self.passage.text, *self.bounds)

    @property
    def at(self) -> Span | None:
        """Where it stands in the files."""
        start, end = self.bounds
        return self.passage.at(start, end - start)

    def noted(self, message: str, hint: str = "") -> Finding:
        """Return the finding on it; ``message`` may name {word}, {words} and {text}."""
        said = message.format(word=self.word, words=self.words, text=" ".join(self.passage.text.split("\n")))
        return Finding(self.at, said, hint)


def seen_plain(passages: Iterable[Passage], *patterns: Pattern) -> Iterator[Seen]:
    """Return where patterns are seen in the plain text of passages; none of them sees nothing."""
    for passage in passages:
        text = plain(passage.text).text
        for pattern in patterns:
            yield from (Seen(passage, found) for found in pattern.finditer(text) if found.group())


def first_seen(passages: Iterable[Passage], *patterns: Pattern) -> Iterator[Seen]:
    """Return of each passage the first sighting alone."""
    for passage in passages:
        yield from islice(seen_plain((passage,), *patterns), 1)


def seen_apart(passages: Iterable[Passage], *patterns: Pattern) -> Iterator[Seen]:
    """Return the sightings of which none overlaps an earlier one: a turn of phrase is told once."""
    for passage in passages:
        end = 0
        for each in sorted(seen_plain((passage,), *patterns), key=lambda seen: seen.found.span()):
            if each.found.start() >= end:
                end = each.found.end()
                yield each
