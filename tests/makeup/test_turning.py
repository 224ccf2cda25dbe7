"""Wishes to run on in a magazine without a page plan: followed where all pages fill so, else told."""

import functools

from issues import issue
from newsletter.checks.jumps import jump_not_followed
from newsletter.dummy import Dummy, MadeUp
from newsletter.issue import Issue
from newsletter.makeup import make_up
from tests.shipped import shipped_faces, shipped_layout

SEED, FOLLOWED, REFUSED = 98, ("s46", 5), ("s6", 14)
"""A magazine by lot, and wishes of it: one that its pages can follow and stay full, one that they cannot."""


@functools.cache
def _made(wish: tuple[str, int]) -> tuple[Issue, Dummy]:
    whole, (name, page) = issue(SEED, shipped_layout("magazine")), wish
    stories = tuple(
        each.model_copy(update={"jump": page}) if each.id == name else each for each in whole.articles
    )
    asking = whole.model_copy(update={"articles": stories})
    dummy = make_up(asking, shipped_layout("magazine"), shipped_faces()).value
    assert dummy is not None
    return asking, dummy


def _pages(dummy: Dummy, story: str) -> list[int]:
    return [page.number for page in dummy.pages for fit in page.fits if fit.story == story]


def _is_full(dummy: Dummy) -> bool:
    fits = [fit for page in dummy.pages for fit in page.fits]
    return not any(fit.overset for fit in fits) and all(fit.short < fit.legs for fit in fits)


def _told(asking: Issue, dummy: Dummy) -> list[str]:
    return [each.message for each in jump_not_followed(MadeUp(asking, shipped_layout("magazine"), dummy))]


def test_a_story_runs_on_where_the_editor_wishes_and_all_pages_fill():
    asking, dummy = _made(FOLLOWED)
    story, page = FOLLOWED
    assert _pages(dummy, story)[-1] == page
    assert len(_pages(dummy, story)) == 2
    assert _is_full(dummy)
    assert _told(asking, dummy) == []


def test_a_wish_that_no_full_pages_follow_is_told_with_the_reason():
    asking, dummy = _made(REFUSED)
    story, page = REFUSED
    assert _is_full(dummy)
    assert len(_pages(dummy, story)) == 1
    (told,) = _told(asking, dummy)
    assert "not all pages would be full" in told
    assert f"page {page}" in told
