"""How long make-up takes: single pages, issues of ever more pages, and issues that do not fit."""

import importlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

from rich.table import Table

from newsletter.fonts import FontBook
from newsletter.layout import Layout
from newsletter.makeup import make_up
from tests.shipped import shipped_faces, shipped_layout

SEEDS = (2, 3, 4, 5, 6, 7)


@dataclass(frozen=True, slots=True)
class Pace:
    """CPU seconds on one core, a fresh composing room for each; ``wanted`` is the most that they may be."""

    name: str
    seconds: tuple[float, ...]
    wanted: float | None = None
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """Issues to be timed: drawn for so many pages, made up on fewer of them where they shall be overfull."""

    name: str
    layout: Layout
    pages: int
    counts: tuple[int, int] = (3, 9)
    wanted: float | None = None
    on: int = 0
    seeds: tuple[int, ...] = SEEDS


def paces(tell: Callable[[str], None]) -> list[Pace]:
    """Return the times of issues by lot."""
    book = shipped_faces()
    asked = _asked(shipped_layout("tabloid"), shipped_layout("broadsheet"), shipped_layout("magazine"))
    list(
        _times(Asked("", shipped_layout("tabloid"), 1, (3, 3)), book)
    )  # hyphenation patterns and faces are read once
    found = []
    for each in asked:
        tell(each.name)
        pages = each.on or each.pages
        found.append(Pace(each.name, tuple(_times(each, book)), each.wanted, pages))
    return found


def _asked(tabloid: Layout, broadsheet: Layout, magazine: Layout) -> list[Asked]:
    """Return what is timed."""
    return [
        Asked("tabloid page of seven stories", tabloid, 1, (7, 7), 0.3),
        Asked("tabloid page of nine stories", tabloid, 1, (9, 9)),
        Asked("four tabloid pages of twelve stories", tabloid, 4, (12, 12)),
        *(
            Asked(f"magazine of {pages} pages", magazine, pages, wanted=3.0 if pages == 24 else None)
            for pages in (4, 8, 16, 24)
        ),
        *(
            Asked(f"magazine of {pages} pages", magazine, pages, seeds=SEEDS[:2])
            for pages in (32, 48, 64, 96)
        ),
        Asked("broadsheet of two pages", broadsheet, 2, seeds=tuple(range(2, 14))),
        Asked("40 stories for 8 pages on 4 of a tabloid", tabloid, 8, (5, 5), on=4, seeds=SEEDS[:2]),
        Asked("108 stories for 12 pages on 4 of a tabloid", tabloid, 12, (9, 9), on=4, seeds=SEEDS[:2]),
    ]


def _times(asked: Asked, book: FontBook) -> Iterator[float]:
    """Yield the time of every issue."""
    draw = importlib.import_module("issues").issue
    drawn_for = asked.layout.model_copy(update={"page_count": asked.pages})
    layout = drawn_for.model_copy(update={"page_count": asked.on or asked.pages})
    for seed in asked.seeds:
        issue = draw(seed, drawn_for, counts=asked.counts)
        if asked.on:
            issue = issue.model_copy(update={"sheet": issue.sheet.model_copy(update={"pages": ()})})
        begun = time.process_time()
        make_up(issue, layout, book)
        yield time.process_time() - begun


def table(found: list[Pace]) -> Table:
    """Return the times as a table."""
    shown = Table("", title="Make-up, CPU seconds on one core", title_justify="left")
    for heading in ("median", "range", "a page", "wanted"):
        shown.add_column(heading, justify="right", no_wrap=True)
    for pace in found:
        low, high = min(pace.seconds), max(pace.seconds)
        wanted = f"≤ {pace.wanted:g}" if pace.wanted else ""
        middle = median(pace.seconds)
        shown.add_row(
            pace.name, f"{middle:.2f}", f"{low:.2f}–{high:.2f}", f"{middle / pace.pages:.2f}", wanted
        )
    return shown
