"""Stories over several pages: every character once and in order, jump lines that agree, pages that fill."""

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from pages import manuscript, page

from newsletter.dummy import Dummy, Role, StoryFit, TextFrame
from newsletter.issue import Article, Issue, PagePlan, Photo, Pixels, Rank
from newsletter.layout import Layout
from newsletter.makeup import make_up, remedied
from newsletter.makeup.castoff import CastOff
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.part import BEGINNING, Stop, part_of
from newsletter.receipt import Way
from tests.shipped import shipped_faces, shipped_layout

MEASURE = 12.0
TURNED, CAME = re.compile(r"（下转第(\d+)[版页]）"), re.compile(r"上接第(\d+)[版页]")


def _made(whole: Issue, layout: Layout) -> Dummy:
    dummy = make_up(whole, layout, shipped_faces()).value
    assert dummy is not None
    return dummy


def _fits(dummy: Dummy, story: str) -> list[StoryFit]:
    return [fit for made in dummy.pages for fit in made.fits if fit.story == story]


def _legs(dummy: Dummy, story: str) -> str:
    """Return the characters of a story's legs in the order of pages and legs."""
    frames = (frame for made in dummy.pages for frame in made.frames if isinstance(frame, TextFrame))
    lines = (
        each for frame in frames if (frame.role, frame.story) == (Role.LEG, story) for each in frame.lines
    )
    return "".join("".join(each.line.text.split()) for each in lines)


def _copy(story: Article) -> str:
    return "".join("".join(each.text.split()) for each in story.manuscript.paragraphs)


def _jumps(dummy: Dummy) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the pairs of pages of all lines 下转 and of all lines 上接."""
    left, came = set(), set()
    for made in dummy.pages:
        for frame in made.frames:
            if isinstance(frame, TextFrame) and frame.role is Role.JUMP:
                text = "".join(each.line.text for each in frame.lines)
                left |= {(made.number, int(number)) for number in TURNED.findall(text)}
                came |= {(int(number), made.number) for number in CAME.findall(text)}
    return left, came


def _with_long_lead(seed: int, stories: int, length: int) -> tuple[Issue, str]:
    """Return four pages' worth: a lead longer than a page, stories of a photo each, no plan."""
    lot = random.Random(seed)
    photos = tuple(
        Photo(id=f"p{at}", caption="校园一角", pixels=Pixels(width=3000, height=2000))
        for at in range(stories)
    )
    lead = Article(id="lead", headline="长稿", rank=Rank.LEAD, manuscript=manuscript(lot, 5600))
    others = (
        Article(
            id=f"s{at}",
            headline="各版短稿",
            rank=(Rank.MAJOR, Rank.STANDARD, Rank.STANDARD)[at % 3],
            photos=(f"p{at}",),
            manuscript=manuscript(lot, length),
        )
        for at in range(stories)
    )
    drawn = page(1, shipped_layout("tabloid"))
    sheet = drawn.sheet.model_copy(update={"pages": ()})
    update = {"articles": (lead, *others), "photos": photos, "sheet": sheet}
    return drawn.model_copy(update=update), "lead"


@given(st.integers(0, 10_000), st.lists(st.integers(3, 30), min_size=1, max_size=5), st.booleans())
@settings(max_examples=25, deadline=None)
def test_parts_hold_every_character_once_and_in_order(seed, rooms, turned):
    lot, layout = random.Random(seed), shipped_layout("tabloid")
    story = Article(id="s", rank=Rank.LEAD, manuscript=manuscript(lot, lot.randint(700, 2000)))
    least, found, mark, number = layout.jumps.lines, "", BEGINNING, 1
    while True:
        part = part_of(story, mark, Stop(number, number, 9, number - 1, number + 1), (), 0, least, layout)
        copy = Copy(part, layout, shipped_faces())
        whole = copy.count(MEASURE)
        room = sum(rooms) - 1
        if room < least or whole - room < least:
            break
        cast = CastOff(copy, layout.limits.smallest_leg).legs(MEASURE, tuple(rooms))
        set_lines = [line for leg in cast.legs for line in leg]
        assert cast.rest is not None and not cast.over and cast.jump is not None
        assert len(set_lines) <= room and whole - len(set_lines) >= least
        found += "".join("".join(each.line.text.split()) for each in set_lines)
        mark, number = cast.rest, number + 1
    last = part_of(story, mark, Stop(number, number, number, number - 1), (), 0, 0, layout)
    assert found + _copy(last) == _copy(story)
    if mark.offset:
        assert last.manuscript.paragraphs[0].runs_on


def _planned(*pages: tuple[str, ...]) -> Issue:
    """Return three pages drawn by lot, with the stories of the plan."""
    drawn = [page(seed, shipped_layout("tabloid")) for seed in (3, 4, 5)]
    articles = tuple(
        each.model_copy(update={"id": f"{at}-{each.id}", "photos": ()})
        for at, one in enumerate(drawn)
        for each in one.articles
    )
    plans = tuple(PagePlan(page=at + 1, articles=stories) for at, stories in enumerate(pages))
    sheet = drawn[0].sheet.model_copy(update={"pages": plans})
    return drawn[0].model_copy(update={"articles": articles, "photos": (), "sheet": sheet})


def test_a_story_of_two_pages_jumps_from_the_one_to_the_other():
    whole = _planned(("long", "0-s1", "0-s2"), ("1-s0", "1-s1", "1-s2"), ("2-s1", "2-s2", "long"))
    long = Article(
        id="long", headline="长稿转版", rank=Rank.LEAD, manuscript=manuscript(random.Random(1), 5200)
    )
    whole = whole.model_copy(update={"articles": (long, *whole.articles)})
    dummy = _made(whole, shipped_layout("tabloid"))
    first, second = _fits(dummy, "long")
    assert (first.page, first.goes_on, second.page, second.came_from) == (1, 3, 3, 1)
    assert (first.part, first.parts, second.part, second.parts) == (1, 2, 2, 2)
    assert min(first.lines, second.lines) >= shipped_layout("tabloid").jumps.lines
    assert first.placed == first.lines and second.placed + second.overset == second.lines
    assert _jumps(dummy) == ({(1, 3)}, {(1, 3)})
    assert _copy(long).startswith(_legs(dummy, "long")[:-40])
    if not second.overset:
        assert _legs(dummy, "long") == _copy(long)


def test_the_page_that_a_story_leaves_closes_exactly():
    whole = _planned(("long", "0-s1", "0-s2"), (), ("2-s1", "long"))
    long = Article(id="long", rank=Rank.LEAD, headline="长稿", manuscript=manuscript(random.Random(2), 6000))
    whole = whole.model_copy(update={"articles": (long, *whole.articles)})
    made = _made(whole, shipped_layout("tabloid")).pages[0]
    assert not made.overset and all(fit.short < max(2, fit.legs) for fit in made.fits)


def test_without_a_plan_a_lead_longer_than_its_page_runs_on_and_all_pages_fill():
    whole, lead = _with_long_lead(1, 12, 620)
    dummy = _made(whole, shipped_layout("tabloid"))
    first, second = _fits(dummy, lead)
    assert first.page < second.page
    assert _legs(dummy, lead) == _copy(whole.article(lead))
    left, came = _jumps(dummy)
    assert left == came == {(first.page, second.page)}
    for fit in (fit for made in dummy.pages for fit in made.fits):
        assert not fit.overset and not fit.leaves_white


def _magazine(*ways: tuple[int, ...], length: int = 4200) -> tuple[Issue, tuple[Article, ...]]:
    """Return stories over the pages of a magazine."""
    stories = tuple(
        Article(
            id=f"m{at}",
            headline="长篇连排",
            rank=Rank.MAJOR,
            manuscript=manuscript(random.Random(at), length),
        )
        for at, _way in enumerate(ways)
    )
    pages = sorted({number for way in ways for number in way})
    plans = tuple(
        PagePlan(page=number, articles=tuple(f"m{at}" for at, way in enumerate(ways) if number in way))
        for number in pages
    )
    drawn = page(1, shipped_layout("magazine"))
    sheet = drawn.sheet.model_copy(update={"pages": plans})
    return drawn.model_copy(update={"articles": stories, "photos": (), "sheet": sheet}), stories


def test_a_magazines_story_runs_over_four_pages_without_jump_lines():
    whole, (story,) = _magazine((3, 4, 5, 6), length=4700)
    dummy = _made(whole, shipped_layout("magazine"))
    fits = _fits(dummy, story.id)
    assert [fit.page for fit in fits] == [3, 4, 5, 6]
    assert all(not fit.short for fit in fits[:-1]) and not fits[-1].overset
    assert _jumps(dummy) == (set(), set())
    assert _legs(dummy, story.id) == _copy(story)
    heads = [
        each.number
        for each in dummy.pages
        for frame in each.frames
        if isinstance(frame, TextFrame) and frame.role is Role.LABEL and frame.story == story.id
    ]
    assert heads == [4, 5, 6]


def test_a_magazines_story_that_leaves_pages_out_says_so():
    whole, (story, _other) = _magazine((3, 6), (4, 5), length=2300)
    dummy = _made(whole, shipped_layout("magazine"))
    assert _jumps(dummy) == ({(3, 6)}, {(3, 6)})
    assert _copy(story).startswith(_legs(dummy, story.id))


def test_a_brief_and_a_story_with_jump_0_stay_whole():
    whole = _planned(("0-s0", "long"), ("1-s0", "1-s1"), ("2-s1", "long"))
    for update in ({"rank": Rank.BRIEF}, {"jump": 0}):
        long = Article(id="long", headline="不转", manuscript=manuscript(random.Random(2), 900))
        long = long.model_copy(update=update)
        dummy = _made(
            whole.model_copy(update={"articles": (long, *whole.articles)}), shipped_layout("tabloid")
        )
        assert [fit.page for fit in _fits(dummy, "long")] == [1]


def test_a_story_longer_than_the_issue_is_over_on_its_last_page():
    whole, (story,) = _magazine((3, 4), length=6000)
    dummy = _made(whole, shipped_layout("magazine"))
    fits = _fits(dummy, story.id)
    assert [bool(fit.overset) for fit in fits] == [False, True]
    placed = _legs(dummy, story.id)
    assert _copy(story).startswith(placed) and len(placed) + fits[-1].overset_characters == len(_copy(story))
    found = remedied(dummy, whole, shipped_layout("magazine"), shipped_faces())
    assert _fits(found, story.id)[-1].remedies[0].way is Way.CUT


def test_a_page_that_is_over_is_offered_a_jump_that_fills_both_pages():
    long = Article(
        id="long", headline="长稿待转", rank=Rank.MAJOR, manuscript=manuscript(random.Random(5), 3300)
    )
    whole = _planned(("0-s0", "0-s1", "long"), ("1-s0", "1-s1"))
    whole = whole.model_copy(update={"articles": (long, *whole.articles)})
    layout = shipped_layout("tabloid")
    layout = layout.model_copy(update={"limits": layout.limits.model_copy(update={"doglegs": False})})
    dummy = _made(whole, layout)
    assert dummy.pages[0].overset
    found = remedied(dummy, whole, layout, shipped_faces())
    offered = [each for fit in found.pages[0].fits for each in fit.remedies if each.way is Way.JUMP]
    assert [(each.story, each.page) for each in offered] == [("long", 2)]
    turned = whole.article(offered[0].story).model_copy(update={"jump": offered[0].page})
    articles = tuple(turned if each.id == turned.id else each for each in whole.articles)
    after = _made(whole.model_copy(update={"articles": articles}), layout)
    assert all(not fit.overset and not fit.leaves_white for made in after.pages for fit in made.fits)
    assert _jumps(after) == ({(1, 2)}, {(1, 2)})
