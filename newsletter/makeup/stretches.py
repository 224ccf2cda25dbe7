"""Stories in rows that together fill whole pages: which stories, how many pages, found exactly from areas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from newsletter.issue import Article, Rank
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.extent import (
    NOTHING,
    Extent,
    extent_of,
    head_extent,
    photo_extent,
    running_head,
    text_extent,
)
from newsletter.makeup.running import may_run_on, photo_groups
from newsletter.makeup.shares import PageRoom

STRAIN, BEYOND = 60.0, 4000.0
"""The badness of a page whose stories are as small or as large as can be, and beyond that by all of it."""
BELOW = {Rank.LEAD: 90.0, Rank.MAJOR: 26.0, Rank.STANDARD: 10.0, Rank.BRIEF: 0.0, Rank.FILLER: 0.0}
"""The badness of a story that does not begin a page with those before it, by rank."""
CROWD, MOST_STORIES = 6.0, 10
"""The badness of each story more in a stretch, and the most of one."""
ASTRAY = 3
"""By how many pages a stretch may begin before or after its due place in the issue."""
STIFF = 0.6
"""The share of a page from which a story that may run on is measured by its copy, not drawn."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The stories from ``first`` to before ``last`` over ``pages`` pages from the one of number ``start``."""

    first: int
    last: int
    start: int
    pages: int


@dataclass
class Stretches:
    """Stories in their order and the pages for them, from 0; ``failed`` stretches could not be filled."""

    shop: ComposingRoom
    rooms: Sequence[PageRoom]
    stories: Sequence[Article]
    failed: dict[Stretch, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Measure all stories once."""
        self.extents = [self._extent(each) for each in self.stories]
        self._sums = list(accumulate(self.extents, initial=NOTHING))
        self._areas = list(accumulate((room.area for room in self.rooms), initial=0))

    def _extent(self, story: Article) -> Extent:
        """Return the area of a story: drawn, or of a long one that may run on counted from its parts."""
        area = min(room.area for room in self.rooms)
        lines = self.shop.copy(story).count_all(self.shop.layout.grid.column)
        if lines < STIFF * area or not may_run_on(story, self.shop.layout):
            return extent_of(story, self.shop)
        photos = [photo_extent(group, story, self.shop) for group in photo_groups(story, self.shop)]
        return sum(photos, text_extent(lines) + head_extent(story, self.shop))

    def best(self) -> list[Stretch]:
        """Return the stretches of least badness that take all stories and all pages; none where none do."""
        ways: dict[tuple[int, int], tuple[float, tuple[Stretch, ...]]] = {(0, 0): (0.0, ())}
        for last in range(1, len(self.stories) + 1):
            for first in range(max(0, last - MOST_STORIES), last):
                for start in self._starts(first):
                    if (first, start) in ways:
                        self._extend(ways, first, last, start)
        whole = ways.get((len(self.stories), len(self.rooms)))
        return list(whole[1]) if whole else []

    def _starts(self, story: int) -> range:
        """Return the pages, from 0, on which a story may begin a stretch: those near its due place."""
        due = round(self._sums[story].best / max(1, self._sums[-1].best) * len(self.rooms))
        return range(max(0, due - ASTRAY), min(len(self.rooms), due + ASTRAY + 1))

    def _extend(
        self,
        ways: dict[tuple[int, int], tuple[float, tuple[Stretch, ...]]],
        first: int,
        last: int,
        start: int,
    ) -> None:
        """Lower the ways that a stretch leads to."""
        before, path = ways[first, start]
        for stretch in self._from(first, last, start):
            cost, key = before + self.badness(stretch), (last, start + stretch.pages)
            if key not in ways or cost < ways[key][0]:
                ways[key] = cost, (*path, stretch)

    def _from(self, first: int, last: int, start: int) -> Iterator[Stretch]:
        """Yield the stretches of some stories, of as many pages as may hold them and one less or more."""
        best = self._sums[last].best - self._sums[first].best
        average = self._areas[-1] / len(self.rooms)
        about = max(1, round(best / average))
        for pages in range(max(1, about - 1), about + 2):
            if start + pages <= len(self.rooms):
                yield Stretch(first, last, start, pages)

    def badness(self, stretch: Stretch) -> float:
        """Return how badly stories fill their pages: strain, beginnings below others, crowd."""
        inside = self.stories[stretch.first : stretch.last]
        cost = sum(BELOW[each.rank] for each in inside[1:]) + CROWD * (len(inside) - 1)
        cost += self.failed.get(stretch, 0.0) + self._strain(stretch)
        return cost + sum(self._misplaced(at, stretch) for at in range(stretch.first, stretch.last))

    def _strain(self, stretch: Stretch) -> float:
        """Return the badness of the room that stories have beside what they take at best."""
        room = self._areas[stretch.start + stretch.pages] - self._areas[stretch.start]
        first, last, heads = self._sums[stretch.first], self._sums[stretch.last], self._running_heads(stretch)
        least, best = last.least - first.least + heads, last.best - first.best + heads
        most = last.most - first.most + heads
        span = max(1.0, float(best - least if room < best else most - best))
        strain = abs(room - best) / span
        return STRAIN * strain**2 * stretch.pages + BEYOND * max(0, least - room, room - most) / room

    def _running_heads(self, stretch: Stretch) -> int:
        """Return the area of the running heads of stories that go over a page's end."""
        return (stretch.pages - 1) * running_head(self.shop.layout)

    def _misplaced(self, at: int, stretch: Stretch) -> float:
        """Return the badness of a story that an editor wants to begin on another page."""
        wanted = self.stories[at].page
        if wanted is None:
            return 0.0
        pages = self.rooms[stretch.start : stretch.start + (1 if at == stretch.first else stretch.pages)]
        return 0.0 if wanted in [room.page for room in pages] else BEYOND
