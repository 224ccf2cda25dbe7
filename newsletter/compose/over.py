"""What stands over and under a paragraph's characters: readings (ruby), dots of stress; raised figures.

A reading stands in the leading, centred over its base: one syllable over each character where their numbers
agree, else the whole over the group, which no line breaks. One wider than its base leans over a neighbour
without a reading as far as `OVERHANG`; for the rest, and to part two readings, white is put between the
characters. Raised figures keep to the word before them. Lengths are thousandths of an em of the base.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from newsletter.compose.classes import LATIN, RAISED_FIGURES
from newsletter.compose.neighbours import Between
from newsletter.compose.setting import RubyType, Setting
from newsletter.compose.typecase import Sort
from newsletter.fonts import FontBook
from newsletter.manuscript import DOTS, Reading, Run
from newsletter.script import is_han

OVERHANG = 250.0
"""How far a reading leans over a neighbour that has none."""
APART = 0.3
"""The least white between two readings, in em of their size."""
SIZE = 0.5
"""The size of readings where the setting says nothing, in em of their base."""

_FIGURES = re.compile(f"[{RAISED_FIGURES}]+")
_BEFORE, _BEHIND = Reading(-3, -2, ""), Reading(-1, -1, "")


@dataclass(frozen=True, slots=True)
class Over:
    """Readings with their widths, dots by the offsets of their characters, offsets where no line breaks."""

    readings: tuple[Reading, ...] = ()
    widths: tuple[float, ...] = ()
    dots: tuple[int, ...] = ()
    bound: frozenset[int] = frozenset()
    apart: float = 0.0

    def on(self, start: int, stop: int) -> tuple[Reading, ...]:
        """Return the readings on a line, counted from its start; a group cut in two has it once."""
        return tuple(
            Reading(each.start - start, min(each.stop, stop) - start, each.sound)
            for each in self.readings
            if start <= each.start < stop
        )

    def under(self, start: int, stop: int) -> tuple[int, ...]:
        """Return the dots on a line, counted from its start."""
        return tuple(at - start for at in self.dots if start <= at < stop)


NOTHING = Over()


def over(runs: Sequence[Run], texts: Sequence[str], setting: Setting, book: FontBook) -> Over:
    """Return what stands over and under runs, ``texts`` being their characters as they are set."""
    dotted = setting.stress == DOTS and any(run.emphasis.is_stressed for run in runs)
    if not dotted and not any(run.reading for run in runs):
        return NOTHING
    starts = [0, *accumulate(map(len, texts))]
    placed = list(zip(runs, texts, starts, strict=False))
    readings = tuple(each for run, text, start in placed for each in _readings(run, text, start))
    ruby = setting.ruby or RubyType(setting.face, SIZE)
    return Over(
        readings,
        tuple(1000 * ruby.size * book.width(ruby.face, each.sound) for each in readings),
        tuple(at for run, text, start in placed for at in _dots(run, text, start)) if dotted else (),
        frozenset(at for run, text, s in placed if run.reading for at in range(s + 1, s + len(text))),
        1000 * ruby.size * APART,
    )


def _readings(run: Run, text: str, start: int) -> Iterator[Reading]:
    """Yield a run's syllables over its Han characters where their numbers agree, else the whole over all."""
    syllables, base = run.reading.split(), text.strip()
    start += len(text) - len(text.lstrip())
    if len(syllables) == len(base) and all(map(is_han, base)):
        yield from (Reading(at, at + 1, syllable) for at, syllable in enumerate(syllables, start))
    elif syllables and base:
        yield Reading(start, start + len(base), " ".join(syllables))


def _dots(run: Run, text: str, start: int) -> Iterator[int]:
    """Yield the offsets of a stressed run's Han characters: marks, letters and figures have no dots."""
    if run.emphasis.is_stressed:
        yield from (at for at, character in enumerate(text, start) if is_han(character))


def open_up(between: Between, above: Over, text: str, offsets: Sequence[int], sorts: Sequence[Sort]) -> None:
    """Put white beside readings that are too wide, and take the room for white around raised figures."""
    for offset, white in _rooms(above, offsets, sorts).items():
        at = _at(offsets, offset)
        if 0 < at < len(sorts) and _takes_white(at - 1, offsets, sorts):
            between.gaps[at - 1] += white
    for at in before_figures(text, offsets):
        between.slots[at] = 0
        if not _takes_white(at + 1, offsets, sorts):
            between.slots[at + 1] = 0


def _takes_white(at: int, offsets: Sequence[int], sorts: Sequence[Sort]) -> bool:
    """Return whether white can stand behind a sort: in several characters it would part them too."""
    return sorts[at].kind == LATIN or offsets[at + 1] - offsets[at] == 1


def _rooms(above: Over, offsets: Sequence[int], sorts: Sequence[Sort]) -> Mapping[int, int]:
    """Return the white that readings need before offsets of the text."""
    excess = [
        (width - sum(sort.width for sort in sorts[_at(offsets, each.start) : _at(offsets, each.stop)])) / 2
        for each, width in zip(above.readings, above.widths, strict=True)
    ]
    needed: dict[int, float] = {}
    chain = [(_BEFORE, 0.0), *zip(above.readings, excess, strict=True), (_BEHIND, 0.0)]
    for (each, right), (following, left) in pairwise(chain):
        if each.stop == following.start:
            needed[each.stop] = right + left + above.apart
        else:
            needed[each.stop], needed[following.start] = right - OVERHANG, left - OVERHANG
    return {offset: round(white) for offset, white in needed.items() if white > 0.0}


def _at(offsets: Sequence[int], offset: int) -> int:
    return bisect_left(offsets, offset)


def before_figures(text: str, offsets: Sequence[int]) -> list[int]:
    """Return the sorts before raised figures: nothing is spaced there, and a mark is half as wide."""
    starts = [figure.start() for figure in _FIGURES.finditer(text)]
    found = [bisect_left(offsets, start) for start in starts]
    return [at - 1 for at, start in zip(found, starts, strict=True) if at and offsets[at] == start]


def has_figures(text: str) -> bool:
    """Return whether a text holds raised figures."""
    return _FIGURES.search(text) is not None


@cache
def face_of_figures(book: FontBook, face: str) -> str:
    """Return the first face that has all raised figures: those of two faces differ in height."""
    return book.complete(face, RAISED_FIGURES) or face
