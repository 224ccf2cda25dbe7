"""Stories without a page plan: shared out so that all pages fill, the editor's word kept."""

import functools

import pytest
from pages import page

from issues import issue
from newsletter.dummy import Dummy, PhotoFrame, TextFrame
from newsletter.issue import Issue, PagePlan, Rank, Shape
from newsletter.makeup import make_up
from tests.shipped import shipped_faces, shipped_layout

SEEDS = (2, 4)


def _made(whole: Issue) -> Dummy:
    dummy = make_up(whole, shipped_layout("tabloid"), shipped_faces()).value
    assert dummy is not None
    return dummy


@functools.cache
def _shared(seed: int) -> tuple[Issue, Dummy]:
    whole = issue(seed, shipped_layout("tabloid"))
    return whole, _made(whole)


def _pages(dummy: Dummy) -> dict[str, int]:
    """Return the page of every story."""
    return {fit.story: made.number for made in dummy.pages for fit in made.fits}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_page_is_full_and_every_story_on_one_of_them(seed):
    whole, dummy = _shared(seed)
    stories = [fit.story for made in dummy.pages for fit in made.fits]
    assert sorted(stories) == sorted(each.id for each in whole.articles)
    for fit in (fit for made in dummy.pages for fit in made.fits):
        assert fit.overset == 0
        assert fit.short < fit.legs
        assert fit.placed == fit.lines


@pytest.mark.parametrize("seed", SEEDS)
def test_no_page_has_two_leads_while_another_has_none(seed):
    whole, dummy = _shared(seed)
    leads = [[whole.article(fit.story).rank for fit in made.fits].count(Rank.LEAD) for made in dummy.pages]
    assert max(leads) - min(leads) <= 1


@pytest.mark.parametrize("seed", SEEDS)
def test_crops_keep_the_focus_and_nothing_overlaps(seed):
    whole, dummy = _shared(seed)
    for made in dummy.pages:
        solid = [each for each in made.frames if isinstance(each, TextFrame | PhotoFrame)]
        assert not any(
            one.box.meets(other.box, 0.2) for at, one in enumerate(solid) for other in solid[at + 1 :]
        )
        for frame in solid:
            if isinstance(frame, PhotoFrame):
                x, y = whole.photo(frame.photo).focus
                assert frame.crop.left <= x <= frame.crop.right
                assert frame.crop.top <= y <= frame.crop.bottom


@pytest.mark.parametrize("seed", SEEDS)
def test_the_first_lead_opens_the_issue(seed):
    whole, dummy = _shared(seed)
    first = next(each for each in whole.articles if each.rank is Rank.LEAD)
    assert _pages(dummy)[first.id] == 1


def test_a_fixed_page_is_kept():
    whole, dummy = _shared(SEEDS[0])
    story = next(each for each in whole.articles if each.rank is not Rank.LEAD)
    other = _pages(dummy)[story.id] % 4 + 1
    moved = story.model_copy(update={"page": other})
    articles = tuple(moved if each is story else each for each in whole.articles)
    assert _pages(_made(whole.model_copy(update={"articles": articles})))[story.id] == other


def test_a_story_that_no_plan_names_stands_on_the_page_that_it_asks_for():
    single = page(3, shipped_layout("tabloid"))
    unnamed = single.articles[-1].model_copy(update={"page": 1})
    plan = PagePlan(page=1, articles=tuple(each.id for each in single.articles[:-1]))
    sheet = single.sheet.model_copy(update={"pages": (plan,)})
    articles = (*single.articles[:-1], unnamed)
    made = _made(single.model_copy(update={"articles": articles, "sheet": sheet}))
    assert _pages(made)[unnamed.id] == 1


def test_stories_that_flood_the_issue_are_all_told_of():
    whole, _dummy = _shared(SEEDS[0])
    articles = tuple(
        each.model_copy(update={"id": f"{each.id}-{copy}"}) for copy in range(9) for each in whole.articles
    )
    dummy = _made(whole.model_copy(update={"articles": articles}))
    assert {fit.story for made in dummy.pages for fit in made.fits} == {each.id for each in articles}


def test_sections_follow_each_other_and_name_their_pages():
    whole, _dummy = _shared(SEEDS[0])
    names = ("要闻", "教学", "人物", "校园")
    stories = sorted(whole.articles, key=lambda each: int(each.id[1:]))
    articles = tuple(
        each.model_copy(update={"section": names[at * len(names) // len(stories)]})
        for at, each in enumerate(stories)
    )
    dummy = _made(whole.model_copy(update={"articles": articles}))
    firsts = [names.index(made.name.split("·")[0]) for made in dummy.pages if made.name]
    assert firsts == sorted(firsts)


def test_the_same_issue_is_shared_out_the_same_way_twice():
    whole, dummy = _shared(SEEDS[1])
    assert _made(whole) == dummy


def test_pages_without_stories_are_the_last():
    whole, _dummy = _shared(SEEDS[0])
    dummy = _made(whole.model_copy(update={"articles": whole.articles[:2]}))
    assert [bool(made.fits) for made in dummy.pages] == [True, True, False, False]


def test_far_more_stories_than_pages_hold_are_left_out_whole():
    whole, _dummy = _shared(SEEDS[0])
    articles = tuple(
        each.model_copy(update={"id": f"{each.id}-{copy}"}) for copy in range(3) for each in whole.articles
    )
    sheet = whole.sheet.model_copy(
        update={"pages": (PagePlan(page=1, articles=tuple(each.id for each in articles)),)}
    )
    (made,) = _made(whole.model_copy(update={"articles": articles, "sheet": sheet})).pages
    assert {fit.story for fit in made.fits} == {each.id for each in articles}
    assert all(fit.placed + fit.overset == fit.lines for fit in made.fits)


def test_the_shape_that_an_editor_wants_is_kept():
    single = page(3, shipped_layout("tabloid"))
    story = single.articles[1].model_copy(update={"makeup": Shape(columns=6)})
    articles = tuple(story if each.id == story.id else each for each in single.articles)
    made = _made(single.model_copy(update={"articles": articles})).pages[0]
    (fit,) = (fit for fit in made.fits if fit.story == story.id)
    assert fit.box.width == pytest.approx(shipped_layout("tabloid").span(6) * shipped_layout("tabloid").em)
