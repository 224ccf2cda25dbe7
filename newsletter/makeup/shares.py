"""Which story is on which page, and how bad that is: areas against rooms, leads, sections in their order."""

from collections.abc import Mapping, Sequence
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
    """The page, counted from 0, of every story; stories in ``fixed`` stay where the editor wants them."""

    rooms: Sequence[PageRoom]
    stories: Mapping[str, Article]
    extents: Mapping[str, Extent]
    fixed: Mapping[str, int]
    at: dict[str, int] = field(init=False)
    section: Mapping[str, int] = field(init=False)
    _known: dict[tuple[int, tuple[str, ...]], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with the fixed stories and number the sections in the order of the manifest."""
        self.at = dict(self.fixed)
        names: dict[str, int] = {}
        self.section = {
            story: names.setdefault(each.section, len(names)) for story, each in self.stories.items()
        }

    def give(self, change: Mapping[str, int]) -> dict[str, int]:
        """Give stories to other pages and return those that they had."""
        before = {story: self.at[story] for story in change}
        self.at.update(change)
        return before

    def by_page(self) -> list[tuple[str, ...]]:
        """Return the stories of every page, in the order of the manifest."""
        shares: list[list[str]] = [[] for _ in self.rooms]
        for story in self.stories:
            if story in self.at:
                shares[self.at[story]].append(story)
        return list(map(tuple, shares))

    def taken(self) -> list[Extent]:
        """Return the areas that every page's stories take together."""
        return [sum((self.extents[each] for each in share), NOTHING) for share in self.by_page()]

    def leads(self) -> list[int]:
        """Return the number of leads on every page."""
        return [sum(self.stories[each].rank is Rank.LEAD for each in share) for share in self.by_page()]

    def badness(self) -> float:
        """Return the badness of all pages and of the order of sections."""
        shares = self.by_page()
        return sum(self._page(at, share) for at, share in enumerate(shares)) + self._disorder(shares)

    def _page(self, at: int, share: tuple[str, ...]) -> float:
        """Return the badness of a page's share; where pages must stay empty, they are the last."""
        if (at, share) not in self._known:
            late = 0 if share else LATE * (len(self.rooms) - at)
            self._known[at, share] = late + self._page_badness(self.rooms[at].area, share)
        return self._known[at, share]

    def _page_badness(self, room: int, share: Sequence[str]) -> float:
        """Return the badness of what a page is given: of too much, too little, and of the ranks on it."""
        if not share:
            return EMPTY
        taken = [self.extents[each] for each in share]
        off = (sum(each.best for each in taken) - room) / room
        over, white = sum(each.least for each in taken) - room, room - sum(each.most for each in taken)
        beyond = max(0, over, white) / room
        tight = max(0.0, ELBOW * sum(each.floor for each in taken) / room - 1)
        ranks = [self.stories[each].rank for each in share]
        cost = (
            OFF * off * off
            + BEYOND * beyond
            + TIGHT * tight
            + SECOND_LEAD * max(0, ranks.count(Rank.LEAD) - 1)
        )
        cost += CROWD * max(0, len(share) - EXACT)
        return cost + UNLED * (max(WEIGHTS[rank] for rank in ranks) < WEIGHTS[Rank.STANDARD])

    def _disorder(self, shares: Sequence[Sequence[str]]) -> float:
        """Return the badness of sections torn apart and out of their order; fillers go anywhere."""
        cost, reached = 0.0, 0
        for share in shares:
            free = (each for each in share if each not in self.fixed)
            found = {self.section[each] for each in free if self.stories[each].rank is not Rank.FILLER}
            if found:
                cost += SPLIT * (len(found) - 1) + DISORDER * max(0, reached - min(found))
                reached = max(reached, *found)
        return cost
