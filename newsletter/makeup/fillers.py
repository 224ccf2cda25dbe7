"""Fillers (补白): house notices from the bank that close a page which its own stories leave short."""

from collections.abc import Callable, Sequence

from newsletter.dummy import DummyPage
from newsletter.issue import Article, Issue, PagePlan
from newsletter.layout import Layout

LEAST_HOLE = 3
"""The lines of one column under which a page is not short: the last lines of level legs."""
HEAD_LINES = 5
"""About what a filler's head and the gap over it take, in lines of one column."""
MOST_TRIED = 6
"""The fillers tried on one page, those nearest the hole first."""

Remake = Callable[[PagePlan], DummyPage]


def with_fillers(
    pages: Sequence[DummyPage], plans: Sequence[PagePlan], issue: Issue, layout: Layout, remake: Remake
) -> tuple[DummyPage, ...]:
    """Return the pages, short ones made up anew with a filler that fills them, each filler used once."""
    bank = list(issue.fillers)
    made = []
    for page, plan in zip(pages, plans, strict=True):
        filled = _filled(page, plan, _nearest(bank, page, layout), remake)
        used = {fit.story for fit in filled.fits}
        bank = [filler for filler in bank if filler.id not in used]
        made.append(filled)
    return tuple(made)


def is_short(page: DummyPage) -> bool:
    """Return whether a page leaves a hole and all its text has room."""
    return not page.overset and any(fit.short >= max(LEAST_HOLE, fit.legs) for fit in page.fits)


def _filled(page: DummyPage, plan: PagePlan, bank: Sequence[Article], remake: Remake) -> DummyPage:
    """Return the page with the first filler of some that fills it, the page itself where none does."""
    if not is_short(page):
        return page
    for filler in bank[:MOST_TRIED]:
        other = remake(plan.model_copy(update={"articles": (*plan.articles, filler.id)}))
        if not other.overset and not any(fit.short >= max(2, fit.legs) for fit in other.fits):
            return other
    return page


def _nearest(bank: Sequence[Article], page: DummyPage, layout: Layout) -> list[Article]:
    """Return the fillers in the order in which they come near the hole of a page."""
    hole = sum(fit.short * fit.measure for fit in page.fits) / layout.grid.column
    return sorted(bank, key=lambda each: abs(hole - HEAD_LINES - lines_of(each, layout)))


def lines_of(filler: Article, layout: Layout) -> float:
    """Return about how many lines of one column a filler's text takes."""
    return filler.manuscript.characters / layout.grid.column
