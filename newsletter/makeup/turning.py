"""Stories turned as an editor wishes where nobody plans the pages: others exchanged until all fill."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsletter.issue import Article, PagePlan, Rank
from newsletter.makeup.composing_room import WEIGHTS, ComposingRoom
from newsletter.makeup.exchanges import FEW, Change, exchanges
from newsletter.makeup.extent import extent_of
from newsletter.makeup.jumping import Jumper, misfits_of, settled, shared_with_jumps, wanted
from newsletter.makeup.labels import first_of_sections
from newsletter.makeup.running import ways_of
from newsletter.makeup.shares import PageRoom
from newsletter.makeup.sharing import share_out

TRIALS = 16
"""How many exchanges are made up for a story whose pages do not close."""
Plans = tuple[PagePlan, ...]
Ways = Mapping[str, Sequence[int]]
"""The pages of every story, the first one first."""


@dataclass(frozen=True, slots=True)
class Turning:
    """The pages of an issue without an editor's plan, some stories of which run on to later pages."""

    shop: ComposingRoom
    rooms: Mapping[int, PageRoom]

    def as_wished(self) -> Plans:
        """Return a plan that shares the stories out and turns those that an editor wants turned.

        Where only without that all pages fill none is turned, and Y026 tells.
        """
        rooms, asked = tuple(self.rooms.values()), wanted(self.shop)
        begun = share_out(self.shop, rooms)
        plans = shared_with_jumps(begun, self.shop, rooms, asked)
        for story in asked:
            plans = self.closed(plans, story)
        if (
            asked
            and not self._fill(plans)
            and self._fill(plain := shared_with_jumps(begun, self.shop, rooms, {}))
        ):
            return plain
        return plans

    def is_followed(self, plans: Plans) -> bool:
        """Return whether every story runs on to the page that an editor wishes, and all pages fill."""
        ways, asked = ways_of(plans), wanted(self.shop)
        if not all(page in ways[story][1:] for story, page in asked.items()):
            return False
        return self._fill(plans)

    def _fill(self, plans: Plans) -> bool:
        """Return whether all pages fill."""
        return next(misfits_of(settled(self.shop, plans, self.rooms)), None) is None

    def closed(self, plans: Plans, story: str) -> Plans:
        """Return the plan in which the pages of a story close by an exchange, else as it is."""
        jumper, ways = Jumper(self.shop, self.rooms), ways_of(plans)
        pages = ways[story]
        if len(pages) < 2 or jumper.closes(plans, story):
            return plans
        tried = 0
        for change in self._likely(plans, ways, pages):
            changed = _changed(plans, change)
            beside = _concerned(change, ways).difference(pages)
            if all(self._fills(plan) for plan in changed if plan.page in beside):
                tried += 1
                if jumper.closes(changed, story):
                    return changed
            if tried >= TRIALS:
                break
        return plans

    def _likely(self, plans: Plans, ways: Ways, pages: Sequence[int]) -> list[Change]:
        """Return the exchanges with pages of a story, those first that leave them least over or short."""
        concerned = [plan for plan in plans if plan.page in pages]
        off = dict(misfits_of(settled(self.shop, concerned, self.rooms)))
        free = {plan.page: [each.id for each in self._free(plan, ways)] for plan in plans if plan.articles}
        areas = {name: self._area(name) for names in free.values() for name in names}
        found = [change for page in pages for change in exchanges(page, free, FEW)]
        rated = ((_left(change, ways, off, areas, pages), at) for at, change in enumerate(found))
        return [found[at] for _left, at in sorted(rated)]

    def _free(self, plan: PagePlan, ways: Ways) -> Iterator[Article]:
        """Yield the stories of a page that may stand elsewhere: no leads, none that is held or runs on."""
        for story in self._stories(plan):
            if len(ways[story.id]) == 1 and story.page is None and story.rank is not Rank.LEAD:
                yield story

    def _stories(self, plan: PagePlan) -> list[Article]:
        """Return a page's stories, the heaviest first."""
        stories = [story for each in plan.articles if (story := self.shop.issue.article(each))]
        return sorted(stories, key=lambda each: -WEIGHTS[each.rank])

    def _area(self, name: str) -> int:
        story = self.shop.issue.article(name)
        return extent_of(story, self.shop).best if story else 0

    def _fills(self, plan: PagePlan) -> bool:
        """Return whether the whole stories of a page fill it; a page of parts is left to its own search."""
        stories = first_of_sections(self._stories(plan))
        return self.shop.fills(stories, self.rooms[plan.page].lines)


def _left(
    change: Change, ways: Ways, off: Mapping[int, int], areas: Mapping[str, int], pages: Sequence[int]
) -> float:
    """Return about by how many lines the pages of a story are off after an exchange, others by half."""
    after = {page: float(off.get(page, 0)) for page in _concerned(change, ways)}
    for name, page in change.items():
        after[page] += areas[name]
        after[ways[name][0]] -= areas[name]
    return sum(abs(lines) * (1.0 if page in pages else 0.5) for page, lines in after.items())


def _concerned(change: Change, ways: Ways) -> set[int]:
    """Return the pages that an exchange changes."""
    return {*change.values(), *(ways[name][0] for name in change)}


def _changed(plans: Plans, change: Change) -> Plans:
    """Return the plan after an exchange."""
    return tuple(
        plan.model_copy(
            update={
                "articles": (
                    *(each for each in plan.articles if each not in change),
                    *(each for each, page in change.items() if page == plan.page),
                )
            }
        )
        for plan in plans
    )
