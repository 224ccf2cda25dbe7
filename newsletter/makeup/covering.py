"""Few stories shared out exactly: every set that fills a page is found, and of these one for each page.

What exchanges, one after the other, do not find in a small issue is found here, or does not exist.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

Share = frozenset[str]
MOST_STORIES, MOST_SETS, MOST_ON_PAGE = 14, 3000, 8
"""The most stories of an issue that is shared out so, the most sets that are tried, and stories of a set."""


@dataclass(frozen=True, slots=True)
class Covering:
    """Stories to be shared out on pages, those in ``fixed`` on theirs.

    ``can_fill`` tells fast whether a set may fill a page, ``fills`` whether it does, ``badness`` how bad it
    looks there.
    """

    stories: Sequence[str]
    fixed: Mapping[str, int]
    pages: Sequence[int]
    can_fill: Callable[[int, Share], bool]
    fills: Callable[[int, Share], bool]
    badness: Callable[[int, Share], float]

    def found(self) -> dict[str, int]:
        """Return the page of every story so that all fill and look best; nothing where there is no way."""
        if len(self.stories) > MOST_STORIES:
            return {}
        sets = {at: list(self._sets(at)) for at in self.pages}
        if sum(map(len, sets.values())) > MOST_SETS:
            return {}
        ways: dict[Share, tuple[float, tuple[Share, ...]]] = {Share(): (0.0, ())}
        for at in self.pages[:-1]:
            ways = self._onward(ways, at, [each for each in sets[at] if self.fills(at, each)])
        return self._ended(ways, set(sets[self.pages[-1]]))

    def _sets(self, at: int) -> Iterator[Share]:
        """Yield the sets that may fill a page: with what is fixed there, without what is elsewhere."""
        kept = [story for story, page in self.fixed.items() if page == at]
        free = [story for story in self.stories if story not in self.fixed]
        for count in range(MOST_ON_PAGE + 1 - len(kept)):
            for some in combinations(free, count):
                share = Share((*kept, *some))
                if share and self.can_fill(at, share):
                    yield share

    def _onward(
        self, ways: Mapping[Share, tuple[float, tuple[Share, ...]]], at: int, sets: Sequence[Share]
    ) -> dict[Share, tuple[float, tuple[Share, ...]]]:
        """Return the best ways to fill one page more, by the stories that are given away then."""
        ahead: dict[Share, tuple[float, tuple[Share, ...]]] = {}
        costs = [self.badness(at, share) for share in sets]
        for gone, (cost, path) in ways.items():
            for share, more in zip(sets, costs, strict=True):
                if gone.isdisjoint(share):
                    now = gone | share
                    if now not in ahead or cost + more < ahead[now][0]:
                        ahead[now] = cost + more, (*path, share)
        return ahead

    def _ended(
        self, ways: Mapping[Share, tuple[float, tuple[Share, ...]]], sets: set[Share]
    ) -> dict[str, int]:
        """Return the best way on which the stories that are left fill the last page."""
        last, whole = self.pages[-1], Share(self.stories)
        left = [
            (cost + self.badness(last, whole - gone), (*path, whole - gone))
            for gone, (cost, path) in ways.items()
            if whole - gone in sets
        ]
        for _cost, shares in sorted(left, key=lambda each: each[0]):
            if self.fills(last, shares[-1]):
                pairs = zip(self.pages, shares, strict=True)
                return {story: at for at, share in pairs for story in share}
        return {}
