"""What composing costs: time and memory, every cache cold; a fresh font book for each run."""

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsletter.compose import Setting, compose, count_lines
from newsletter.fonts import FontBook
from newsletter.manuscript import Paragraph, Run
from tests.texts.copy import FONTS, paragraphs

RUNS = 5
SETTING = Setting("song", "hei-medium", "kai", 12.0)
STORY, MEASURES = 1900, 28


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds for 10 000 characters at one measure and for a story at all measures; peaks in MB."""

    compose: float
    measures: float
    memory: float
    memory_of_four: float

    @property
    def growth(self) -> float:
        """How much more memory four times the copy needs; 4 is linear."""
        return self.memory_of_four / self.memory


def costs() -> Costs:
    """Return the costs, the quickest of some runs each."""
    long, story = copy_of(10_000), copy_of(STORY)
    return Costs(
        compose=min(_cold(_compose, long) for _ in range(RUNS)),
        measures=min(_cold(_count, story) for _ in range(RUNS)),
        memory=_peak(long),
        memory_of_four=_peak(copy_of(40_000)),
    )


def copy_of(characters: int) -> tuple[Paragraph, ...]:
    """Return paragraphs of so many characters together, no two of them alike."""
    return tuple(_cut(_endless(), characters))


def _endless() -> Iterator[Paragraph]:
    """Yield the paragraphs of the texts again and again, each time turned by some characters."""
    turn = 0
    while True:
        for each in paragraphs():
            at = turn * 7 % max(1, len(each.text))
            yield replace(each, runs=(Run(each.text[at:] + each.text[:at]),), edges=())
        turn += 1


def _cut(endless: Iterator[Paragraph], characters: int) -> Iterator[Paragraph]:
    while characters > 0:
        each = next(endless)
        yield each
        characters -= len(each.text)


def _cold(work: Callable[[Sequence[Paragraph], FontBook], None], copy: Sequence[Paragraph]) -> float:
    """Return the milliseconds of processor time that work takes with nothing remembered."""
    _forget()
    book = FontBook.open([FONTS])
    begun = time.process_time()
    work(copy, book)
    return (time.process_time() - begun) * 1000


def _forget() -> None:
    """Empty every cache of the composer but the patterns of hyphenation, which are read like a module."""
    for name, module in list(sys.modules.items()):
        if name.startswith("newsletter.compose") and not name.endswith("hyphenation"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def _compose(copy: Sequence[Paragraph], book: FontBook) -> None:
    for each in copy:
        compose(each, SETTING, book)


def _count(copy: Sequence[Paragraph], book: FontBook) -> None:
    for step in range(MEASURES):
        for each in copy:
            count_lines(each, replace(SETTING, measure=10.25 + step), book)


def _peak(copy: Sequence[Paragraph]) -> float:
    """Return the most megabytes that composing copy holds beyond what there was."""
    _forget()
    book = FontBook.open([FONTS])
    gc.collect()
    tracemalloc.start()
    _compose(copy, book)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak
