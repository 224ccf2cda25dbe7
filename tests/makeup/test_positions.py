"""The editor's word on places: a story stands where it is held, the rest of the page around it."""

import functools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import page

from newsletter.areas import Area, Stretch, area_of, read_extent
from newsletter.checks.positions import area_on_page
from newsletter.dummy import Dummy, DummyPage, MadeUp
from newsletter.issue import Article, Issue, PagePlan, Rank, Shape
from newsletter.makeup import make_up
from newsletter.makeup.around import Around
from newsletter.makeup.judge import height_of, places, width_of
from newsletter.makeup.parting import can_part
from newsletter.makeup.positions import Mistake, positions, shape_at
from newsletter.makeup.rectangle import Rectangle
from newsletter.slots import Slot, SlotPlan, given_slots, slot_faults
from tests.shipped import shipped_faces, shipped_layout

PAGE = Area(0, 0, 6, 70)
GAP = 2


def _rectangle(area: Area) -> Rectangle:
    """Return a rectangle of which only the size counts."""
    return Rectangle("s", area.columns, area.lines, None, 0, None, 0.0)  # type: ignore[arg-type]


def _cut(area: Area, lot: random.Random) -> list[Area]:
    """Return an area cut straight through again and again."""
    stacked = lot.random() < 0.5
    if lot.random() < 0.25 or (stacked and area.lines < 20) or (not stacked and area.columns < 2):
        return [area]
    if stacked:
        lines = lot.randint(6, area.lines - GAP - 6)
        upper = Area(area.column, area.line, area.columns, lines)
        line = area.line + lines + GAP
        return _cut(upper, lot) + _cut(Area(area.column, line, area.columns, area.bottom - line), lot)
    columns = lot.randint(1, area.columns - 1)
    left = Area(area.column, area.line, columns, area.lines)
    return _cut(left, lot) + _cut(Area(left.right, area.line, area.columns - columns, area.lines), lot)


@given(st.integers(0, 10**6))
@settings(deadline=None, max_examples=150)
def test_whatever_was_cut_can_be_parted_and_stands_where_it_is_held(seed: int) -> None:
    areas = _cut(PAGE, random.Random(seed))
    assert can_part(PAGE, tuple(areas), GAP)
    held = {area: _rectangle(area) for area in areas}
    (_cost, tree), *_rest = Around(held, None, GAP, white=False).trees(PAGE, 9)
    assert (width_of(tree), height_of(tree, GAP)) == (PAGE.columns, PAGE.lines)


@given(st.integers(0, 10**6), st.data())
@settings(deadline=None, max_examples=100)
def test_what_is_left_of_the_held_is_white(seed: int, data: st.DataObject) -> None:
    areas = _cut(PAGE, random.Random(seed))
    kept = data.draw(st.lists(st.sampled_from(areas), min_size=1, unique=True))
    held = {area: _rectangle(area) for area in kept}
    trees = Around(held, None, GAP, white=True).trees(PAGE, 9)
    for _cost, tree in trees:
        stand = {Area(p.column, p.line, p.rectangle.columns, p.rectangle.height) for p in places(tree, GAP)}
        assert stand == set(kept)
        assert (width_of(tree), height_of(tree, GAP)) == (PAGE.columns, PAGE.lines)
    assert trees


def test_a_windmill_has_no_cut():
    wings = (Area(0, 0, 4, 20), Area(4, 0, 2, 46), Area(2, 48, 4, 22), Area(0, 22, 2, 48))
    assert not can_part(PAGE, wings, GAP)
    assert can_part(PAGE, wings[:3], GAP)


@given(st.integers(1, 99), st.one_of(st.none(), st.integers(0, 50)))
def test_a_stretch_reads_back_as_it_is_written(first: int, more: int | None) -> None:
    stretch = Stretch(first, None if more is None else first + more)
    assert read_extent(str(stretch)) == stretch
    assert read_extent([first, "末" if more is None else first + more]) == stretch


@given(st.integers(0, 5), st.integers(1, 3), st.integers(0, 60), st.integers(1, 10))
def test_an_area_is_the_place_that_it_is_written_as(column: int, columns: int, line: int, lines: int) -> None:
    area = Area(column, line, columns, lines)
    assert area_of(*shape_at(area).place, PAGE) == area


def _slots(*ranks: Rank | None) -> SlotPlan:
    whole = ({"columns": "1-6", "lines": f"{1 + 10 * at}-{8 + 10 * at}"} for at in range(len(ranks)))
    return SlotPlan.model_validate(
        {"slots": [each | {"rank": rank} for each, rank in zip(whole, ranks, strict=True)]}
    )


RANKS = st.lists(st.sampled_from((None, *Rank)), min_size=1, max_size=6)


@given(RANKS, st.lists(st.sampled_from(Rank), max_size=7))
def test_every_slot_takes_one_story_and_its_rank_first(ranks, stories) -> None:
    articles = [Article(id=f"s{at}", rank=rank) for at, rank in enumerate(stories)]
    plan = _slots(*ranks)
    given_to = given_slots(plan.slots, articles)
    assert len(given_to) == min(len(ranks), len(stories))
    assert len({id(slot) for slot in given_to.values()}) == len(given_to)
    for story in articles:
        slot = given_to.get(story.id)
        if slot is None or slot.rank is not story.rank:
            assert not any(each.rank is story.rank and each not in given_to.values() for each in plan.slots)


def test_slots_that_leave_the_page_or_touch_are_faults():
    slots = [
        Slot(columns="1-4", lines="1-40"),
        Slot(columns="4-6", lines="41-end"),
        Slot(columns="6-7", lines="1-9"),
    ]
    faults = [at for at, _why in slot_faults(SlotPlan(slots=slots), PAGE, GAP)]
    assert sorted(faults) == [1, 2]


@pytest.mark.parametrize("name", ["tabloid", "broadsheet", "magazine"])
def test_shipped_make_ups_fill_the_page_and_can_be_cut(name: str) -> None:
    layout = shipped_layout(name)
    assert layout.makeups
    for plan in layout.makeups.values():
        for lines in {layout.grid.lines - room.head - room.foot for room in layout.masters.values()}:
            whole = Area(0, 0, layout.grid.columns, lines)
            areas = tuple(slot.area(whole) for slot in plan.slots)
            if lines > layout.grid.lines / 2:
                held = {area: _rectangle(area) for area in areas}
                assert Around(held, None, layout.limits.gap, white=False).trees(whole, 1)


@functools.cache
def _held(
    seed: int, words: tuple[tuple[str, str, str], ...], makeup: str = "auto"
) -> tuple[Issue, DummyPage]:
    issue = page(seed, shipped_layout("tabloid"))
    shapes = {story: Shape(columns=columns, lines=lines) for story, columns, lines in words}
    articles = tuple(
        each.model_copy(update={"makeup": shapes.get(each.id, each.makeup)}) for each in issue.articles
    )
    plan = issue.sheet.pages[0].model_copy(update={"makeup": makeup})
    sheet = issue.sheet.model_copy(update={"pages": (plan,)})
    issue = issue.model_copy(update={"articles": articles, "sheet": sheet})
    return issue, make_up(issue, shipped_layout("tabloid"), shipped_faces()).value.pages[0]


def _area(issue: Issue, made: DummyPage, story: str) -> Area:
    whole = MadeUp(issue, shipped_layout("tabloid"), Dummy("tabloid", (made,)))
    return area_on_page(whole, made, next(fit for fit in made.fits if fit.story == story))


def test_a_story_stands_where_the_editor_puts_it_and_all_others_beside():
    issue, made = _held(3, (("s1", "3-6", "30-60"),))
    assert _area(issue, made, "s1") == Area(2, 29, 4, 31)
    areas = [_area(issue, made, fit.story) for fit in made.fits]
    assert len(areas) == len(issue.articles)
    for at, one in enumerate(areas):
        assert all(one.clear_of(other, shipped_layout("tabloid").limits.gap) for other in areas[at + 1 :])


def test_a_named_make_up_gives_every_story_its_slot():
    issue, made = _held(3, (), "lead-left-five")
    plan = shipped_layout("tabloid").makeups["lead-left-five"]
    whole = Area(0, 0, 6, made.lines)
    given_to = given_slots(plan.slots, issue.articles)
    assert {story: _area(issue, made, story) for story in given_to} == {
        story: slot.area(whole) for story, slot in given_to.items()
    }


def test_what_cannot_be_is_left_to_the_search_and_objected_to():
    stories = [
        Article(id="a", makeup=Shape(columns="1-4", lines="1-40")),
        Article(id="b", makeup=Shape(columns="4-6", lines="41-60")),
        Article(id="c", makeup=Shape(columns="5-9", lines="1-9")),
    ]
    found = positions(PagePlan(page=1, makeup="nowhere"), stories, shipped_layout("tabloid"), 67)
    assert found.held == {"a": Area(0, 0, 4, 40)}
    assert [each.mistake for each in found.objections] == [
        Mistake.UNKNOWN,
        Mistake.CLASHING,
        Mistake.OUTSIDE,
    ]
    assert [bool(story.makeup.place) for story in found.put(stories)] == [True, False, False]


def test_a_place_of_a_storys_own_comes_before_the_slots_that_it_meets():
    own = Article(id="own", makeup=Shape(columns="5-6", lines="1-44"))
    stories = [own, Article(id="lead", rank=Rank.LEAD), Article(id="foot", rank=Rank.MAJOR)]
    found = positions(PagePlan(page=1, makeup="lead-left"), stories, shipped_layout("tabloid"), 67)
    assert found.held["own"] == Area(4, 0, 2, 44)
    assert set(found.held) == {"own", "lead", "foot"}
    assert not found.objections and not found.empty and not found.slotless


@pytest.mark.parametrize("written", ["１－４", "1–4", "1 至 4", "1~4", "1-4"])
def test_a_stretch_may_be_typed_with_a_chinese_input_method(written: str) -> None:
    assert read_extent(written) == Stretch(1, 4)
