"""The issue made up: stories given to pages, each page searched for, judged and framed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsletter.diagnostics import Staged
from newsletter.dummy import Box, Dummy, DummyPage, Frame, StoryFit
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, PagePlan
from newsletter.layout import Layout
from newsletter.lengths import Mm
from newsletter.makeup.composing_room import ComposingRoom, Found, weight_of
from newsletter.makeup.contents import with_contents
from newsletter.makeup.cover import cover_picture
from newsletter.makeup.fillers import with_fillers
from newsletter.makeup.foot_fillers import with_foot_fillers
from newsletter.makeup.frames import furniture, page_frames
from newsletter.makeup.gutter import with_gutter
from newsletter.makeup.index import with_index
from newsletter.makeup.jumping import settled, wanted, with_jumps
from newsletter.makeup.labels import first_of_sections, running_head_frames
from newsletter.makeup.leading import leaded
from newsletter.makeup.part import story_of
from newsletter.makeup.run_on import Portions, has_long_story, run_on
from newsletter.makeup.running import Running
from newsletter.makeup.shares import PageRoom
from newsletter.makeup.turning import Turning
from newsletter.makeup.unswept import unswept

CROWD = 12
"""The most stories that are forced on a page; of more, the lightest that find no room are left out."""


@unswept()
def make_up(issue: Issue, layout: Layout, book: FontBook) -> Staged[Dummy]:
    """Return the issue's dummy: every page of the plan with its frames, index and contents last."""
    return made_up(ComposingRoom(issue, layout, book))


def made_up(shop: ComposingRoom) -> Staged[Dummy]:
    """Return the dummy of the issue that a composing room works for; see `make_up`."""
    issue, layout, book = shop.issue, shop.layout, shop.book
    plans, portions = planned(shop)
    count = plans[-1].page if plans else 0
    running = settled(shop, plans, page_rooms(plans, layout, count), portions)

    def made(plan: PagePlan) -> DummyPage:
        return _page(plan, running, count)

    filled = with_fillers(_counted([made(plan) for plan in plans]), plans, issue, layout, made)
    filled = with_foot_fillers(filled, shop)
    filled = tuple(_bent(page, plan, running, count) for page, plan in zip(filled, plans, strict=True))
    pages = with_index(with_gutter(filled, issue, layout, book), issue, layout, book)
    staged = with_contents(pages, issue, layout, book)
    return Staged(Dummy(layout.name, staged.value or pages), staged.diagnostics)


def page_plans(shop: ComposingRoom) -> tuple[PagePlan, ...]:
    """Return the editor's page plan, or one that shares the stories out so that all pages fill.

    Pages that their master fills take no stories and may be left out of the plan.
    """
    return planned(shop)[0]


def planned(shop: ComposingRoom) -> tuple[tuple[PagePlan, ...], Portions]:
    """Return the page plan, and where it is not the editor's what parts of stories are given."""
    sheet, layout = shop.issue.sheet, shop.layout
    if sheet.pages:
        return with_jumps(_with_filled(_with_wished(sheet.pages, shop.issue), layout), shop), {}
    count = sheet.page_count or layout.page_count
    filled = [page for page in range(1, count + 1) if _is_filled(page, count, layout)]
    rooms = [page_room(page, layout, count) for page in range(1, count + 1) if page not in filled]
    plans, portions = _shared(shop, rooms)
    return _in_order((*plans, *(PagePlan(page=page) for page in filled))), portions


def _shared(shop: ComposingRoom, rooms: Sequence[PageRoom]) -> tuple[Sequence[PagePlan], Portions]:
    """Return the plan where an editor has none.

    Stories longer than a page run on over stretches of pages. Those know of no wishes, which are followed
    where the pages fill so too.
    """
    turning = Turning(shop, {room.page: room for room in rooms})
    if shop.layout.jumps.reach != "run-on" or not has_long_story(shop, rooms):
        return turning.as_wished(), {}
    plans = turning.as_wished() if wanted(shop) else ()
    if plans and turning.is_followed(plans):
        return plans, {}
    run, portions = run_on(shop, rooms)
    return run or plans or turning.as_wished(), portions


def page_room(page: int, layout: Layout, count: int) -> PageRoom:
    """Return the room that a page has for stories, with the gap that a last story needs no more."""
    lines = page_lines(page, layout, count)
    return PageRoom(page, lines, layout.grid.columns * (lines + layout.limits.gap))


def page_rooms(plans: Sequence[PagePlan], layout: Layout, count: int) -> dict[int, PageRoom]:
    """Return the rooms of planned pages by their number."""
    return {plan.page: page_room(plan.page, layout, count) for plan in plans}


def _with_filled(plans: Sequence[PagePlan], layout: Layout) -> tuple[PagePlan, ...]:
    """Return the plan in order, with the pages that the layout fills and the editor need not plan."""
    planned = {plan.page for plan in plans}
    count = max(planned)
    filled = [at for at in range(1, count) if at not in planned and _is_filled(at, count, layout)]
    return _in_order((*plans, *(PagePlan(page=at) for at in filled)))


def _with_wished(plans: Sequence[PagePlan], issue: Issue) -> list[PagePlan]:
    """Return the plan with the stories that it does not name on the pages that they ask for themselves."""
    named = {story for plan in plans for story in plan.articles}
    wishes = {each.id: each.page for each in issue.articles if each.page and each.id not in named}
    return [
        plan.model_copy(
            update={"articles": (*plan.articles, *(story for story in wishes if wishes[story] == plan.page))}
        )
        for plan in plans
    ]


def _in_order(plans: Sequence[PagePlan]) -> tuple[PagePlan, ...]:
    return tuple(sorted(plans, key=lambda plan: plan.page))


def _is_filled(page: int, count: int, layout: Layout) -> bool:
    """Return whether a page's master fills it, so that it takes no stories."""
    return layout.room_of(page, count).fills != "nothing"


def page_lines(page: int, layout: Layout, count: int) -> int:
    """Return the lines that a page has for stories."""
    room = layout.room_of(page, count)
    return layout.grid.lines - room.head - room.foot - layout.index_lines(page, count)


def _counted(pages: Sequence[DummyPage]) -> list[DummyPage]:
    """Return the pages with the number of parts of every story that runs on."""
    parts: dict[str, int] = {}
    for fit in (fit for page in pages for fit in page.fits):
        parts[fit.story] = max(parts.get(fit.story, 1), fit.part)
    return [
        replace(page, fits=tuple(replace(fit, parts=parts[fit.story]) for fit in page.fits)) for page in pages
    ]


def _page(plan: PagePlan, running: Running, count: int) -> DummyPage:
    shop, layout = running.shop, running.shop.layout.on(plan.page)
    room, height = layout.room_of(plan.page, count), page_lines(plan.page, layout, count)
    stories = first_of_sections(running.on(plan))
    if room.fills != "nothing":  # M093 names the stories
        return _standing(plan, layout, count, cover_picture(shop.issue, layout, room))
    out: list[StoryFit] = []
    found = None
    while stories and (found := shop.page(stories, height, force=len(stories) <= CROWD)) is None:
        first = _first_out(stories, height, shop)
        stories.remove(first)
        out.append(_left_out(first, plan.page, shop))
    if found is None:
        return _standing(plan, layout, count, fits=out)
    running.note(found[0], found[1])
    return _framed(plan, found, stories, layout, count, out)


def _framed(
    plan: PagePlan,
    found: Found,
    stories: Sequence[Article],
    layout: Layout,
    count: int,
    out: Sequence[StoryFit] = (),
) -> DummyPage:
    """Return a page that was found, its stories framed; those left ``out`` are only told of."""
    tree, desk, cost = found
    frames, placed = page_frames(tree, desk, plan.page, layout.room_of(plan.page, count).head)
    frames += running_head_frames(stories, layout, desk.book)
    return _standing(plan, layout, count, frames, (*placed, *out), cost)


def _standing(
    plan: PagePlan,
    layout: Layout,
    count: int,
    frames: Iterable[Frame] = (),
    fits: Sequence[StoryFit] = (),
    cost: float = 0.0,
) -> DummyPage:
    """Return a page with its furniture and what else stands on it."""
    master, room = layout.master_of(plan.page, count), layout.room_of(plan.page, count)
    return DummyPage(
        number=plan.page,
        name=plan.name,
        master=master,
        frames=(*furniture(layout, master, room), *frames),
        fits=tuple(fits),
        lines=page_lines(plan.page, layout, count),
        badness=round(cost, 3),
    )


def _first_out(stories: Sequence[Article], height: int, shop: ComposingRoom) -> Article:
    """Return the story that leaves a page first: one that is far too long for it alone, else the lightest."""
    area = shop.layout.grid.columns * height
    flooding = (story for story in stories if shop.is_flooded([story], area))
    return next(flooding, None) or min(stories, key=weight_of)


def _bent(page: DummyPage, plan: PagePlan, running: Running, count: int) -> DummyPage:
    """Return a page that is not full with doglegs or leaded otherwise where that fills it, else as it is."""
    strange = any(fit.parts > 1 or fit.story not in plan.articles for fit in page.fits)
    if strange or not page.fits or _is_well(page):
        return page
    stories = first_of_sections(running.on(plan))
    if any(story.pull_quote for story in stories) and _is_well(page, white=1):
        return page  # a line of white in each leg is better than a pull quote given up
    shop, layout = running.shop, running.shop.layout.on(plan.page)
    if found := shop.bent(stories, page.lines):
        return _framed(plan, found, stories, layout, count)
    other = leaded(stories, page, shop, layout.room_of(plan.page, count).head)
    if other is None:
        return page
    made = _framed(plan, other.found, stories, layout, count)
    return replace(made, lines=page.lines + other.more, more=other.more)


def _is_well(page: DummyPage, white: int = 0) -> bool:
    """Return whether a page is full, or has no more than so many lines of white in each leg."""
    return not page.overset and all(fit.short < fit.legs * (1 + white) for fit in page.fits)


def _left_out(story: Article, page: int, shop: ComposingRoom) -> StoryFit:
    """Return the fit of a story for which the page has no room at all: every line of it is over."""
    layout = shop.layout
    measure = layout.grid.column
    lines = shop.copy(story).count_all(measure)
    size = layout.headlines[story.rank.value].steps[-1]
    nowhere = Box(layout.left, layout.line_y(0), Mm(0.0), Mm(0.0))
    characters = story.manuscript.characters
    return StoryFit(story_of(story), page, nowhere, size, 0, measure, lines, 0, lines, characters, 0)
