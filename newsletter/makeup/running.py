"""Stories that run on over pages: where each is set, how far it has come, which photos stand where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from newsletter.issue import UNPARTED, Article, PagePlan, Photo
from newsletter.layout import Layout
from newsletter.makeup.composing_room import ComposingRoom, Found
from newsletter.makeup.extent import extent_of
from newsletter.makeup.labels import first_of_sections
from newsletter.makeup.part import BEGINNING, Mark, Part, Stop, copy_between, copy_from, part_of
from newsletter.makeup.photoblock import together
from newsletter.makeup.positions import positions
from newsletter.makeup.rectangle import Desk
from newsletter.makeup.search import Tree, leaves_of
from newsletter.makeup.shares import PageRoom
from newsletter.photo_groups import bond

LEAST_SHARE = 0.1
"""The least of a page that is counted on for a story that runs over it."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What a part of a story is given: photos, the lines due, those left at least for what follows."""

    photos: tuple[str, ...]
    due: int
    left: int


def may_run_on(story: Article, layout: Layout) -> bool:
    """Return whether a story may stand on several pages."""
    return layout.jumps.reach != "none" and story.rank not in UNPARTED and story.jump != 0


def ways_of(plans: Iterable[PagePlan]) -> dict[str, tuple[int, ...]]:
    """Return the pages of every story of a plan, in order."""
    ways: dict[str, tuple[int, ...]] = {}
    for plan in sorted(plans, key=lambda each: each.page):
        for story in dict.fromkeys(plan.articles):
            ways[story] = (*ways.get(story, ()), plan.page)
    return ways


@dataclass
class Running:
    """The stories of an issue on their way over the pages, which are made up in order."""

    shop: ComposingRoom
    plans: Sequence[PagePlan]
    rooms: Mapping[int, PageRoom]
    portions: Mapping[tuple[str, int], Portion] = field(default_factory=dict)
    biases: Mapping[tuple[str, int], float] = field(default_factory=dict)
    """By how much of its share more or less a part takes so that the page of the last one closes."""
    marks: dict[tuple[str, int], Mark] = field(default_factory=dict)
    """Where the copy of a story begins on a page, by its id and the number of the part."""

    def __post_init__(self) -> None:
        """Find the way of every story that the plan has on several pages."""
        self.ways = {
            each: self._allowed(each, pages) for each, pages in ways_of(self.plans).items() if len(pages) > 1
        }

    def _allowed(self, name: str, pages: tuple[int, ...]) -> tuple[int, ...]:
        """Return the pages a story can run over: one where it may not, else no more than it has copy for."""
        story = self.shop.issue.article(name)
        if story is None or not may_run_on(story, self.shop.layout):
            return pages[:1]
        return pages[: max(1, self._lines(story, BEGINNING) // self.shop.layout.jumps.lines)]

    def _lines(self, story: Article, begun: Mark) -> int:
        """Return about how many lines of one column a story has from a place on."""
        column = self.shop.layout.grid.column
        if begun == BEGINNING:
            return self.shop.copy(story).count(column)
        whole = story.manuscript.characters or 1
        left = copy_from(story.manuscript, begun).characters
        return round(self.shop.copy(story).count(column) * left / whole)

    def on(self, plan: PagePlan) -> list[Article]:
        """Return the stories of a page, those that run on as their part of it, all held where they are."""
        stories = (self.shop.issue.article(each) for each in dict.fromkeys(plan.articles))
        parts = (self._on_page(each, plan.page) for each in stories if each)
        here = [part for part in parts if part and part.place is None]
        return positions(plan, here, self.shop.layout, self.rooms[plan.page].lines).put(here)

    def _on_page(self, story: Article, page: int) -> Article | None:
        """Return a story, its part of the page, or none where it has ended before."""
        pages = self.ways.get(story.id)
        if pages is None or pages == (page,):
            return story
        if page not in pages:
            return None
        at = pages.index(page)
        stop = Stop(page, at + 1, len(pages), (0, *pages)[at], (*pages, 0)[at + 1])
        begun = self.marks.get((story.id, at + 1), BEGINNING)
        if not copy_from(story.manuscript, begun).paragraphs:
            return None
        given = self.portions.get((story.id, at + 1)) or self._portion(story, begun, at, pages)
        return part_of(story, begun, stop, given.photos, given.due, given.left, self.shop.layout)

    def _portion(self, story: Article, begun: Mark, at: int, pages: Sequence[int]) -> Portion:
        """Return what a part is given that no plan gives anything: its share of lines and of photos."""
        groups = [tuple(each.id for each in group) for group in photo_groups(story, self.shop)]
        photos = spread(groups, len(pages), self.shop.layout)[at]
        to_come = len(pages) - at - 1
        due = self._due(story, begun, pages[at:]) if to_come else 0
        due = round(due * (1 + self.biases.get((story.id, at + 1), 0.0)))
        return Portion(photos, due, to_come * self.shop.layout.jumps.lines)

    def _due(self, story: Article, begun: Mark, pages: Sequence[int]) -> int:
        """Return the lines of one column that are a page's share of what a story has left for some pages."""
        rooms = [self._free(page) for page in pages]
        return round(self._lines(story, begun) * rooms[0] / sum(rooms))

    def _free(self, page: int) -> float:
        """Return about how much of a page, in lines of one column, each story has that runs over it."""
        plan = next(each for each in self.plans if each.page == page)
        names = list(dict.fromkeys(plan.articles))
        whole = [
            story
            for each in names
            if each not in self.ways and (story := self.shop.issue.article(each)) and story.place is None
        ]
        area = self.rooms[page].area
        left = area - sum(extent_of(each, self.shop).best for each in whole)
        return max(LEAST_SHARE * area, left) / max(1, len(names) - len(whole))

    def standing(self, story: Article) -> Article:
        """Return what of a story stands on its page, once that is made up: a part ends where it goes on."""
        if not isinstance(story, Part) or not story.goes_on:
            return story
        end = self.marks.get((story.whole, story.stop.number + 1))
        whole = self.shop.issue.article(story.whole)
        if end is None or whole is None:
            return story
        copy = copy_between(whole.manuscript, story.begun, end)
        return story.model_copy(update={"manuscript": copy, "goes_on": 0, "jump_line": ""})

    def note(self, tree: Tree, desk: Desk) -> None:
        """Keep where the stories of a page made up go on."""
        for leaf in leaves_of(tree):
            rest, part = desk.legs(leaf).rest, desk.copies[leaf.story].article
            if rest and isinstance(part, Part):
                self.marks[part.whole, part.stop.number + 1] = rest

    def made(self, plan: PagePlan, force: bool) -> Found | None:
        """Return a page made up, where its stories go on noted; none where there is no such page."""
        stories = first_of_sections(self.on(plan))
        found = self.shop.page(stories, self.rooms[plan.page].lines, force) if stories else None
        if found:
            self.note(found[0], found[1])
        return found


def photo_groups(story: Article, shop: ComposingRoom) -> list[tuple[Photo, ...]]:
    """Return a story's photos parted where they may stand on different pages."""
    return [
        part
        for group in together(shop.photos(story))
        for part in ([group] if bond(group[0]) else [(photo,) for photo in group])
    ]


def spread(groups: Sequence[tuple[str, ...]], count: int, layout: Layout) -> list[tuple[str, ...]]:
    """Return the photos of each of so many parts: evenly in order, in a paper all with the first."""
    parts: list[tuple[str, ...]] = [()] * count
    whole = sum(map(len, groups)) or 1
    for group, before in zip(groups, accumulate(map(len, groups), initial=0), strict=False):
        at = before * count // whole if layout.jumps.reach == "run-on" else 0
        parts[at] = (*parts[at], *group)
    return parts
