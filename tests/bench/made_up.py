"""Issues drawn by lot made up: how many pages fill, what holds of every frame, how long a page takes."""

import importlib
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from rich.box import SIMPLE
from rich.table import Table

from newsletter.dummy import DummyPage, PhotoFrame, Role, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Issue, Rank
from newsletter.layout import Layout, open_layout
from newsletter.makeup import make_up

ROOT = Path(__file__).resolve().parents[2]
SLACK = 0.2
"""How far in mm frames may reach into each other: a line's rounding."""


@dataclass
class Figures:
    """Of how many pages, stories or photos each thing holds, and the CPU seconds of every issue's page."""

    held: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    failing: list[str] = field(default_factory=list)

    def note(self, what: str, holds: bool, where: str = "") -> None:
        """Count one thing more."""
        self.of[what] += 1
        self.held[what] += holds
        if not holds:
            self.failing.append(f"{what}: {where}")


def made_up(count: int, tell: Callable[[str], None]) -> Figures:
    """Return the figures of so many issues of the tabloid."""
    sys.path.insert(0, str(ROOT / "tests" / "makeup"))
    issue = importlib.import_module("issues").issue
    layout, book = open_layout(ROOT / "layouts" / "tabloid").value, FontBook.open([ROOT / "fonts"])
    assert layout is not None
    figures = Figures()
    for seed in range(count):
        _take(issue(seed, layout), f"issue {seed}", layout, book, figures)
        if seed % 10 == 9:
            tell(f"{seed + 1} issues made up")
    return figures


def _take(issue: Issue, name: str, layout: Layout, book: FontBook, figures: Figures) -> None:
    begun = time.process_time()
    dummy = make_up(issue, layout, book).value
    assert dummy is not None
    figures.seconds.append((time.process_time() - begun) / len(dummy.pages))
    for page in dummy.pages:
        _judge(page, issue, layout, f"{name}, page {page.number}", figures)


def _judge(page: DummyPage, issue: Issue, layout: Layout, where: str, figures: Figures) -> None:
    """Note what holds of a page."""
    fits = page.fits
    whole = all(fit.placed + fit.overset == fit.lines for fit in fits)
    figures.note(
        "pages full, nothing over", not page.overset and all(fit.short < fit.legs for fit in fits), where
    )
    figures.note("placed + over = whole", whole, where)
    figures.note("lead's headline largest", _lead_is_largest(page, issue), where)
    solid = [frame for frame in page.frames if isinstance(frame, TextFrame | PhotoFrame)]
    meet = any(one.box.meets(other.box, SLACK) for at, one in enumerate(solid) for other in solid[at + 1 :])
    figures.note("no frames overlap", not meet, where)
    for fit in fits:
        legs = [frame for frame in solid if isinstance(frame, TextFrame) and frame.role is Role.LEG]
        figures.note("legs level within a line", _is_level(fit.story, legs, layout), f"{where}, {fit.story}")
    for frame in solid:
        if isinstance(frame, PhotoFrame):
            figures.note("crops keep the focus", _keeps_focus(frame, issue), f"{where}, {frame.photo}")
        elif frame.role is Role.LEG:
            line = (frame.box.y - layout.grid.top) / layout.line
            figures.note("legs on the grid", abs(line - round(line)) < 0.01, where)


def _lead_is_largest(page: DummyPage, issue: Issue) -> bool:
    sizes = {fit.story: fit.headline_size for fit in page.fits}
    leads = [each.id for each in issue.articles if each.id in sizes and each.rank is Rank.LEAD]
    others = [size for story, size in sizes.items() if story not in leads]
    return not leads or not others or max(sizes[story] for story in leads) > max(others)


def _is_level(story: str, legs: list[TextFrame], layout: Layout) -> bool:
    feet = [leg.box.bottom for leg in legs if leg.story == story]
    return not feet or max(feet) - min(feet) <= layout.line + 0.01


def _keeps_focus(frame: PhotoFrame, issue: Issue) -> bool:
    photo = issue.photo(frame.photo)
    assert photo is not None
    (x, y), crop = photo.focus, frame.crop
    return crop.left <= x <= crop.right and crop.top <= y <= crop.bottom


def table(figures: Figures) -> Table:
    """Return the figures as a table."""
    shown = Table(title="Issues by lot, tabloid", title_justify="left", box=SIMPLE)
    shown.add_column(no_wrap=True)
    shown.add_column("held", justify="right")
    shown.add_column("%", justify="right")
    for what, of in figures.of.items():
        shown.add_row(what, f"{figures.held[what]} of {of}", f"{100 * figures.held[what] / of:.1f}")
    mean, worst = sum(figures.seconds) / len(figures.seconds), max(figures.seconds)
    shown.add_row("CPU seconds a page", f"{mean:.2f}, {worst:.2f} at most", "")
    for failing in figures.failing[:20]:
        shown.add_row(f"  {failing}", "", "")
    return shown
