"""How long make-up takes: a page of seven stories, a whole magazine, issues of more and more pages."""

import importlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.table import Table

from newsletter.fonts import FontBook
from newsletter.layout import Layout, open_layout
from newsletter.makeup import make_up

ROOT = Path(__file__).resolve().parents[2]
SEEDS = (2, 3, 4, 5, 6, 7)


@dataclass(frozen=True, slots=True)
class Pace:
    """CPU seconds on one core, a fresh composing room for each; ``wanted`` is the most that they may be."""

    name: str
    seconds: tuple[float, ...]
    wanted: float | None = None


def paces(tell: Callable[[str], None]) -> list[Pace]:
    """Return the times of issues by lot."""
    book = FontBook.open([ROOT / "fonts"])
    tabloid, magazine = _layout("tabloid"), _layout("magazine")
    asked = [
        ("tabloid page of seven stories", tabloid, 1, (7, 7), 0.3),
        ("tabloid page of nine stories", tabloid, 1, (9, 9), None),
        ("magazine of 12 pages", magazine, 12, (3, 9), None),
        ("magazine of 24 pages", magazine, 24, (3, 9), 3.0),
        ("magazine of 48 pages", magazine, 48, (3, 9), None),
        ("four tabloid pages of twelve stories", tabloid, 4, (12, 12), None),
    ]
    _times(tabloid, 1, (3, 3), book)  # the patterns of hyphenation and the faces are read once
    found = []
    for name, layout, pages, counts, wanted in asked:
        tell(name)
        found.append(Pace(name, tuple(_times(layout, pages, counts, book)), wanted))
    return found


def _layout(name: str) -> Layout:
    layout = open_layout(ROOT / "layouts" / name).value
    assert layout is not None
    return layout


def _times(layout: Layout, pages: int, counts: tuple[int, int], book: FontBook) -> list[float]:
    return list(_each_time(layout.model_copy(update={"page_count": pages}), counts, book))


def _each_time(layout: Layout, counts: tuple[int, int], book: FontBook) -> Iterator[float]:
    draw = importlib.import_module("issues").issue
    for seed in SEEDS:
        issue = draw(seed, layout, counts=counts)
        begun = time.process_time()
        make_up(issue, layout, book)
        yield time.process_time() - begun


def table(found: list[Pace]) -> Table:
    """Return the times as a table."""
    shown = Table("", title="Make-up, CPU seconds on one core", title_justify="left")
    for heading in ("median", "range", "wanted"):
        shown.add_column(heading, justify="right", no_wrap=True)
    for pace in found:
        low, high = min(pace.seconds), max(pace.seconds)
        wanted = f"≤ {pace.wanted:g}" if pace.wanted else ""
        shown.add_row(pace.name, f"{median(pace.seconds):.2f}", f"{low:.2f}–{high:.2f}", wanted)
    return shown
