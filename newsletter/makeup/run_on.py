"""A plan for stories that may run on: stretches chosen, each filled, others chosen where one is not."""

from collections.abc import Sequence

from newsletter.issue import Article, PagePlan
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.flow import UNFILLED, Flow, SetPage
from newsletter.makeup.part import Part, story_of
from newsletter.makeup.running import Portion
from newsletter.makeup.shares import PageRoom
from newsletter.makeup.stretches import Stretch, Stretches

Portions = dict[tuple[str, int], Portion]
ROUNDS = 10
"""How often stretches are chosen anew where one could not be filled."""
COPY, FLOOD = 0.5, 1.5
"""The share of a page that a long story's copy alone must fill, and of all pages that all copy may."""
FAILED = 600.0
"""The badness of a stretch that could not be filled, for each of its pages that does not close."""


def run_on(shop: ComposingRoom, rooms: Sequence[PageRoom]) -> tuple[tuple[PagePlan, ...], Portions]:
    """Return a plan in the order of the manifest and what parts are given; no pages where there is none."""
    stories = in_sections([each for each in shop.issue.articles if each.place is None])
    stretches = Stretches(shop, rooms, stories)
    known: dict[Stretch, list[SetPage]] = {}
    best: list[SetPage] = []
    for _round in range(ROUNDS):
        chosen = stretches.best()
        for each in chosen:
            if each not in known:
                some = rooms[each.start : each.start + each.pages]
                known[each] = Flow(shop, some).set(stories[each.first : each.last])
                stretches.failed[each] = FAILED * sum(page.found is None for page in known[each])
        pages = [page for each in chosen for page in known[each]]
        best = pages if not best or _open(pages) < _open(best) else best
        if not chosen or not _open(best):
            break
    return tuple(_plan(page, shop) for page in best), _portions(best)


def has_long_story(shop: ComposingRoom, rooms: Sequence[PageRoom]) -> bool:
    """Return whether a story has more copy than a page holds, and all have not far more than the issue."""
    least, column = min(room.area for room in rooms), shop.layout.grid.column
    stories = shop.issue.articles
    if sum(each.manuscript.characters for each in stories) > FLOOD * column * sum(
        room.area for room in rooms
    ):
        return False
    long = (each for each in stories if each.manuscript.characters > COPY * least * column)
    return any(shop.copy(each).count_all(column) > least for each in long)


def in_sections(stories: Sequence[Article]) -> list[Article]:
    """Return the stories section by section, each in the order of the manifest."""
    order = {name: at for at, name in enumerate(dict.fromkeys(each.section for each in stories))}
    return sorted(stories, key=lambda each: order[each.section])


def _open(pages: Sequence[SetPage]) -> int:
    """Return how many pages do not close."""
    return sum(page.cost >= UNFILLED for page in pages)


def _plan(page: SetPage, shop: ComposingRoom) -> PagePlan:
    """Return a page's plan, its name from the sections that stand on it."""
    ids = tuple(map(story_of, page.stories))
    sections = dict.fromkeys(story.section for each in ids if (story := shop.issue.article(each)))
    names = [name for name in sections if name]
    return PagePlan(page=page.room.page, name="·".join(names) if len(names) < 3 else "", articles=ids)


def _portions(pages: Sequence[SetPage]) -> Portions:
    """Return what all parts are given, by story and number."""
    return {
        (each.whole, each.stop.number): Portion(each.photos, each.due, each.left)
        for page in pages
        for each in page.stories
        if isinstance(each, Part)
    }
