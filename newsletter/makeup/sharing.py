"""Stories given to pages so that all fill: first by their areas, then by making up what does not close."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from newsletter.issue import Article, PagePlan, Rank
from newsletter.makeup.choice import is_full, is_set, lines_off
from newsletter.makeup.closing import Closer
from newsletter.makeup.composing_room import WEIGHTS, ComposingRoom
from newsletter.makeup.exchanges import Change
from newsletter.makeup.extent import Extent, extent_of, rough_extent
from newsletter.makeup.labels import first_of_sections
from newsletter.makeup.shares import PageRoom, Shares

ROUNDS = 12
"""How often the shares are gone over."""
REACH, FAR = 3, 8
"""How many pages away a story is moved or exchanged, where there are sections and where there are none."""
MENDINGS, TRIALS = 2, 4
"""How often a page that does not fill is mended, and how many exchanges are made up each time."""
LAST, LAST_TRIALS, LAST_OFF = 2, 16, 0.025
"""Where no more pages than this are left that do not fill, more exchanges are made up for each that misses
by no more than a small share of it."""
MENDABLE = 0.25
"""The share of a page that may be over or white for exchanges to be tried: more is for the editor to mend."""
OPEN = 15
"""How many lines more over or white on one page are no worse than another page to be mended."""
WEIGHED = 1_000_000
"""How many stories are at hand, change by change, while changes are weighed by areas."""
MISSED = 2000.0
"""The badness of an exchange that misses what a page is over or short by all of the page."""


def share_out(
    shop: ComposingRoom,
    rooms: Sequence[PageRoom],
    parts: Mapping[str, Extent] | None = None,
    begun: Mapping[str, int] | None = None,
) -> tuple[PagePlan, ...]:
    """Return a plan of the pages that gives every story to one of them.

    ``parts`` are the areas of what stays of stories that run on; their pages are made up later. Stories that
    are ``begun`` on a page stay there, if the editor names no other.
    """
    stories = {story.id: story for story in shop.issue.articles if story.place is None}
    pages = {room.page: at for at, room in enumerate(rooms)}
    wished = {each.id: each.page or (begun or {}).get(each.id) for each in stories.values()}
    fixed = {story: pages[page] for story, page in wished.items() if page in pages}
    flooded = shop.is_flooded(list(stories.values()), sum(room.area for room in rooms))
    measure = rough_extent if flooded else extent_of
    extents = {each.id: (parts or {}).get(each.id) or measure(each, shop) for each in stories.values()}
    opener = _opener(tuple(stories.values()), fixed, extents, rooms)
    sharing = Sharing(shop, Shares(rooms, stories, extents, fixed, opener), frozenset(parts or ()))
    sharing.begin()
    sharing.balance()
    sharing.close()
    if not flooded:
        sharing.close_all()
    return sharing.plans()


def _opener(
    stories: Sequence[Article],
    fixed: Mapping[str, int],
    extents: Mapping[str, Extent],
    rooms: Sequence[PageRoom],
) -> str:
    """Return the story that opens the issue: the strongest of the first section that page 1 can hold.

    Of several the one that the manifest names first; none where as strong a one is fixed there.
    """
    strongest = max((WEIGHTS[each.rank] for each in stories if fixed.get(each.id) == 0), default=0.0)
    able = [each for each in stories if each.section == stories[0].section and each.id not in fixed]
    for story in sorted(able, key=lambda each: -WEIGHTS[each.rank]):
        if not strongest < WEIGHTS[story.rank] >= WEIGHTS[Rank.STANDARD]:
            break
        if _opens(extents[story.id], rooms):
            return story.id
    return ""


def _opens(lead: Extent, rooms: Sequence[PageRoom]) -> bool:
    """Return whether a lead can open the issue: it fits there, or no page holds it and it must run on."""
    return lead.least <= rooms[0].area or lead.least > max(room.area for room in rooms)


class Sharing:
    """The way from stories on no page to shares that fill every page."""

    def __init__(self, shop: ComposingRoom, shares: Shares, parts: frozenset[str] = frozenset()) -> None:
        self.shop, self.shares, self.parts = shop, shares, parts
        self.stories = shares.stories

    def plans(self) -> tuple[PagePlan, ...]:
        """Return the shares as a page plan, a page's stories by weight; sections name their pages."""
        found = []
        for room, share in zip(self.shares.rooms, self.shares.by_page(), strict=True):
            stories = self.shares.in_order(share)
            names = dict.fromkeys(each.section for each in stories if each.section)
            ids = tuple(each.id for each in stories)
            found.append(
                PagePlan(page=room.page, name="·".join(names) if len(names) < 3 else "", articles=ids)
            )
        return tuple(found)

    def begin(self) -> None:
        """Give every story a page in its turn: leads one each, sections one after the other, fillers last."""
        whole = sum(extent.best for extent in self.shares.extents.values()) or 1
        passed = 0
        for story in sorted(self.stories, key=self._turn):
            size = self.shares.extents[story].best
            if story not in self.shares.at:
                self.shares.give({story: self._page_for(self.stories[story], (passed + size / 2) / whole)})
            passed += size

    def _turn(self, story: str) -> tuple[bool, int, float, int]:
        rank = self.stories[story].rank
        size = self.shares.extents[story].best
        return rank is Rank.FILLER, self.shares.section[story], -WEIGHTS[rank], -size

    def _page_for(self, story: Article, due: float) -> int:
        """Return the page where the turn falls if there are sections, else the emptiest."""
        if story.rank is Rank.FILLER or not self.shares.has_sections:
            leads = self.shares.leads() if story.rank is Rank.LEAD else [0] * len(self.shares.rooms)
            free = [
                room.area - each.best
                for room, each in zip(self.shares.rooms, self.shares.taken(), strict=True)
            ]
            return max(range(len(free)), key=lambda at: (-leads[at], free[at], -at))
        reached, whole = 0, sum(room.area for room in self.shares.rooms)
        for at, room in enumerate(self.shares.rooms):
            reached += room.area
            if due <= reached / whole:
                return at
        return len(self.shares.rooms) - 1

    def balance(self) -> None:
        """Move and exchange stories while that makes the pages' areas fit better."""
        weighed, most = 0, WEIGHED // max(1, len(self.stories))
        for _round in range(ROUNDS):
            bettered = False
            for change in islice(list(self._changes()), most - weighed):
                weighed += 1
                if self._is_change(change) and self.shares.gain(change) > 1e-6:
                    self.shares.give(change)
                    bettered = True
            if not bettered:
                break

    def _is_change(self, change: Change) -> bool:
        """Return whether stories are still elsewhere than a change of the round puts them."""
        return any(self.shares.at[story] != page for story, page in change.items())

    def _changes(self) -> Iterator[Change]:
        """Yield moves of a story and exchanges of two as they are possible when the round begins."""
        at, last = self.shares.at, len(self.shares.rooms) - 1
        reach = REACH if self.shares.has_sections else FAR
        free = [story for story in self.stories if story not in self.shares.fixed]
        for number, story in enumerate(free):
            near = range(max(0, at[story] - reach), min(last, at[story] + reach) + 1)
            yield from ({story: page} for page in near if page != at[story])
            for other in free[number + 1 :]:
                if 0 < abs(at[other] - at[story]) <= reach:
                    yield {story: at[other], other: at[story]}

    def close(self) -> None:
        """Make the pages up and exchange stories where one does not fill, a bounded number of times.

        Where there is more than all pages can hold, exchanges would only carry it from one to the other.
        """
        if sum(each.floor for each in self.shares.extents.values()) > sum(
            room.area for room in self.shares.rooms
        ):
            return
        for at in range(len(self.shares.rooms)):
            for _mending in range(MENDINGS):
                if not self._is_mendable(at) or not self._mend(at, TRIALS):
                    break
        left = [at for at in range(len(self.shares.rooms)) if self._misfit(at)]
        for at in left if len(left) <= LAST else ():
            if self._is_mendable(at, LAST_OFF):
                self._mend(at, LAST_TRIALS)

    def close_all(self) -> None:
        """Exchange stories until all pages fill; where that fails no more is to be mended than before."""
        before = dict(self.shares.at)
        Closer(self.shop, self.shares, self.parts).close()
        if self.shares.at != before and (missed := self._missed()):
            after = self.shares.give(before)
            if self._missed() > missed:
                self.shares.give(after)

    def _missed(self) -> int:
        """Return by how many lines all pages are over or short, and what it takes to mend each of them."""
        misfits = [abs(self._misfit(at)) for at in range(len(self.shares.rooms))]
        return sum(misfits) + OPEN * sum(map(bool, misfits))

    def _is_mendable(self, at: int, most: float = MENDABLE) -> bool:
        """Return whether a page is over or short, but not so much that only the editor can mend it."""
        return 0 < abs(self._misfit(at)) <= most * self.shares.rooms[at].area

    def _misfit(self, at: int) -> int:
        """Return the lines that a page made up is over, negative for lines white; 0 where it is full."""
        room, share = self.shares.rooms[at], self.shares.share(at)
        if not share:
            return -room.area
        if self.parts.intersection(share):
            return 0
        beyond = sum(self.shares.extents[each].least for each in share) - room.area
        if beyond > MENDABLE * room.area:
            return beyond
        found = self.shop.page(first_of_sections(self.shares.in_order(share)), room.lines)
        if found is None:
            return room.area
        tree, desk, _badness = found
        if is_full(tree):
            return 0 if is_set(tree, desk) else -1
        return lines_off(tree)

    def _mend(self, at: int, trials: int) -> bool:
        """Exchange stories so that less is over or white on the pages concerned; return whether that was."""
        for change in self._promising(at, self._misfit(at))[:trials]:
            pages = {at} | self.shares.pages_of(change)
            before = sum(abs(self._misfit(page)) for page in pages)
            had = self.shares.give(change)
            if sum(abs(self._misfit(page)) for page in pages) < before:
                return True
            self.shares.give(had)
        return False

    def _promising(self, at: int, over: int) -> list[Change]:
        """Return the exchanges that take from a page what is over, those that do it best first."""
        rated = []
        for number, change in enumerate(self._changes()):
            gain = self._gain(at, change)
            if gain * over < 0:
                missed = MISSED * abs(gain + over) / self.shares.rooms[at].area
                rated.append((missed - self.shares.gain(change), number, change))
        return [change for _badness, _number, change in sorted(rated, key=lambda each: each[:2])]

    def _gain(self, at: int, change: Change) -> int:
        """Return the area that a change adds to a page."""
        size = self.shares.extents
        come = sum(size[story].best for story, page in change.items() if page == at)
        return come - sum(size[story].best for story in change if self.shares.at[story] == at)
