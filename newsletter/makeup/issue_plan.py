"""The issue made up: stories given to pages, each page searched for, judged and framed."""

import math
from collections.abc import Iterator, Sequence

from newsletter.diagnostics import Staged
from newsletter.dummy import Box, Dummy, DummyPage, Frame, StoryFit
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, PagePlan, Photo, Rank
from newsletter.layout import Layout
from newsletter.lengths import Mm
from newsletter.makeup.choice import best_page, is_clean, is_full
from newsletter.makeup.contents import with_contents
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.cover import cover_picture
from newsletter.makeup.frames import furniture, page_frames
from newsletter.makeup.photoblock import PhotoDesk
from newsletter.makeup.rectangle import Desk, Fitting, Rectangle
from newsletter.makeup.search import Search, Tree

WEIGHTS = {Rank.LEAD: 4.0, Rank.MAJOR: 3.0, Rank.STANDARD: 2.0, Rank.BRIEF: 1.0, Rank.FILLER: 0.5}
JUDGED = 120
"""How many of the cheapest trees are judged as whole pages."""
OVERFLOW = 2.0
"""How many times the page's height a forced search looks for."""


def make_up(issue: Issue, layout: Layout, book: FontBook) -> Staged[Dummy]:
    """Return the issue's dummy: every page of the plan with its frames, the contents last."""
    plans = page_plans(issue, layout)
    count = plans[-1].page if plans else 0
    pages = tuple(_page(plan, issue, layout.on(plan.page), book, count) for plan in plans)
    staged = with_contents(pages, issue, layout, book)
    return Staged(Dummy(layout.name, staged.value or pages), staged.diagnostics)


def page_plans(issue: Issue, layout: Layout) -> tuple[PagePlan, ...]:
    """Return the editor's page plan, or one that shares the stories out by rank and length.

    Pages that their master fills may be left out of the plan.
    """
    if issue.sheet.pages:
        return _with_filled(issue.sheet.pages, layout)
    count = issue.sheet.page_count or layout.page_count
    room = [0.0 if _is_filled(page, count, layout) else _room(layout) for page in range(1, count + 1)]
    given: list[list[str]] = [[] for _ in room]
    order = sorted(issue.articles, key=lambda each: (-WEIGHTS[each.rank], -each.manuscript.characters))
    for article in order:
        fixed = article.page - 1 if article.page and article.page <= count else None
        at = max(range(len(room)), key=lambda page: room[page]) if fixed is None else fixed
        given[at].append(article.id)
        room[at] -= _estimate(article, layout)
    return tuple(PagePlan(page=at + 1, articles=tuple(ids)) for at, ids in enumerate(given))


def _with_filled(plans: Sequence[PagePlan], layout: Layout) -> tuple[PagePlan, ...]:
    """Return the plan in order, with the pages that the layout fills and the editor need not plan."""
    planned = {plan.page for plan in plans}
    count = max(planned)
    filled = [at for at in range(1, count) if at not in planned and _is_filled(at, count, layout)]
    return tuple(sorted((*plans, *(PagePlan(page=at) for at in filled)), key=lambda plan: plan.page))


def _is_filled(page: int, count: int, layout: Layout) -> bool:
    """Return whether a page's master fills it, so that it takes no stories."""
    return layout.room_of(page, count).fills != "nothing"


def _room(layout: Layout) -> float:
    """Return the lines of one column that a page has."""
    return float(layout.grid.lines * layout.grid.columns)


def _estimate(article: Article, layout: Layout) -> float:
    """Return about how many lines of one column a story takes."""
    text = article.manuscript.characters / layout.grid.column
    return text + 20.0 * WEIGHTS[article.rank] + 45.0 * len(article.photos)


def _page(plan: PagePlan, issue: Issue, layout: Layout, book: FontBook, count: int) -> DummyPage:
    master = layout.master_of(plan.page, count)
    room = layout.room_of(plan.page, count)
    height = layout.grid.lines - room.head - room.foot
    stories = [article for each in plan.articles if (article := issue.article(each))]
    frames: list[Frame] = []
    fits: list[StoryFit] = []
    cost, found = 0.0, None
    if room.fills != "nothing":
        frames = list(cover_picture(issue, layout, room))
        stories = []  # M093 says so
    while stories and (found := _best_tree(stories, issue, layout, book, height)) is None:
        out = min(stories, key=lambda story: WEIGHTS[story.rank])
        stories.remove(out)
        fits.append(_left_out(out, plan.page, layout, book))
    if found:
        tree, desk, cost = found
        frames, placed = page_frames(tree, desk, plan.page, room.head)
        fits = [*placed, *fits]
    return DummyPage(
        number=plan.page,
        name=plan.name,
        master=master,
        frames=(*furniture(layout, master, room), *frames),
        fits=tuple(fits),
        lines=height,
        badness=round(cost, 3),
    )


def _left_out(story: Article, page: int, layout: Layout, book: FontBook) -> StoryFit:
    """Return the fit of a story for which the page has no room at all: every line of it is over."""
    measure = layout.grid.column
    lines = Copy(story, layout, book).count_all(measure)
    size = layout.headlines[story.rank.value].steps[-1]
    nowhere = Box(layout.left, layout.line_y(0), Mm(0.0), Mm(0.0))
    characters = story.manuscript.characters
    return StoryFit(story.id, page, nowhere, size, 0, measure, lines, 0, lines, characters, 0)


def _best_tree(
    stories: Sequence[Article], issue: Issue, layout: Layout, book: FontBook, height: int
) -> tuple[Tree, Desk, float] | None:
    """Return the page's best tree; where nothing fills it exactly, one with the least over or short.

    Paragraphs are asked for other lines only where the page is not full or its legs are at fault without.

    None where not even the heads of so many stories find room.
    """
    lead = max(stories, key=lambda story: WEIGHTS[story.rank]).id
    photos = {story.id: _photos(story, issue) for story in stories}
    kept: tuple[Tree, Desk, float] | None = None
    for desk in _desks(stories, layout, book, height):
        if kept and desk.fitting is Fitting.FORCED:
            break
        found = _search(stories, photos, desk, height).trees(layout.grid.columns, height, JUDGED)
        tree, cost = best_page(found, desk, lead) if found else (None, math.inf)
        if tree and (kept is None or cost < kept[2]):
            kept = tree, desk, cost
        if kept and is_full(kept[0]) and is_clean(kept[0], kept[1]):
            break
    return kept


def _desks(stories: Sequence[Article], layout: Layout, book: FontBook, height: int) -> Iterator[Desk]:
    """Return a desk for every way of fitting, one after the other."""
    copies = {story.id: Copy(story, layout, book) for story in stories}
    for fitting in Fitting:
        photos = PhotoDesk(layout, book, height, fitting is Fitting.FORCED)
        yield Desk(layout, book, photos, copies, fitting)


def _photos(story: Article, issue: Issue) -> tuple[Photo, ...]:
    return tuple(photo for each in story.photos if (photo := issue.photo(each)))


def _search(
    stories: Sequence[Article], photos: dict[str, tuple[Photo, ...]], desk: Desk, height: int
) -> Search:
    columns = desk.layout.grid.columns
    leaves: list[list[dict[int, Rectangle]]] = [
        [desk.rectangles(story, photos[story.id], width, height) for width in range(1, columns + 1)]
        for story in stories
    ]
    order = [WEIGHTS[story.rank] for story in stories]
    return Search(leaves, order, columns, height, desk.layout.limits.gap)
