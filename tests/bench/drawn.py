"""Which issues are drawn, and their figures, made in several processes and told as they come."""

import importlib
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsletter.fonts import FontBook
from tests.bench.made_up import Figures, Made
from tests.shipped import shipped_faces, shipped_layout

ROOT = Path(__file__).resolve().parents[2]
DESIGNS = ("tabloid", "tabloid", "broadsheet", "bulletin", "magazine")
"""The layouts that issues are drawn for in turn."""
DRAWERS = {"lot": "issues", "strangers": "strangers"}
"""The modules of tests/makeup that draw issues."""
APART = 1_000_000
"""How far the numbers of one draw are from those of the next."""
TWICE = 10
"""Every so many issues one is made up a second time."""


@dataclass(frozen=True, slots=True)
class Draw:
    """So many issues from one number on, for layouts in turn; another ``seed`` draws others."""

    count: int
    first: int = 0
    seed: int = 0
    layouts: tuple[str, ...] = DESIGNS
    drawer: str = "lot"

    @property
    def title(self) -> str:
        """What was drawn."""
        names = ", ".join(dict.fromkeys(self.layouts))
        draw = f", draw {self.seed}" if self.seed else ""
        whose = "by strangers" if self.drawer == "strangers" else "by lot"
        return f"{self.count} issues {whose}{draw}, {names}, half of them with a page plan"

    def figures_of(self, number: int) -> Figures:
        """Return the figures of the issue of a number."""
        name = self.layouts[number // 2 % len(self.layouts)]
        issue = importlib.import_module(DRAWERS[self.drawer]).issue
        drawn = issue(number + APART * self.seed, shipped_layout(name))
        return Made(drawn, f"{name} {number}", shipped_layout(name), _book()).judged(number % TWICE == 0)


def figures(draw: Draw, jobs: int, tell: Callable[[str], None]) -> Figures:
    """Return the figures of a draw, the same whatever the jobs; pages that are not full are told at once."""
    _find_drawers()
    whole = Figures()
    for done, found in enumerate(_each(draw, jobs), 1):
        whole.add(found)
        for miss in found.misses:
            tell(miss)
        if done % 10 == 0:
            tell(f"{done} issues made up")
    return whole


def _each(draw: Draw, jobs: int) -> Iterator[Figures]:
    numbers = range(draw.first, draw.first + draw.count)
    if jobs < 2:
        yield from map(draw.figures_of, numbers)
        return
    with ProcessPoolExecutor(jobs, initializer=_find_drawers) as workers:
        yield from workers.map(draw.figures_of, numbers)


def _find_drawers() -> None:
    """Make the modules that draw issues importable."""
    folder = str(ROOT / "tests" / "makeup")
    if folder not in sys.path:
        sys.path.insert(0, folder)


@cache
def _book() -> FontBook:
    return shipped_faces()
