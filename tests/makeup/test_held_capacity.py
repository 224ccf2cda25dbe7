"""Capacity of places: a story of just the characters that are promised fills its place and is not over."""

from pathlib import Path

import pytest

from newsletter.issue import (
    Article,
    BoxKind,
    Direction,
    Issue,
    PagePlan,
    Photo,
    Pixels,
    Publication,
    Rank,
    Shape,
    Sheet,
)
from newsletter.layout import Layout
from newsletter.makeup import capacity, make_up
from newsletter.makeup.blank import filled
from tests.shipped import shipped_faces, shipped_layout

RANKS = (Rank.LEAD, Rank.MAJOR, Rank.STANDARD, Rank.STANDARD, Rank.BRIEF, Rank.BRIEF)


def _issue(layout: Layout, makeup: str, count: int, page: int = 1, **keys: dict[str, object]) -> Issue:
    """Return an issue of a page of blank stories in a named make-up, with more keys of some of them."""
    photos = tuple(
        Photo(id=f"p{at}", caption="校园里的一天", pixels=Pixels(width=3000, height=2000)) for at in range(2)
    )
    stories = [
        Article(id=f"s{at}", rank=rank, headline="湖边的灯亮到天明", photos=(f"p{at}",) if at < 2 else ())
        for at, rank in enumerate(RANKS[:count])
    ]
    stories = [each.model_copy(update=keys.get(each.id, {})) for each in stories]
    plan = PagePlan(page=page, articles=tuple(each.id for each in stories), makeup=makeup)
    return Issue(
        slug="lot",
        workspace=Path(),
        folder=Path(),
        publication=Publication(),
        sheet=Sheet(number=1, pages=(plan,)),
        articles=tuple(stories),
        photos=photos,
    )


def _written(issue: Issue, layout: Layout) -> Issue:
    slots = {slot.story: slot for slot in capacity(issue, layout, shipped_faces())}
    assert all(slot.good and slot.good[0] <= slot.aim <= slot.good[1] for slot in slots.values())
    stories = tuple(filled(each, slots[each.id].aim) for each in issue.articles)
    return issue.model_copy(update={"articles": stories})


def _misfits(issue: Issue, layout: Layout) -> list[tuple[str, int, int]]:
    page = make_up(issue, layout, shipped_faces()).value.pages[0]
    return [
        (fit.story, fit.overset, fit.short)
        for fit in page.fits
        if fit.overset or fit.short >= max(2, fit.legs)
    ]


@pytest.mark.parametrize("makeup", sorted(shipped_layout("tabloid").makeups))
def test_shipped_make_ups_are_full_with_what_they_hold(makeup: str) -> None:
    issue = _issue(shipped_layout("tabloid"), makeup, len(shipped_layout("tabloid").makeups[makeup].slots))
    assert _misfits(_written(issue, shipped_layout("tabloid")), shipped_layout("tabloid")) == []


@pytest.mark.parametrize(
    ("story", "keys"),
    [
        ("s2", {"box": BoxKind.RULE}),
        ("s3", {"kicker": "湖北省重点实验室", "deck": "三年建成，今秋开放，面向全校"}),
        ("s1", {"headline_style": Direction.VERTICAL}),
        ("s0", {"headline_over": "photo"}),
        ("s2", {"section": "学习园地"}),
        ("s0", {"pull_quote": "文文文文文文文文文文"}),
    ],
)
def test_boxes_heads_and_quotes_are_reckoned_with(story: str, keys: dict[str, object]) -> None:
    issue = _issue(shipped_layout("tabloid"), "lead-left", 4, **{story: keys})
    assert _misfits(_written(issue, shipped_layout("tabloid")), shipped_layout("tabloid")) == []


def test_a_story_without_a_place_has_the_rest_of_the_page():
    issue = _issue(shipped_layout("tabloid"), "lead-left", 4)
    plan = issue.sheet.pages[0].model_copy(update={"makeup": "auto"})
    first = issue.articles[0].model_copy(update={"makeup": Shape(columns="1-4", lines="1-44")})
    issue = issue.model_copy(
        update={
            "articles": (first, *issue.articles[1:]),
            "sheet": issue.sheet.model_copy(update={"pages": (plan,)}),
        }
    )
    slots = capacity(issue, shipped_layout("tabloid"), shipped_faces())
    assert all(slot.good for slot in slots)


@pytest.mark.parametrize("name", ["broadsheet", "magazine"])
def test_slots_of_other_layouts_hold_stories(name: str) -> None:
    layout = shipped_layout(name)
    for makeup, plan in layout.makeups.items():
        issue = _issue(layout, makeup, len(plan.slots), page=3)
        assert all(slot.good for slot in capacity(issue, layout, shipped_faces()) if slot.page == 3)
