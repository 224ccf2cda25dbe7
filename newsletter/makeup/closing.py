"""Shares closed: stories exchanged between pages, two and three ways, until a search fills every page.

Areas tell what a page is over or short by; whether it fills only a search tells, which takes milliseconds
where nothing is forced. No set of stories is tried twice, and only so many are tried at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsletter.makeup.composing_room import SMALLEST, ComposingRoom
from newsletter.makeup.covering import Covering, Share
from newsletter.makeup.exchanges import FEW, SEVERAL, Change, exchanges, turns
from newsletter.makeup.extent import Extent, limits_of
from newsletter.makeup.labels import first_of_sections
from newsletter.makeup.lattice import EXACT
from newsletter.makeup.shares import Shares

EFFORT, TRIED = 1_000_000, 1000
"""How many partings of pages are searched at most: of each page tried three to the power of its stories, and
what trying it takes besides.
"""
CROWDED = 6
"""How many times as much as that a page of more stories takes than are searched exactly."""
OPEN, BEYOND = 2000.0, 20_000.0
"""The badness of a page that does not fill, and of what it is beyond its stories' limits by all of it."""
UNOPENED = 1500.0
"""The badness of an opening page without the story that should open the issue."""
ELBOW = 0.05
"""The share of a page by which its stories must give way for it to fill in all likelihood."""


@dataclass
class Closer:
    """Exchanges stories of pages that do not fill; where ``parts`` or rests of stories stand, by areas alone.

    ``effort`` is what may still be spent on trying pages.
    """

    shop: ComposingRoom
    shares: Shares
    parts: Share = frozenset()
    effort: int = EFFORT
    _limits: dict[str, Extent] = field(default_factory=dict)
    _known: dict[tuple[int, Share], bool] = field(default_factory=dict)
    _rated: dict[tuple[int, Share], float] = field(default_factory=dict)

    def close(self) -> None:
        """Exchange stories while that leaves pages less open, where they are not more than all pages hold.

        Where every page could have a lead of its own, pages with several are bettered too.
        """
        if not (still := self._at_fault()) or not self._is_possible():
            return
        while still and self.effort > 0 and any(map(self._bettered, self._changes(still))):
            still = self._at_fault()
        if self._open() and len(self._pages) == len(self.shares.rooms):
            self.shares.give(self._covering().found())

    def _at_fault(self) -> list[int]:
        """Return the pages that do not fill, and those with several leads while others have none."""
        leads = self.shares.leads()
        crowded = [at for at in self._pages if leads[at] > 1 and not min(leads)]
        return [*(still := self._open()), *(at for at in crowded if at not in still)]

    def _covering(self) -> Covering:
        """Return the search for all sharings of few stories; what was tried serves it."""
        stories, pages = tuple(self.shares.stories), self._pages
        return Covering(stories, self.shares.wished, pages, self._can_fill, self._fills, self._looks)

    def _can_fill(self, at: int, share: Share) -> bool:
        """Return whether a page's area lies between the least and the most of stories."""
        least, most = self._areas(share)
        return least <= self.shares.rooms[at].area <= most

    def _looks(self, at: int, share: Share) -> float:
        """Return the badness of who stands on a page, and of an opening page without what should open it."""
        opener = self.shares.opener
        return self.shares.company(share) + UNOPENED * (at == 0 and bool(opener) and opener not in share)

    def _is_possible(self) -> bool:
        """Return whether all stories together have room on all pages and can fill them."""
        area = sum(room.area for room in self.shares.rooms)
        if SMALLEST * sum(each.floor for each in self.shares.extents.values()) > area:
            return False
        least, most = self._areas(Share(self.shares.stories))
        return least <= area <= most

    def _open(self) -> list[int]:
        """Return the pages that do not fill."""
        return [at for at in self._pages if not self._fills(at, self.shares.share(at))]

    @cached_property
    def _pages(self) -> list[int]:
        """Return the pages that whole stories alone shall fill."""
        gap, columns = self.shop.layout.limits.gap, self.shop.layout.grid.columns
        return [
            at
            for at, room in enumerate(self.shares.rooms)
            if room.area == columns * (room.lines + gap) and not self.parts & self.shares.share(at)
        ]

    def _changes(self, still: Sequence[int]) -> Iterator[list[Change]]:
        """Yield the changes that concern open pages, the simple ones first."""
        shares = self.shares.by_page()
        bound = self.parts.union(self.shares.fixed)
        free = {at: [each for each in share if each not in bound] for at, share in enumerate(shares)}
        yield [change for at in still for change in exchanges(at, free, FEW)]
        yield [change for at in still for change in exchanges(at, free, SEVERAL)]
        yield [change for at in still for change in turns(at, free)]

    def _bettered(self, changes: Sequence[Change]) -> bool:
        """Carry out the first change that makes the pages better, those that promise most tried first."""
        rated = [
            (-promise - self.shares.gain(change), number, change)
            for number, change in enumerate(changes)
            if (promise := self._promise(change)) > 0
        ]
        for _badness, _number, change in sorted(rated, key=lambda each: each[:2]):
            if self.effort > 0 and self._promise(change) > 0 and self._is_better(change):
                self.shares.give(change)
                return True
        return False

    def _promise(self, change: Change) -> float:
        """Return by how much less bad the pages of a change are, as far as is known."""
        after = self._after(change)
        before = sum(self._badness(at, self.shares.share(at)) for at in after)
        promise = before - sum(self._badness(at, share) for at, share in after.items())
        return promise + self.shares.order_gain(change)

    def _after(self, change: Change) -> dict[int, Share]:
        """Return what stands on the pages of a change after it."""
        return {
            at: self.shares.share(at).difference(change)
            | {story for story, page in change.items() if page == at}
            for at in self.shares.pages_of(change)
        }

    def _is_better(self, change: Change) -> bool:
        """Try the pages of a change, one after the other while it still promises to be better."""
        for at, share in self._after(change).items():
            if at in self._pages:
                self._fills(at, share)
            if self._promise(change) <= 0:
                return False
        return True

    def _badness(self, at: int, share: Share) -> float:
        """Return how bad a page is, by whether it fills and who stands there; worked out once."""
        if (at, share) not in self._rated:
            self._rated[at, share] = self._openness(at, share) + self.shares.company(share)
        return self._rated[at, share]

    def _openness(self, at: int, share: Share) -> float:
        """Return how open a page is, or is likely to be where that was not tried."""
        known, room = self._known.get((at, share)), self.shares.rooms[at].area
        if known or not share:
            return 0.0 if known else OPEN + BEYOND
        least, most = self._areas(share)
        give = min(room - least, most - room) / room
        likely = min(1.0, max(0.0, 1 - give / ELBOW))
        return OPEN * (likely if known is None else 1 + likely) + BEYOND * max(0.0, -give)

    def _areas(self, share: Share) -> tuple[int, int]:
        """Return the least and the most area of stories together."""
        limits = [self._limits_of(story) for story in share]
        return sum(each.least for each in limits), sum(each.most for each in limits)

    def _limits_of(self, story: str) -> Extent:
        """Return the area of a story, worked out once; of one that runs on what it has of its page."""
        if story in self.parts:
            return self.shares.extents[story]
        if story not in self._limits:
            self._limits[story] = limits_of(self.shares.stories[story], self.shop, self.shares.extents[story])
        return self._limits[story]

    def _fills(self, at: int, share: Share) -> bool:
        """Return whether stories fill a page; found out once, and not where they are beyond their limits."""
        if (at, share) not in self._known:
            self._known[at, share] = self._is_filled(at, share)
            self._rated.pop((at, share), None)
        return self._known[at, share]

    def _is_filled(self, at: int, share: Share) -> bool:
        crowded = CROWDED if len(share) > EXACT else 1
        self.effort -= TRIED + crowded * 3 ** min(EXACT, len(share))
        stories = first_of_sections(self.shares.in_order(share))
        return self.shop.fills(stories, self.shares.rooms[at].lines)
