"""Stories run one after the other over the pages of a stretch: page by page, the last one closing too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from newsletter.issue import UNPARTED, Article, Photo
from newsletter.makeup.choice import is_full, lines_off
from newsletter.makeup.composing_room import ComposingRoom, Found
from newsletter.makeup.extent import (
    NOTHING,
    Extent,
    extent_of,
    head_extent,
    photo_extent,
    running_head,
    text_extent,
)
from newsletter.makeup.labels import first_of_sections
from newsletter.makeup.part import BEGINNING, Mark, Part, Stop, copy_from, is_open, part_of
from newsletter.makeup.running import may_run_on, photo_groups
from newsletter.makeup.search import leaves_of
from newsletter.makeup.shares import PageRoom

TRIED = 5
"""The ways tried to fill one page that others follow."""
NEAR_END, SEARCHES = 4, 24
"""The last pages on which other ways are tried where one after them does not close, and how many in all."""
TRIES = 4
"""How often the pages of a stretch are filled, lines shifted from one to another in between."""
LEAST_BEGUN = 0.16
"""The share of a page that a story's beginning must have, its head with it."""
OPEN = 0.06
"""The share of a page by which stories may miss it that are tried to end with it rather than to run on."""
SKIPPED = 0.02
"""The same for each brief that waits while others of its section come before it."""
OVER, CHOICE = 0.3, 6
"""By what share of a page stories may exceed it and be tried, and of how many that are next."""
UNFILLED = 5000.0
"""The badness of a page that does not close."""


@dataclass(frozen=True, slots=True)
class Item:
    """A story that waits for its place, or what is left of it: where it goes on, the photos it still has."""

    story: Article
    begun: Mark = BEGINNING
    number: int = 1
    before: int = 0
    groups: tuple[tuple[Photo, ...], ...] = ()
    lines: int = 0
    share: float = 0.0
    """How much of the story's copy is set."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a page may be filled: which stories end on it, which one runs on, with what lines and photos."""

    ended: tuple[int, ...]
    open: int | None = None
    due: int = 0
    groups: tuple[tuple[Photo, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page of a stretch, its stories and parts in order; ``found`` is none where it does not close."""

    room: PageRoom
    stories: tuple[Article, ...]
    found: Found | None

    @property
    def cost(self) -> float:
        """The badness of the page."""
        return self.found[2] if self.found else UNFILLED


@dataclass
class Flow:
    """The pages of one stretch; ``shop`` keeps what was drawn for other stretches."""

    shop: ComposingRoom
    rooms: Sequence[PageRoom]
    _extents: dict[Item, Extent] = field(default_factory=dict)
    _searches: int = SEARCHES

    def set(self, stories: Sequence[Article]) -> list[SetPage]:
        """Return the pages of the stories, as good as they could be filled.

        Where a page does not close, an earlier one on which a photo can give or take room takes more or less
        of the copy, and the pages from there on are filled anew.
        """
        shifts = [0] * len(self.rooms)
        best: list[SetPage] = []
        for _try in range(TRIES):
            pages = self._run([self._item(story) for story in stories], shifts)
            best = pages if not best or _cost(pages) < _cost(best) else best
            failing = next((at for at, page in enumerate(pages) if page.found is None), 0)
            if not failing or not self._shifted(shifts, pages[:failing], pages[failing]):
                break
        return best

    def _run(self, items: Sequence[Item], shifts: Sequence[int]) -> list[SetPage]:
        """Return the pages filled one after the other; after one that does not close, none does."""
        self._searches = SEARCHES
        return self._onward(items, 0, shifts)

    def _onward(self, items: Sequence[Item], at: int, shifts: Sequence[int]) -> list[SetPage]:
        """Return the pages from one on; near the end of the stretch other ways are tried until all close."""
        if at == len(self.rooms) - 1:
            return [self._last(items, self.rooms[at])]
        best: list[SetPage] = []
        for page, left in self._tried(items, at, shifts[at]):
            pages = [
                page,
                *(self._onward(left, at + 1, shifts) if page.found else self._unfilled(left, at + 1)),
            ]
            best = pages if not best or _cost(pages) < _cost(best) else best
            early = page.found and at < len(self.rooms) - NEAR_END
            if early or _cost(best) < UNFILLED or self._searches < 0:
                break
        return best or [SetPage(self.rooms[at], (), None), *self._unfilled(items, at + 1)]

    def _unfilled(self, items: Sequence[Item], at: int) -> list[SetPage]:
        """Return the pages after one that does not close, with the stories that they have room for."""
        pages = []
        for number in range(at, len(self.rooms)):
            stories = tuple(each.story for each in self._by_area(items, number))
            pages.append(SetPage(self.rooms[number], stories, None))
            items = items[len(stories) :]
        return pages

    def _by_area(self, items: Sequence[Item], at: int) -> Iterator[Item]:
        """Yield the stories for a page after one that does not close: as many as it has room for."""
        taken = 0
        for item in items:
            taken += self._extent(item).best
            if at < len(self.rooms) - 1 and taken > self.rooms[at].area:
                return
            yield item

    def _shifted(self, shifts: list[int], before: Sequence[SetPage], failing: SetPage) -> bool:
        """Shift lines to an earlier page or from it by what one is over or short; return whether one can."""
        misfit = self._misfit(failing)
        able = [at for at, page in enumerate(before) if any(map(is_open, page.stories))]
        if not able or not misfit:
            return False
        slack = {at: photo_area(before[at]) for at in able}
        at = max(
            able, key=lambda each: (slack[each], each) if misfit > 0 else (slack[each] > 0, -slack[each])
        )
        shifts[at] += misfit
        return True

    def _misfit(self, page: SetPage) -> int:
        """Return the lines that a page which does not close is over, negative where it is short."""
        stand = first_of_sections(page.stories)
        found = self.shop.page(stand, page.room.lines) if stand else None
        return lines_off(found[0]) if found else 0

    def _item(self, story: Article) -> Item:
        lines = self.shop.copy(story).count_all(self.shop.layout.grid.column)
        return Item(story, groups=tuple(photo_groups(story, self.shop)), lines=lines)

    def _last(self, items: Sequence[Item], room: PageRoom) -> SetPage:
        """Return the page on which all that is left ends."""
        return self._page(room, [self._part(each, room.page, 0, each.groups, 0) for each in items])

    def _tried(self, items: Sequence[Item], at: int, shift: int) -> Iterator[tuple[SetPage, list[Item]]]:
        """Yield the likeliest ways to fill a page, made up, with what each leaves."""
        room = self.rooms[at]
        for way in islice(self._ways(items, at, shift), TRIED):
            stories = [self._part(items[each], room.page, 0, items[each].groups, 0) for each in way.ended]
            if way.open is not None:
                after = self.rooms[at + 1].page
                stories.append(self._part(items[way.open], room.page, after, way.groups, way.due))
            self._searches -= 1
            page = self._page(room, stories)
            yield page, self._left(items, page, way)

    def _ways(self, items: Sequence[Item], at: int, shift: int) -> Iterator[Way]:
        """Yield how a page may be filled that others follow, the likeliest first."""
        strain, room = self._strain(items, at), self.rooms[at].area
        ways: list[tuple[float, Way]] = []
        for ended in self._endings(items, room, strain):
            left = room - sum(self._strained(self._extent(items[each]), strain) for each in ended)
            skipped = SKIPPED * sum(each not in ended for each in range(max(ended, default=0)))
            if ended:
                ways.append((skipped + abs(left) / room, Way(ended)))
            number = _next_to_open(items, ended)
            if number is not None and (way := self._open(items[number], left, strain, shift)):
                size = self._strained(self._extent(items[number]), strain)
                ways.append((skipped + OPEN + max(0.0, left - size) / room, Way(ended, number, *way)))
        yield from (way for _off, way in sorted(ways, key=lambda each: each[0]))

    def _endings(self, items: Sequence[Item], room: float, strain: float) -> Iterator[tuple[int, ...]]:
        """Yield which stories may end on a page: the next ones, or of briefs of a section any."""

        def onward(ended: tuple[int, ...], at: int, left: float) -> Iterator[tuple[int, ...]]:
            yield ended
            for number in range(at, min(len(items), at + CHOICE)):
                size = self._strained(self._extent(items[number]), strain)
                if size <= left + OVER * room:
                    yield from onward((*ended, number), number + 1, left - size)
                if not _is_brief_before(items, number):
                    return

        yield from onward((), 0, room)

    def _open(
        self, item: Item, left: float, strain: float, shift: int
    ) -> tuple[int, tuple[tuple[Photo, ...], ...]] | None:
        """Return the lines and the photos of a part in the room left, none where it would be too small."""
        layout = self.shop.layout
        least, area = layout.jumps.lines, min(room.area for room in self.rooms)
        if not may_run_on(item.story, layout) or left < LEAST_BEGUN * area:
            return None
        free = left - self._strained(self._head(item), strain)
        due, count = free, 0
        while count < len(item.groups) and self._belongs(item, count, due):
            photo = photo_extent(item.groups[count], item.story, self.shop)
            if due - self._strained(photo, strain) < least:
                break
            due, count = due - self._strained(photo, strain), count + 1
        due = min(due + shift, item.lines - least)
        return (round(due), item.groups[:count]) if due >= least else None

    def _belongs(self, item: Item, count: int, due: float) -> bool:
        """Return whether the next photo of an item stands before the end of a part of so many lines."""
        whole = len(photo_groups(item.story, self.shop))
        placed = whole - len(item.groups) + count
        reached = item.share + (1 - item.share) * due / max(1, item.lines)
        return placed / whole < reached - 1e-9 if item.number > 1 or count else True

    def _strain(self, items: Sequence[Item], at: int) -> float:
        """Return how far between best and most, or least, all must be to fill the pages that are left."""
        room = sum(each.area for each in self.rooms[at:])
        room -= (len(self.rooms) - at - 1) * running_head(self.shop.layout)
        whole = sum(map(self._extent, items), NOTHING)
        off = room - whole.best
        return off / max(1, whole.most - whole.best if off > 0 else whole.best - whole.least)

    def _strained(self, extent: Extent, strain: float) -> float:
        """Return the area of something at a strain."""
        side = extent.most - extent.best if strain > 0 else extent.best - extent.least
        return extent.best + strain * side

    def _extent(self, item: Item) -> Extent:
        """Return the area of what is left of a story."""
        if item not in self._extents:
            self._extents[item] = self._measured(item)
        return self._extents[item]

    def _measured(self, item: Item) -> Extent:
        if item.number == 1 and not may_run_on(item.story, self.shop.layout):
            return extent_of(item.story, self.shop)
        photos = [photo_extent(group, item.story, self.shop) for group in item.groups]
        return sum(photos, text_extent(item.lines) + self._head(item))

    def _head(self, item: Item) -> Extent:
        """Return the area of the head over what is left of a story."""
        head = head_extent(item.story, self.shop)
        running = running_head(self.shop.layout)
        return head if item.number == 1 else Extent(running, running, running)

    def _part(
        self, item: Item, page: int, after: int, groups: Sequence[Sequence[Photo]], due: int
    ) -> Article:
        """Return an item as what stands on a page: a whole story, or a part."""
        if item.number == 1 and not after:
            return item.story
        stop = Stop(page, item.number, 0, item.before, after)
        photos = [photo.id for group in groups for photo in group]
        left = self.shop.layout.jumps.lines if after else 0
        return part_of(item.story, item.begun, stop, photos, due, left, self.shop.layout)

    def _page(self, room: PageRoom, stories: list[Article]) -> SetPage:
        """Return a page made up, as it is with the labels of its sections."""
        stand = first_of_sections(stories)
        found = self.shop.page(stand, room.lines, force=False) if stand else None
        return SetPage(room, tuple(stories), found if found and is_full(found[0]) else None)

    def _left(self, items: Sequence[Item], page: SetPage, way: Way) -> list[Item]:
        """Return what is left after a page, the rest of the story that runs on first."""
        left_over = [each for at, each in enumerate(items) if at not in way.ended and at != way.open]
        if way.open is None:
            return left_over
        item, part = items[way.open], page.stories[-1]
        rest = self._rest(part, page) if isinstance(part, Part) else None
        if rest is None:
            return [item, *left_over]
        characters = item.story.manuscript.characters or 1
        left = copy_from(item.story.manuscript, rest).characters / characters
        lines = round(self.shop.copy(item.story).count_all(self.shop.layout.grid.column) * left)
        more = replace(
            item, begun=rest, number=item.number + 1, before=page.room.page,
            groups=item.groups[len(way.groups) :], lines=lines, share=1 - left,
        )  # fmt: skip
        return [more, *left_over]

    def _rest(self, part: Part, page: SetPage) -> Mark | None:
        """Return where a part of a page goes on."""
        if page.found is None:
            return None
        tree, desk, _badness = page.found
        return next((desk.legs(leaf).rest for leaf in leaves_of(tree) if leaf.story == part.id), None)


def _cost(pages: Sequence[SetPage]) -> float:
    return sum(page.cost for page in pages)


def photo_area(page: SetPage) -> int:
    """Return the area of a page's photos, in lines of one column."""
    bodies = [leaf.body for leaf in leaves_of(page.found[0])] if page.found else []
    return sum(body.photos.height * body.photo_columns for body in bodies if body.photos)


def _is_brief_before(items: Sequence[Item], at: int) -> bool:
    """Return whether a story may wait while the next one, of the same section, takes its place."""
    story = items[at].story
    same = at + 1 < len(items) and items[at + 1].story.section == story.section
    return same and story.rank in UNPARTED


def _next_to_open(items: Sequence[Item], ended: Sequence[int]) -> int | None:
    """Return the story that may begin after those that end on a page, none where a brief must come first."""
    for at, item in enumerate(items):
        if at not in ended and item.story.rank not in UNPARTED:
            return at
        if at not in ended and not _is_brief_before(items, at):
            return None
    return None
