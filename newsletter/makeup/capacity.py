"""How much copy every place of an issue holds: metered from the layout, before or after it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, PagePlan, Photo, Rank
from newsletter.layout import Layout
from newsletter.makeup.blank import blank_article, blank_photo, filled
from newsletter.makeup.composing_room import WEIGHTS, ComposingRoom
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.held_capacity import HeldPage
from newsletter.makeup.issue_plan import page_lines, page_rooms, planned
from newsletter.makeup.jumping import settled
from newsletter.makeup.lengths import rooms_of, span_around
from newsletter.makeup.metered import ROUGH, TASTE, Slot
from newsletter.makeup.outside import Outside
from newsletter.makeup.part import Part, story_of
from newsletter.makeup.photoblock import PhotoDesk
from newsletter.makeup.positions import positions
from newsletter.makeup.reach import Fitting
from newsletter.makeup.rectangle import Desk, Rectangle
from newsletter.makeup.running import Running
from newsletter.makeup.search import INFINITE, Search, leaves_of

TYPICAL = (
    (Rank.LEAD, 2),
    (Rank.MAJOR, 1),
    (Rank.STANDARD, 1),
    (Rank.STANDARD, 0),
    (Rank.BRIEF, 0),
)
"""The stories of a page for which nothing is planned, with the number of their photos."""
LINES_OF_HEAD = {Rank.LEAD: 36, Rank.MAJOR: 20, Rank.STANDARD: 14, Rank.BRIEF: 10, Rank.FILLER: 8}
"""About what a head and the gap below its story take, in lines of one column."""
LINES_OF_PHOTO = 30
FILLED = 0.93
FACTORS = (1.0, 0.93, 1.07, 0.86, 1.14, 0.78, 1.22, 0.7, 1.3, 0.6)
"""By what the first guess at the length of blank stories is tried, until a page is full."""
SHARED = 0.1
"""By what part a blank story may miss its length: those beside it will miss theirs too."""
METERED = 8
"""The most stories parted in all ways: what each leaves of the page is worked out for every one of them."""


def capacity(issue: Issue, layout: Layout, book: FontBook) -> tuple[Slot, ...]:
    """Return the places of all pages; stories without copy, and pages without stories, count as blank.

    Of a story that runs on, what stands on a page counts there.
    """
    shop = ComposingRoom(issue, layout, book)
    plans, portions = planned(shop)
    count = plans[-1].page if plans else 0
    running = settled(shop, plans, page_rooms(plans, layout, count), portions)
    meters = (_Meter(issue, layout, book, plan, count, _standing(plan, running)) for plan in plans)
    return tuple(slot for meter in meters for slot in meter.slots())


def _standing(plan: PagePlan, running: Running) -> tuple[Article, ...]:
    """Return the stories of a page, of those that run on what stands on it; blank ones are whole."""
    stories = running.on(plan)
    if any(isinstance(each, Part) for each in stories):
        running.made(plan, force=True)
    return tuple(running.standing(each) for each in stories)


@dataclass(frozen=True, slots=True)
class _Meter:
    """One page to be metered."""

    issue: Issue
    layout: Layout
    book: FontBook
    plan: PagePlan
    pages: int
    planned: tuple[Article, ...] = ()

    @property
    def height(self) -> int:
        """The lines that the page has for stories."""
        return page_lines(self.plan.page, self.layout, self.pages)

    def slots(self) -> Iterator[Slot]:
        """Yield the page's places in the order of the plan."""
        stories = list(self.planned) or list(_typical(self.plan.page))
        if positions(self.plan, stories, self.layout, self.height).held:
            yield from HeldPage(self.plan, self.height, self.issue, self.layout, self.book).slots(stories)
            return
        best: _Metered | None = None
        for set_stories in self._guesses(stories):
            for fitting in (Fitting.EXACT, Fitting.ASKED):
                found = self._metered(set_stories, fitting)
                if best is None or found.cost < best.cost:
                    best = found
                if best.cost < INFINITE:
                    break
            if best is not None and best.cost < INFINITE:
                break
        assert best is not None
        written = [story.manuscript.characters for story in stories]
        yield from (self._slot(best, at, count) for at, count in enumerate(written))

    def _guesses(self, stories: Sequence[Article]) -> Iterator[list[Article]]:
        """Yield the stories with the blank ones at several lengths; as they are where none is blank."""
        blank = [story for story in stories if not story.manuscript.characters]
        factors = FACTORS if blank else FACTORS[:1]
        shares = self._shares(stories)
        for factor in factors:
            yield [
                filled(story, round(shares[story.id] * factor)) if story in blank else story
                for story in stories
            ]

    def _shares(self, stories: Sequence[Article]) -> dict[str, float]:
        """Return the characters that each blank story has of what written ones, heads and photos leave."""
        column = self.layout.grid.column * FILLED
        room = float(self.height * self.layout.grid.columns)
        for story in stories:
            room -= LINES_OF_HEAD[story.rank] + LINES_OF_PHOTO * len(story.photos)
            room -= story.manuscript.characters / column
        blank = [story for story in stories if not story.manuscript.characters]
        whole = sum(WEIGHTS[story.rank] for story in blank) or 1.0
        return {story.id: max(4.0, room * WEIGHTS[story.rank] / whole) * column for story in blank}

    def _metered(self, stories: list[Article], fitting: Fitting) -> "_Metered":
        """Return the page searched with one way of fitting."""
        copies = {story.id: Copy(story, self.layout, self.book) for story in stories}
        photos = {story.id: self._photos(story) for story in stories}
        desk = Desk(self.layout, self.book, PhotoDesk(self.layout, self.book, self.height), copies, fitting)
        columns = self.layout.grid.columns
        leaves: list[list[dict[int, Rectangle]]] = [
            [desk.rectangles(story, photos[story.id], width, self.height) for width in range(1, columns + 1)]
            for story in stories
        ]
        order = [WEIGHTS[story.rank] for story in stories]
        search = Search(leaves, order, columns, self.height, self.layout.limits.gap, METERED)
        return _Metered(stories, photos, desk, search)

    def _photos(self, story: Article) -> tuple[Photo, ...]:
        """Return a story's photos, blank ones where there are none of that name yet."""
        return tuple(self.issue.photo(each) or blank_photo(each) for each in story.photos)

    def _slot(self, found: "_Metered", at: int, written: int) -> Slot:
        story = found.stories[at]
        length, apart = story.manuscript.characters, ROUGH * self.layout.grid.column
        slot = Slot(
            self.plan.page, story_of(story), story.rank, len(story.photos), written, length, None, None
        )
        if found.cost == INFINITE:
            return slot
        rooms = list(rooms_of(story, found.photos[story.id], found.desk, found.outside.of(at)))
        now = [room.cost for room in rooms if room.least - apart <= length <= room.most + apart]
        worst = min(now, default=found.cost) + TASTE
        wide = found.photo_columns(at)
        good = [room for room in rooms if room.cost <= worst and room.photo_columns == wide]
        span = span_around(length, good, apart)
        if span and not written:
            span = max(span[0], round(length * (1 - SHARED))), min(span[1], round(length * (1 + SHARED)))
        return replace(slot, good=span, limits=span_around(length, rooms, apart))


@dataclass
class _Metered:
    """A page searched, with what was searched for."""

    stories: list[Article]
    photos: dict[str, tuple[Photo, ...]]
    desk: Desk
    search: Search

    @property
    def cost(self) -> float:
        """The badness of the best page, infinite where none is full."""
        return self.search.cost(self.search.columns, self.search.height)

    def photo_columns(self, at: int) -> int:
        """Return how wide a story's photos stand on the best page, in columns."""
        leaves = leaves_of(self.search.best(self.search.whole, self.search.columns, self.search.height))
        story = self.stories[at].id
        return next(each.body.photo_columns for each in leaves if each.story == story)

    @cached_property
    def outside(self) -> Outside:
        """What the page costs around each of its stories."""
        return Outside(self.search)


def _typical(page: int) -> Iterator[Article]:
    """Yield the stories of a page for which nothing is planned."""
    for at, (rank, photos) in enumerate(TYPICAL, 1):
        story = blank_article(f"{page}.{at}", rank, 0)
        yield story.model_copy(update={"photos": tuple(f"{story.id}.{n}" for n in range(1, photos + 1))})
