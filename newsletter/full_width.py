"""Which marks, brackets and points of Han text are full width: those beside Han, and those beside such.

One makes the next one Chinese: 好,,, and (好)(a),(b). So each that became full width has its neighbours
judged again, and a text of any length is done in the time it takes to read it.
"""

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.script import CLOSING, DOTS, HAN, MARK, OPENING, shape

FULL: Mapping[str, str] = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_HALF = re.compile(r"\.{3,}|[,;:?!.]")
_BEHIND = frozenset((HAN, MARK, CLOSING, DOTS))
"""Behind these a mark is Chinese."""
_AHEAD = frozenset((HAN, MARK, OPENING, DOTS))
"""Before these a mark is Chinese, spaces or none between."""
_LOOSE = frozenset((MARK, DOTS))
"""Behind these spaces are dropped, so that the next mark comes to stand beside them."""
_BESIDE = frozenset((HAN, MARK))
"""Beside these brackets and dots are Chinese."""
_OPEN, _CLOSE = "(（", ")）"

Span = tuple[int, int]


@dataclass(slots=True)
class FullWidth:
    """What became full width: places of marks, pairs of brackets, spans of dots."""

    marks: set[int] = field(default_factory=set)
    pairs: set[Span] = field(default_factory=set)
    dots: set[Span] = field(default_factory=set)


def full_width(text: str, kept: Collection[int]) -> FullWidth:
    """Return what of a text is full width; ``kept`` are places of addresses and file names."""
    return _Field(text, kept).judged()


class _Field:
    """A text in the making, character by character as its kinds."""

    def __init__(self, text: str, kept: Collection[int]) -> None:
        self.text = text
        self.kinds = list(shape(text))
        self.half = {found.start(): found.span() for found in _HALF.finditer(text)}
        self.half |= {span[1] - 1: span for span in self.half.values()}
        self.pairs = _pairs(text, kept)
        self.kept = kept
        self.found = FullWidth()

    def judged(self) -> FullWidth:
        """Return what is full width."""
        waiting = deque(sorted(self.half.keys() | self.pairs.keys()))
        while waiting:
            at = waiting.popleft()
            waiting.extend(near for place in self._judge(at) for near in self._near(place))
        return self.found

    def _judge(self, at: int) -> Sequence[int]:
        """Return the places that are now full width and were not before."""
        if self.kinds[at] == MARK and self.text[at] not in _OPEN + _CLOSE:
            return ()
        if at in self.pairs:
            return self._judge_pair(self.pairs[at])
        span = self.half[at]
        return self._judge_dots(span) if span[1] - span[0] > 1 else self._judge_mark(at)

    def _judge_pair(self, pair: Span) -> Sequence[int]:
        start, end = pair
        if pair in self.found.pairs or not self._is_chinese(start, end):
            return ()
        self.found.pairs.add(pair)
        self.kinds[start] = self.kinds[end] = MARK
        return pair

    def _judge_dots(self, span: Span) -> Sequence[int]:
        start, end = span
        if span in self.found.dots or not {self._kind(start - 1), self._kind(end)} & _BESIDE:
            return ()
        self.found.dots.add(span)
        self.kinds[start] = self.kinds[end - 1] = DOTS
        return start, end - 1

    def _judge_mark(self, at: int) -> Sequence[int]:
        if at in self.kept or not self._is_full(at):
            return ()
        self.found.marks.add(at)
        self.kinds[at] = MARK
        return (at,)

    def _is_full(self, at: int) -> bool:
        """Return whether a mark is Chinese; a point is so only behind Han, and where nothing goes on."""
        point = self.text[at] == "."
        if self._is_behind(at) and not (point and _goes_on(self.text[at + 1 : at + 2])):
            return True
        return not point and self._kind(self._ahead(at)) in _AHEAD

    def _is_behind(self, at: int) -> bool:
        """Return whether a mark stands behind Han, or behind a mark and spaces that will be dropped."""
        before = self._before(at)
        return self._kind(before) in (_BEHIND if before == at - 1 else _LOOSE)

    def _is_chinese(self, start: int, end: int) -> bool:
        """Return whether one of a pair of brackets is full width, or Han or a Chinese mark beside it."""
        if self.text[start] == "（" or self.text[end] == "）":
            return True
        places = (self._before(start, "\u3000"), start + 1, end - 1, end + 1)
        return any(self._kind(place) in _BESIDE for place in places)

    def _near(self, at: int) -> Iterator[int]:
        """Return the places of marks, brackets and dots beside one, spaces between or none."""
        places = {at - 1, at + 1, self._before(at), self._before(at, "\u3000"), self._ahead(at)}
        yield from (each for each in places if each in self.half or each in self.pairs)

    def _before(self, at: int, more: str = "") -> int:
        """Return the place before one and before the spaces there."""
        at -= 1
        while at >= 0 and self.kinds[at] in " " + more:
            at -= 1
        return at

    def _ahead(self, at: int) -> int:
        """Return the place behind one and behind the spaces there."""
        at += 1
        while at < len(self.kinds) and self.kinds[at] in " \u3000":
            at += 1
        return at

    def _kind(self, at: int) -> str:
        return self.kinds[at] if 0 <= at < len(self.kinds) else ""


def _goes_on(character: str) -> bool:
    """Return whether a number, a word or more points follow a point."""
    return character == "." or (character.isascii() and character.isalnum())


def _pairs(text: str, kept: Collection[int]) -> dict[int, Span]:
    """Return the pairs of brackets by the places of both of their halves."""
    opened: list[int] = []
    pairs: dict[int, Span] = {}
    for place, character in enumerate(text):
        if character in _OPEN and place not in kept:
            opened.append(place)
        elif character in _CLOSE and place not in kept and opened:
            start = opened.pop()
            pairs[start] = pairs[place] = (start, place)
    return pairs
