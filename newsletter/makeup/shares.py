"""Which story is on which page, and how bad that is: areas against rooms, leads, sections in their order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.issue import Article, Rank
from newsletter.makeup.composing_room import WEIGHTS
from newsletter.makeup.extent import NOTHING, Extent
from newsletter.makeup.lattice import EXACT

OFF, BEYOND = 2000.0, 3000.0
"""The badness of a page whose stories at their best are off its room by all of it, and beyond limits."""
TIGHT, ELBOW = 9000.0, 1.04
"""The badness of a page whose stories, at their very least, take all of it more than its room; by how much
less than the room they must take there for a page to be found.
"""
EMPTY, LATE, SECOND_LEAD, CROWD = 6000.0, 300.0, 900.0, 120.0
"""The badness of a page without stories and of each after it, of leads beyond one, stories beyond EXACT."""
DISORDER, SPLIT, UNLED = 600.0, 80.0, 40.0
"""The badness of a section before its turn, of one more on a page, of a page that only briefs stand on."""


@dataclass(frozen=True, slots=True)
class PageRoom:
    """A page with its number, the lines it has for stories and its area in lines of one column."""

    page: int
    lines: int
    area: int


@dataclass
class Shares:
    """The page, counted from 0, of every story; those ``wished`` stay where the editor wants them.

    The ``opener``, if there is one, stays on the first.
    """

    rooms: Sequence[PageRoom]
    stories: Mapping[str, Article]
    extents: Mapping[str, Extent]
    wished: Mapping[str, int]
    opener: str = ""
    fixed: Mapping[str, int] = field(init=False)
    """The pages of all stories that stay on them."""
    at: dict[str, int] = field(init=False)
    section: Mapping[str, int] = field(init=False)
    has_sections: bool = field(init=False)
    """Whether stories are of more than one section."""
    _weights: Mapping[str, float] = field(init=False)
    _on: list[dict[str, None]] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the fixed stories and number the sections in the order of the manifest."""
        self.at, self._on = {}, [{} for _ in self.rooms]
        names: dict[str, int] = {}
        self.section = {
            story: names.setdefault(each.section, len(names)) for story, each in self.stories.items()
        }
        self.has_sections = len(names) > 1
        self._weights = {story: WEIGHTS[each.rank] for story, each in self.stories.items()}
        self.fixed = {**self.wished, self.opener: 0} if self.opener else self.wished
        self.give(self.fixed)

    def give(self, change: Mapping[str, int]) -> dict[str, int]:
        """Give stories to other pages and return those that they had."""
        before = {story: self.at[story] for story in change if story in self.at}
        for story, page in before.items():
            del self._on[page][story]
        for story, page in change.items():
            self.at[story] = page
            self._on[page][story] = None
        return before

    def by_page(self) -> list[tuple[str, ...]]:
        """Return the stories of every page, in the order of the manifest."""
        return [tuple(story for story in self.stories if story in share) for share in self._on]

    def share(self, at: int) -> frozenset[str]:
        """Return the stories of one page."""
        return frozenset(self._on[at])

    def in_order(self, share: Collection[str]) -> list[Article]:
        """Return the stories of a page, the heaviest first, those alike in the order of the manifest."""
        found = (story for story in self.stories if story in share)
        return sorted((self.stories[each] for each in found), key=lambda each: -WEIGHTS[each.rank])

    def taken(self) -> list[Extent]:
        """Return the areas that every page's stories take together."""
        return [sum((self.extents[each] for each in share), NOTHING) for share in self._on]

    def leads(self) -> list[int]:
        """Return the number of leads on every page."""
        return [sum(self.stories[each].rank is Rank.LEAD for each in share) for share in self._on]

    def badness(self) -> float:
        """Return the badness of all pages and of the order of sections."""
        return sum(self._page(at, share) for at, share in enumerate(self._on)) + self._disorder()

    def gain(self, change: Mapping[str, int]) -> float:
        """Return by how much a change lessens the badness."""
        return self._lessened(change, self.pages_of(change))

    def order_gain(self, change: Mapping[str, int]) -> float:
        """Return by how much a change lessens the badness of the order of sections."""
        return self._lessened(change, ()) if self.has_sections else 0.0

    def pages_of(self, change: Mapping[str, int]) -> set[int]:
        """Return the pages that a change concerns."""
        return {*change.values(), *(self.at[story] for story in change)}

    def _lessened(self, change: Mapping[str, int], pages: Collection[int]) -> float:
        """Return by how much a change lessens the badness of some pages and of the order of sections."""
        before = self._cost(pages)
        had = self.give(change)
        after = self._cost(pages)
        self.give(had)
        return before - after

    def _cost(self, pages: Collection[int]) -> float:
        """Return the badness of some pages and of the order of sections."""
        ordered = self._disorder() if self.has_sections else 0.0
        return ordered + sum(self._page(at, self._on[at]) for at in pages)

    def _page(self, at: int, share: Collection[str]) -> float:
        """Return the badness of what a page is given; where pages must stay empty, they are the last."""
        if not share:
            return EMPTY + LATE * (len(self.rooms) - at)
        return self._misfit(self.rooms[at].area, share) + self.company(share)

    def company(self, share: Collection[str]) -> float:
        """Return the badness of who stands together on a page: leads, a crowd, nothing that leads it."""
        weights = [self._weights[each] for each in share]
        leads = weights.count(WEIGHTS[Rank.LEAD])
        cost = SECOND_LEAD * max(0, leads - 1) + CROWD * max(0, len(weights) - EXACT)
        return cost + UNLED * (max(weights, default=0.0) < WEIGHTS[Rank.STANDARD])

    def _misfit(self, room: int, share: Collection[str]) -> float:
        """Return the badness of too much or too little for a page."""
        least = best = most = floor = 0
        for each in map(self.extents.__getitem__, share):
            least, best, most, floor = (
                least + each.least,
                best + each.best,
                most + each.most,
                floor + each.floor,
            )
        off, beyond = (best - room) / room, max(0, least - room, room - most) / room
        return OFF * off * off + BEYOND * beyond + TIGHT * max(0.0, ELBOW * floor / room - 1)

    def _disorder(self) -> float:
        """Return the badness of sections torn apart and out of their order; fillers go anywhere."""
        cost, reached = 0.0, 0
        for share in self._on:
            free = (each for each in share if each not in self.fixed)
            found = {self.section[each] for each in free if self.stories[each].rank is not Rank.FILLER}
            if found:
                cost += SPLIT * (len(found) - 1) + DISORDER * max(0, reached - min(found))
                reached = max(reached, *found)
        return cost
