"""Jumps (转版): stories turned to later pages, by the editor's word or where that makes pages fill."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsletter.issue import PagePlan
from newsletter.makeup.choice import is_full, lines_off
from newsletter.makeup.composing_room import SMALLEST, ComposingRoom, Found
from newsletter.makeup.extent import Extent, extent_of
from newsletter.makeup.running import Portion, Running, may_run_on, ways_of
from newsletter.makeup.search import leaves_of
from newsletter.makeup.shares import PageRoom
from newsletter.makeup.sharing import share_out

BIASES = (0.0, 0.06, -0.06, 0.14, -0.14, 0.25, -0.25)
"""By how much more or less than its share a part is tried until the page of the last one closes."""
STAYS = 0.6
"""The share of a story that stays on its page when it is turned to another."""
COPY = 0.5
"""The share of a page that a story's copy alone must fill to be measured for a jump."""
TRIALS = 8
"""How many jumps are tried for the pages of an issue that are over."""
LEAST = 2
"""How many times the fewest lines of a part a story must have to be worth turning."""

Rooms = Mapping[int, PageRoom]


def with_jumps(plans: Sequence[PagePlan], shop: ComposingRoom) -> tuple[PagePlan, ...]:
    """Return the plan with the stories that the manifest turns to a later page named there too."""
    return _turned(plans, wanted(shop))


def _come(plan: PagePlan, asked: Mapping[str, int], first: Mapping[str, int]) -> Iterator[str]:
    """Yield the stories that come to a page from an earlier one and are not named there."""
    for story, page in asked.items():
        if page == plan.page and first.get(story, page) < page and story not in plan.articles:
            yield story


def wanted(shop: ComposingRoom) -> dict[str, int]:
    """Return the stories that an editor wants to run on, with the page of their rest."""
    stories = (each for each in shop.issue.articles if each.jump and may_run_on(each, shop.layout))
    return {each.id: each.jump or 0 for each in stories}


def settled(
    shop: ComposingRoom,
    plans: Sequence[PagePlan],
    rooms: Rooms,
    portions: Mapping[tuple[str, int], Portion] | None = None,
) -> Running:
    """Return the stories on their way, the parts before last ones so long that the last ones' pages close."""
    running = Running(shop, plans, rooms, portions or {})
    if portions:
        return running
    for story, pages in sorted(running.ways.items(), key=lambda each: each[1][-1]):
        if len(pages) > 1:
            running = _closed(running, story, pages)
    return replace(running, marks={})


def _closed(running: Running, story: str, pages: Sequence[int]) -> Running:
    """Return the way with the bias of a story's last part but one that lets the last one's page close."""
    best, chosen = float("inf"), running
    for _bias, trial in _biased(running, story, pages):
        misfit = sum(_misfits(trial, pages[-1], pages))
        if misfit < best:
            best, chosen = misfit, trial
        if not misfit:
            break
    return chosen


def _biased(running: Running, story: str, pages: Sequence[int]) -> Iterator[tuple[float, Running]]:
    """Yield the way with the last part but one of a story ever further from its share, and how far."""
    for bias in BIASES:
        biases = {**running.biases, (story, len(pages) - 1): bias}
        yield bias, replace(running, marks={}, biases=biases)


def misfits_of(running: Running) -> Iterator[tuple[int, int]]:
    """Make the pages up and yield those that are not full: by how many lines over, negative for short."""
    for plan in running.plans:
        found = running.made(plan, force=True)
        if not (found and is_full(found[0])):
            over = lines_off(found[0]) if found else 0
            yield plan.page, over or running.rooms[plan.page].area


def _misfits(running: Running, last: int, concerned: Sequence[int]) -> Iterator[float]:
    """Make the pages up to the last and yield by how many lines each concerned is over or short."""
    for plan in running.plans:
        if plan.page <= last and plan.articles:
            found = running.made(plan, force=True)
            if plan.page in concerned:
                yield _misfit(found) if found else float(running.rooms[plan.page].area)


def _misfit(found: Found) -> float:
    """Return the lines that a page is over or short, 0 where it is full."""
    if is_full(found[0]):
        return 0.0
    return float(sum(each.body.overset + each.body.spare for each in leaves_of(found[0])))


def shared_with_jumps(
    plans: tuple[PagePlan, ...], shop: ComposingRoom, rooms: Sequence[PageRoom], asked: Mapping[str, int]
) -> tuple[PagePlan, ...]:
    """Return a plan that shares the stories out, with jumps where a page is over and they make it fill.

    ``plans`` share them out without any.

    Stories that are ``asked`` to run on do, to the page given with them.
    """
    if shop.layout.jumps.reach == "none":
        return plans
    turned: dict[str, int] = {}
    for _round in rooms:
        now = {**_too_long(plans, rooms, shop), **asked}
        if now == turned:
            break
        turned = now
        less, stays = _relieved(shop, rooms, turned)
        plans = _turned(share_out(shop, less, stays, _begun(plans, asked, rooms)), turned)
    return Jumper(shop, {room.page: room for room in rooms}).relieved(plans)


def _begun(plans: Sequence[PagePlan], asked: Mapping[str, int], rooms: Sequence[PageRoom]) -> dict[str, int]:
    """Return the pages on which stories begin that an editor turns: as they stand, but before their rests."""
    first = {story: pages[0] for story, pages in ways_of(plans).items()}
    before = {
        story: [room.page for room in rooms if room.page < page and room.page <= first.get(story, page)]
        for story, page in asked.items()
    }
    return {story: pages[-1] for story, pages in before.items() if pages}


def _too_long(plans: Sequence[PagePlan], rooms: Sequence[PageRoom], shop: ComposingRoom) -> dict[str, int]:
    """Return the stories that no page can hold whole, with the page after their own for the rest."""
    area = {room.page: room.area for room in rooms}
    found: dict[str, int] = {}
    for name, (page, *_others) in ways_of(plans).items():
        story = shop.issue.article(name)
        if story is None or page + 1 not in area or not may_run_on(story, shop.layout):
            continue
        long = story.manuscript.characters > COPY * area[page] * shop.layout.grid.column
        if long and extent_of(story, shop).least > area[page]:
            found[name] = page + 1
    return found


def _relieved(
    shop: ComposingRoom, rooms: Sequence[PageRoom], turned: Mapping[str, int]
) -> tuple[list[PageRoom], dict[str, Extent]]:
    """Return the rooms without those of the rests that come to them, and the areas of what stays."""
    stays: dict[str, Extent] = {}
    left = {room.page: room.area for room in rooms}
    for name, page in turned.items():
        story = shop.issue.article(name)
        if story is None or page not in left:
            continue
        whole = extent_of(story, shop)
        most = int(STAYS * whole.best)
        stays[name] = Extent(min(most, whole.least) // 3, most, whole.most)
        left[page] -= whole.best - most
    return [replace(room, area=max(1, left[room.page])) for room in rooms], stays


def _turned(plans: Sequence[PagePlan], turned: Mapping[str, int]) -> tuple[PagePlan, ...]:
    """Return the plan with the rests of stories on their pages, if these are later ones."""
    first = {story: pages[0] for story, pages in ways_of(plans).items()}
    return tuple(
        plan.model_copy(update={"articles": (*plan.articles, *_come(plan, turned, first))}) for plan in plans
    )


@dataclass
class Jumper:
    """Tries jumps for pages that are over; ``trials`` may still be made."""

    shop: ComposingRoom
    rooms: Rooms
    trials: int = TRIALS

    def relieved(self, plans: Sequence[PagePlan]) -> tuple[PagePlan, ...]:
        """Return the plan with the jumps that fill pages which are over."""
        found = tuple(plans)
        if self._is_flooded(found):
            return found
        for plan in found:
            if plan.articles and not ways_over(found, plan) and self._is_over(plan):
                found = next(self._ways(plan, found), found)
        return found

    def _is_flooded(self, plans: Sequence[PagePlan]) -> bool:
        """Return whether all pages together are given far more than they hold, so that no jump helps."""
        names = dict.fromkeys(name for plan in plans for name in plan.articles)
        stories = [each for name in names if (each := self.shop.issue.article(name))]
        area = sum(self.rooms[plan.page].area for plan in plans if plan.articles)
        return self.shop.is_flooded(stories, area)

    def _is_over(self, plan: PagePlan) -> bool:
        """Return whether a page of whole stories has more than it holds, but not far more."""
        found = Running(self.shop, [plan], self.rooms).made(plan, force=True)
        return found is not None and any(leaf.body.overset for leaf in leaves_of(found[0]))

    def _ways(self, plan: PagePlan, plans: tuple[PagePlan, ...]) -> Iterator[tuple[PagePlan, ...]]:
        """Yield the plan with one jump from a page that fills it and the page of the rest."""
        for story, page in self.pairs(plan, plans):
            if not self.trials:
                return
            self.trials -= 1
            turned = _turned(plans, {story: page})
            if self.closes(turned, story):
                yield turned

    def pairs(self, plan: PagePlan, plans: Sequence[PagePlan]) -> Iterator[tuple[str, int]]:
        """Yield stories of a page with later pages they may be turned to, the longest and nearest first."""
        jumps, column = self.shop.layout.jumps, self.shop.layout.grid.column
        stories = [each for name in plan.articles if (each := self.shop.issue.article(name))]
        able = [each for each in stories if may_run_on(each, self.shop.layout) and not each.jump]
        lengths = {each.id: self.shop.copy(each).count_all(column) for each in able}
        later = [each for each in plans if each.page > plan.page and each.articles]
        for other in filter(lambda each: self._has_room(plan, each), later):
            if sum(page == other.page for page in _arrivals(plans)) < jumps.most:
                for name in sorted(lengths, key=lambda each: -lengths[each]):
                    if lengths[name] >= LEAST * jumps.lines:
                        yield name, other.page

    def _has_room(self, plan: PagePlan, other: PagePlan) -> bool:
        """Return whether the stories of a page and a later one, at their smallest, leave the two any room."""
        first, second = self._floor(plan), self._floor(other)
        room, later = self.rooms[plan.page].area, self.rooms[other.page].area
        return second + self.shop.layout.jumps.lines <= later and first + second <= room + later

    def _floor(self, plan: PagePlan) -> float:
        """Return the area below which the stories of a page do not go, those that stand on others too."""
        stories = (each for name in plan.articles if (each := self.shop.issue.article(name)))
        return SMALLEST * sum(extent_of(each, self.shop).floor for each in stories)

    def closes(self, plans: Sequence[PagePlan], story: str) -> bool:
        """Return whether the pages of a story that runs on are full.

        Where the last one is over, only more lines before it can help, where it is short, only fewer.
        """
        pages, off, movable = ways_of(plans)[story], 0, self._movable(story)
        concerned = [plan for plan in plans if plan.page in pages]
        for bias, trial in _biased(Running(self.shop, concerned, self.rooms), story, pages):
            if off and (off * bias < 0 or abs(off) > movable):
                continue
            misfit = next(misfits_of(trial), (0, 0))
            if misfit == (0, 0):
                return True
            off = misfit[1] if misfit[0] == pages[-1] else off
        return False

    def _movable(self, story: str) -> float:
        """Return the most lines that a bias moves from one part of a story to another."""
        article = self.shop.issue.article(story)
        lines = self.shop.copy(article).count_all(self.shop.layout.grid.column) if article else 0
        return max(BIASES) * lines


def _arrivals(plans: Sequence[PagePlan]) -> list[int]:
    """Return the pages that stories run on to, one for each."""
    return [page for pages in ways_of(plans).values() for page in pages[1:]]


def ways_over(plans: Sequence[PagePlan], plan: PagePlan) -> bool:
    """Return whether a story of a page stands on others too."""
    ways = ways_of(plans)
    return any(len(ways[story]) > 1 for story in plan.articles)
