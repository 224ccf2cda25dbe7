"""Fillers (补白): house notices from the bank that close a page which its own stories leave short."""

from collections.abc import Callable, Sequence

from newsletter.dummy import DummyPage
from newsletter.issue import Article, Issue, PagePlan
from newsletter.layout import Layout

LEAST_HOLE = 3
"""The lines of one column under which a page is not short: the last lines of level legs."""
HEAD_LINES = 5
"""About what a filler's head and the gap over it take, in lines of one column."""
MOST_TRIED, MOST_USED = 6, 3
"""The fillers tried for one hole, those nearest it first, and the most that a page takes."""

Remake = Callable[[PagePlan], DummyPage]


def with_fillers(
    pages: Sequence[DummyPage], plans: Sequence[PagePlan], issue: Issue, layout: Layout, remake: Remake
) -> tuple[DummyPage, ...]:
    """Return the pages, short ones made up anew with a filler that fills them, each filler used once."""
    bank = list(issue.fillers)
    made = []
    for page, plan in zip(pages, plans, strict=True):
        filled = _filled(page, plan, bank, layout, remake)
        used = {fit.story for fit in filled.fits}
        bank = [filler for filler in bank if filler.id not in used]
        made.append(filled)
    return tuple(made)


def is_short(page: DummyPage) -> bool:
    """Return whether a page leaves a hole and all its text has room."""
    return not page.overset and any(fit.short >= max(LEAST_HOLE, fit.legs) for fit in page.fits)


def is_full(page: DummyPage) -> bool:
    """Return whether a page's text has room and no more of it is white than the last lines of legs."""
    return not page.overset and all(fit.short < max(2, fit.legs) for fit in page.fits)


def _filled(
    page: DummyPage, plan: PagePlan, bank: Sequence[Article], layout: Layout, remake: Remake
) -> DummyPage:
    """Return the page with the fewest fillers that fill it, the page itself where none do."""
    best, left = page, list(bank)
    for _number in range(MOST_USED):
        if not is_short(best):
            break
        tried = [(each, remake(_with(plan, each))) for each in _nearest(left, best, layout)[:MOST_TRIED]]
        full = next((other for _filler, other in tried if is_full(other)), None)
        if full:
            return full
        nearer = [each for each in tried if is_short(each[1]) and each[1].short < best.short]
        if not nearer:
            break
        filler, best = min(nearer, key=lambda each: each[1].short)
        plan, left = _with(plan, filler), [each for each in left if each is not filler]
    return page


def _with(plan: PagePlan, filler: Article) -> PagePlan:
    return plan.model_copy(update={"articles": (*plan.articles, filler.id)})


def _nearest(bank: Sequence[Article], page: DummyPage, layout: Layout) -> list[Article]:
    """Return the fillers in the order in which they come near the hole of a page."""
    hole = sum(fit.short * fit.measure for fit in page.fits) / layout.grid.column
    return sorted(bank, key=lambda each: abs(hole - HEAD_LINES - lines_of(each, layout)))


def lines_of(filler: Article, layout: Layout) -> float:
    """Return about how many lines of one column a filler's text takes."""
    return filler.manuscript.characters / layout.grid.column
