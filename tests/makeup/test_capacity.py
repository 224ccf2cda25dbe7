"""Capacity: a story of any length that is promised lets the page be filled."""

import functools

import pytest
from pages import page

from newsletter.issue import Issue, Rank
from newsletter.makeup import capacity, make_up
from newsletter.makeup.blank import PARAGRAPH, blank_article, blank_copy
from newsletter.makeup.lengths import Room, span_around
from newsletter.makeup.metered import Slot
from newsletter.manuscript import Manuscript
from tests.shipped import shipped_faces, shipped_layout

SEED = 3


@functools.cache
def _slots() -> tuple[Slot, ...]:
    return capacity(page(SEED, shipped_layout("tabloid")), shipped_layout("tabloid"), shipped_faces())


def _with_copy(issue: Issue, lengths: dict[str, int]) -> Issue:
    changed = tuple(
        each.model_copy(update={"manuscript": blank_copy(lengths[each.id])}) if each.id in lengths else each
        for each in issue.articles
    )
    return issue.model_copy(update={"articles": changed})


def _is_full(issue: Issue) -> bool:
    dummy = make_up(issue, shipped_layout("tabloid"), shipped_faces()).value
    return all(not fit.overset and not fit.leaves_white for made in dummy.pages for fit in made.fits)


def test_every_written_story_has_a_span_around_it():
    for slot in _slots():
        assert slot.aim == slot.written
        assert slot.limits[0] <= slot.good[0] < slot.good[1] <= slot.limits[1]
        assert slot.limits[0] <= slot.written <= slot.limits[1]
        assert slot.grow == slot.limits[1] - slot.written
        assert slot.shrink == slot.written - slot.limits[0]


@pytest.mark.parametrize("share", [0.15, 0.85])
def test_the_page_is_full_at_any_length_of_the_span(share):
    issue = page(SEED, shipped_layout("tabloid"))
    for slot in _slots():
        least, most = slot.good
        assert _is_full(_with_copy(issue, {slot.story: round(least + share * (most - least))}))


def test_blank_stories_fill_the_page_together():
    issue = page(SEED, shipped_layout("tabloid"))
    blank = tuple(each.model_copy(update={"manuscript": Manuscript()}) for each in issue.articles)
    slots = capacity(issue.model_copy(update={"articles": blank}), shipped_layout("tabloid"), shipped_faces())
    assert all(slot.written == 0 and slot.good[0] <= slot.aim <= slot.good[1] for slot in slots)
    assert _is_full(_with_copy(issue, {slot.story: slot.aim for slot in slots}))
    lead = next(slot for slot in slots if slot.rank is Rank.LEAD)
    assert lead.aim == max(slot.aim for slot in slots)


def test_pages_without_stories_have_typical_places():
    issue = page(SEED, shipped_layout("tabloid"))
    sheet = issue.sheet.model_copy(update={"pages": ()})
    slots = capacity(
        issue.model_copy(update={"articles": (), "sheet": sheet}), shipped_layout("tabloid"), shipped_faces()
    )
    assert {slot.page for slot in slots} == {1, 2, 3, 4}
    assert next(slot.rank for slot in slots if slot.page == 1) is Rank.LEAD
    assert all(slot.good for slot in slots)


def test_blank_copy_has_the_length_asked_for():
    assert blank_copy(3 * PARAGRAPH + 7).characters == 3 * PARAGRAPH + 7
    assert not blank_copy(0).paragraphs
    assert blank_article("a", Rank.BRIEF, 90).manuscript.characters == 90


def test_spans_join_and_the_one_around_the_length_is_taken():
    rooms = [Room(100, 120, 0, 0), Room(125, 150, 0, 0), Room(400, 420, 0, 0)]
    assert span_around(130, rooms, 10) == (100, 150)
    assert span_around(390, rooms, 10) == (400, 420)
    assert span_around(130, [], 10) is None
