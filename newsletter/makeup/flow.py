"""Stories run one after the other over the pages of a stretch: page by page, the last one closing too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from newsletter.issue import Article, Photo
from newsletter.makeup.choice import is_full
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
from newsletter.makeup.part import BEGINNING, Mark, Part, Stop, copy_from, part_of
from newsletter.makeup.running import may_run_on, photo_groups
from newsletter.makeup.search import leaves_of
from newsletter.makeup.shares import PageRoom

TRIED = 5
"""The ways tried to fill one page that others follow."""
BIASES = (0.0, 0.04, -0.04, 0.09, -0.09, 0.15, -0.15)
"""By how much of its share more or less a part takes on the page before the last, until the last closes."""
LEAST_BEGUN = 0.16
"""The share of a page that a story's beginning must have, its head with it."""
OPEN = 0.06
"""The share of a page by which stories may miss it that are tried to end with it rather than to run on."""
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
    """How a page may be filled: how many stories end on it, which runs on, with what lines and photos."""

    ended: int
    open: Item | None = None
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

    def set(self, stories: Sequence[Article]) -> list[SetPage]:
        """Return the pages of the stories, as good as they could be filled."""
        return self._from([self._item(story) for story in stories], 0)

    def _item(self, story: Article) -> Item:
        lines = self.shop.copy(story).count_all(self.shop.layout.grid.column)
        return Item(story, groups=tuple(photo_groups(story, self.shop)), lines=lines)

    def _from(self, items: Sequence[Item], at: int) -> list[SetPage]:
        """Return the pages from one on for what is left."""
        room = self.rooms[at]
        if at == len(self.rooms) - 1:
            return [self._last(items, room)]
        biases = BIASES if at == len(self.rooms) - 2 else BIASES[:1]
        best: list[SetPage] = []
        for bias in biases:
            page, left = self._filled(items, at, bias)
            pages = [page, *self._from(left, at + 1)]
            if not best or _cost(pages) < _cost(best):
                best = pages
            if _cost(best) < UNFILLED:
                break
        return best

    def _last(self, items: Sequence[Item], room: PageRoom) -> SetPage:
        """Return the page on which all that is left ends."""
        return self._page(room, [self._part(each, room.page, 0, each.groups, 0) for each in items])

    def _filled(self, items: Sequence[Item], at: int, bias: float) -> tuple[SetPage, list[Item]]:
        """Return a page that others follow, filled with what is next, and what is left for them."""
        room, best = self.rooms[at], None
        for way in islice(self._ways(items, at, bias), TRIED):
            stories = [self._part(each, room.page, 0, each.groups, 0) for each in items[: way.ended]]
            if way.open:
                stories.append(self._part(way.open, room.page, self.rooms[at + 1].page, way.groups, way.due))
            page = self._page(room, stories)
            if best is None or page.cost < best[0].cost:
                best = page, self._left(items[way.ended :], page, way)
            if page.found:
                break
        if best is None:
            return SetPage(room, (), None), list(items)
        return best

    def _ways(self, items: Sequence[Item], at: int, bias: float) -> Iterator[Way]:
        """Yield how a page may be filled that others follow, the likeliest first."""
        strain, room = self._strain(items, at), self.rooms[at].area
        taken, ways = 0.0, list[tuple[float, Way]]()
        for number, item in enumerate(items):
            left = room - taken
            if number:
                ways.append((abs(left) / room, Way(number)))
            size = self._strained(self._extent(item), strain)
            way = self._open(item, left, strain, bias)
            if way:
                ways.append((OPEN + max(0.0, left - size) / room, Way(number, item, *way)))
            taken += size
            if taken > 1.4 * room:
                break
        yield from (way for _off, way in sorted(ways, key=lambda each: each[0]))

    def _open(
        self, item: Item, left: float, strain: float, bias: float
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
        due = min(due * (1 + bias), item.lines - least)
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
        item = way.open
        if item is None:
            return list(items)
        part = page.stories[-1]
        rest = self._rest(part, page) if isinstance(part, Part) else None
        if rest is None:
            return list(items)
        characters = item.story.manuscript.characters or 1
        left = copy_from(item.story.manuscript, rest).characters / characters
        lines = round(self.shop.copy(item.story).count_all(self.shop.layout.grid.column) * left)
        more = replace(
            item, begun=rest, number=item.number + 1, before=page.room.page,
            groups=item.groups[len(way.groups) :], lines=lines, share=1 - left,
        )  # fmt: skip
        return [more, *items[1:]]

    def _rest(self, part: Part, page: SetPage) -> Mark | None:
        """Return where a part of a page goes on."""
        if page.found is None:
            return None
        tree, desk, _badness = page.found
        return next((desk.legs(leaf).rest for leaf in leaves_of(tree) if leaf.story == part.id), None)


def _cost(pages: Sequence[SetPage]) -> float:
    return sum(page.cost for page in pages)
