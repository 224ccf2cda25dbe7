"""Issues drawn by lot made up: how many pages fill, what holds of every frame, how long a page takes."""

import time
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rich.box import SIMPLE
from rich.table import Table

from newsletter.dummy import Box, Dummy, DummyPage, PhotoFrame, Role, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Issue, Rank
from newsletter.layout import Layout
from newsletter.makeup import make_up
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.leading import layout_of, leadings
from tests.bench.missed import Missed
from tests.bench.shapes import can_stand
from tests.bench.within import Span, rooms, spans, together

SLACK = 0.2
"""How far in mm frames may reach into each other: a line's rounding."""
EASE = 0.05
"""The part of its room that content must be away from its least and its most to be well within limits."""
TOLD = 25
"""How many failures are named."""


@dataclass
class Figures:
    """Of how many pages, stories or photos each thing holds, and the CPU seconds of every page by layout."""

    held: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    failing: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    """A line for every page that is not full, with what stands on it."""

    def add(self, more: "Figures") -> None:
        """Add the figures of other issues."""
        self.held += Counter({what: more.held[what] for what in more.of})
        self.of += more.of
        for name, seconds in more.seconds.items():
            self.seconds.setdefault(name, []).extend(seconds)
        self.failing += more.failing
        self.misses += more.misses

    def note(self, what: str, holds: bool, where: str = "") -> None:
        """Count one thing more."""
        self.of[what] += 1
        self.held[what] += holds
        if not holds and where:
            self.failing.append(f"{what}: {where}")


@dataclass
class Made:
    """One issue with what was made of it."""

    issue: Issue
    name: str
    layout: Layout
    book: FontBook

    def judged(self, twice: bool) -> Figures:
        """Return what holds of the issue and of its pages."""
        figures, begun = Figures(), time.process_time()
        dummy = self._made_up()
        each = (time.process_time() - begun) / len(self.rooms)
        figures.seconds.setdefault(self.layout.name, []).append(each)
        if twice:
            figures.note("same input, same dummy", self._made_up() == dummy, self.name)
        placed = sorted(fit.story for page in dummy.pages for fit in page.fits if fit.part == 1)
        known = sorted(story.id for story in self.issue.articles)
        figures.note("every story begins on one page", placed == known, self.name)
        for page in dummy.pages:
            if page.number in self.rooms:
                self._judge_page(page, figures)
        return figures

    def _made_up(self) -> Dummy:
        dummy = make_up(self.issue, self.layout, self.book).value
        assert dummy is not None
        return dummy

    @cached_property
    def count(self) -> int:
        """The pages of the issue."""
        return max((plan.page for plan in self.issue.sheet.pages), default=self.layout.page_count)

    @cached_property
    def rooms(self) -> dict[int, int]:
        """The area of every page that takes stories."""
        return rooms(self.layout)

    @cached_property
    def spans(self) -> dict[str, Span]:
        """The areas that every story can take."""
        return spans(self.issue, self.layout, self.book)

    def within(self, page: DummyPage, spare: float) -> bool:
        """Return whether a page's stories are within limits; where nobody planned it, all of the issue.

        What runs on over pages has no least and most, so that its pages are not counted.
        """
        if any(fit.parts > 1 for fit in page.fits):
            return False
        planned = bool(self.issue.sheet.pages)
        stories = [fit.story for fit in page.fits] if planned else list(self.spans)
        room = self.rooms[page.number] if planned else sum(self.rooms.values())
        fits = all(self.spans[story].least <= max(self.rooms.values()) for story in stories)
        return fits and together(self.spans[story] for story in stories).holds(room, spare)

    def _can_stand(self, page: DummyPage) -> bool:
        """Return whether a page's stories can fill it in any shape and with any leading that limits allow."""
        shop = ComposingRoom(self.issue, self.layout, self.book)
        stories = [story for fit in page.fits if (story := self.issue.article(fit.story))]
        head = self.layout.room_of(page.number, self.count).head
        return can_stand(stories, shop, head, page.lines - page.more)

    def _led_within(self, page: DummyPage) -> bool:
        """Return whether a planned page's stories are within limits with any leading that these allow."""
        whole = together(self.spans[fit.story] for fit in page.fits)
        head, lines = self.layout.room_of(page.number, self.count).head, page.lines - page.more
        changes = [0, *(more for more, _layout in leadings(self.layout, head, lines))]
        room, columns = self.rooms[page.number], self.layout.grid.columns
        return any(whole.holds(room + more * columns) for more in changes)

    def _judge_page(self, page: DummyPage, figures: Figures) -> None:
        where = f"{self.name}, page {page.number}"
        full = bool(page.fits) and not page.overset and all(fit.short < fit.legs for fit in page.fits)
        figures.note("pages full, nothing over, all drawn", full)
        planned, within = bool(self.issue.sheet.pages), self.within(page, 0.0)
        for what, spare in (("  with areas within limits", 0.0), ("  with areas 5 % within limits", EASE)):
            if self.within(page, spare):
                figures.note(what, full, where)
        led = planned and not any(fit.parts > 1 for fit in page.fits) and self._led_within(page)
        if led:
            figures.note("  as planned, with areas within limits, leaded", full, where)
        tiles = not led or full or self._can_stand(page)
        if led and tiles:
            figures.note("  as planned, and some shapes can share it out", full, where)
        if not full:
            found = Missed(page, self.issue, self.spans, self.rooms[page.number], within, tiles)
            figures.misses.append(f"{where}: {found.why}")
        for fit in page.fits:
            figures.note("placed + over = whole", self._is_whole(page, fit.story), f"{where}, {fit.story}")
        figures.note("lead's headline largest", _lead_is_largest(page, self.issue), where)
        self._judge_frames(page, figures, where)

    def _is_whole(self, page: DummyPage, story: str) -> bool:
        """Return whether the lines placed and those over are all, and the text placed is the copy's begin."""
        fit = next(each for each in page.fits if each.story == story)
        lines = [line for leg in _legs(page, story) for line in leg.lines]
        return fit.placed == len(lines) and fit.placed + fit.overset == fit.lines

    def _judge_frames(self, page: DummyPage, figures: Figures, where: str) -> None:
        solid = [frame for frame in page.frames if isinstance(frame, TextFrame | PhotoFrame)]
        meet = any(
            one.box.meets(other.box, SLACK) for at, one in enumerate(solid) for other in solid[at + 1 :]
        )
        figures.note("no frames overlap", not meet, where)
        figures.note("all frames on the page", all(self._is_inside(each.box) for each in solid), where)
        line = layout_of(page, self.layout, self.count).line
        for fit in page.fits:
            legs = _legs(page, fit.story)
            ends = [*legs, *(_of_role(page, fit.story, Role.JUMP) if fit.goes_on else ())]
            level = self._is_bent(legs, line) if fit.bent else self._is_level(ends, line)
            figures.note("legs level within a line", level, f"{where}, {fit.story}")
            figures.note(
                "legs on the grid",
                all(self._is_on_grid(each, page) for each in legs),
                f"{where}, {fit.story}",
            )
        for frame in solid:
            if isinstance(frame, PhotoFrame):
                kept = _keeps_focus(frame, self.issue)
                figures.note("crops keep the focus", kept, f"{where}, {frame.photo}")

    def _is_inside(self, box: Box) -> bool:
        trim = self.layout.trim
        return box.x >= 0 and box.y >= 0 and box.right <= trim.width and box.bottom <= trim.height

    def _is_on_grid(self, leg: TextFrame, page: DummyPage) -> bool:
        layout = layout_of(page, self.layout, self.count)
        line = (leg.box.y - layout.grid.top) / layout.line
        return abs(line - round(line)) < 0.01

    @staticmethod
    def _is_level(legs: Iterable[TextFrame], line: float) -> bool:
        feet: dict[float, float] = {}  # a pull quote parts a leg, a jump line ends one
        for leg in legs:
            feet[leg.box.x] = max(feet.get(leg.box.x, 0.0), leg.box.bottom)
        return _is_within(feet.values(), line)

    @staticmethod
    def _is_bent(legs: Sequence[TextFrame], line: float) -> bool:
        """Return whether all legs but the last end level, and all but the first begin so."""
        tops, feet = [each.box.y for each in legs[1:]], [each.box.bottom for each in legs[:-1]]
        return _is_within(feet, line) and max(tops) - min(tops) < SLACK


def _is_within(feet: Collection[float], line: float) -> bool:
    return not feet or max(feet) - min(feet) <= line + 0.01


def _legs(page: DummyPage, story: str) -> list[TextFrame]:
    """Return a story's legs."""
    return _of_role(page, story, Role.LEG)


def _of_role(page: DummyPage, story: str, role: Role) -> list[TextFrame]:
    texts = (frame for frame in page.frames if isinstance(frame, TextFrame))
    return [each for each in texts if each.role is role and each.story == story]


def _lead_is_largest(page: DummyPage, issue: Issue) -> bool:
    heads = {fit.story: fit.headline_size for fit in page.fits if fit.part == 1}
    leads = [each.id for each in issue.articles if each.id in heads and each.rank is Rank.LEAD]
    others = [size for story, size in heads.items() if story not in leads]
    return not leads or not others or max(heads[story] for story in leads) > max(others)


def _keeps_focus(frame: PhotoFrame, issue: Issue) -> bool:
    photo = issue.photo(frame.photo)
    assert photo is not None
    (x, y), crop = photo.focus, frame.crop
    slack = 1e-5
    return crop.left - slack <= x <= crop.right + slack and crop.top - slack <= y <= crop.bottom + slack


def _is_of_filling(failing: str) -> bool:
    """Return whether it is only a page that is not full: what must always hold is told first."""
    return failing.startswith("  ")


def table(figures: Figures, title: str) -> Table:
    """Return the figures as a table."""
    shown = Table(title=title, title_justify="left", box=SIMPLE)
    shown.add_column(no_wrap=True)
    shown.add_column("held", justify="right")
    shown.add_column("%", justify="right")
    for what, of in figures.of.items():
        shown.add_row(what, f"{figures.held[what]} of {of}", f"{100 * figures.held[what] / of:.1f}")
    for name, seconds in figures.seconds.items():
        mean, worst = sum(seconds) / len(seconds), max(seconds)
        shown.add_row(f"CPU seconds a page, {name}", f"{mean:.2f}, {worst:.2f} at most", "")
    for failing in sorted(figures.failing, key=_is_of_filling)[:TOLD]:
        shown.add_row(f"  {failing.strip()}", "", "")
    return shown
