"""Pages drawn by lot: what holds of every page made up."""

import functools

import pytest
from pages import page

import issues
from newsletter.checks import open_desks
from newsletter.dummy import Dummy, DummyPage, Foot, MadeUp, Role, SetLine, StoryFit, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Issue, Rank
from newsletter.makeup import make_up
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.leading import layout_of
from newsletter.makeup.reach import Fitting
from newsletter.rulebook import Context, examine
from tests.shipped import ROOT, shipped_faces, shipped_layout

SEEDS = (3, 18, 42, 80, 153)
"""Full pages, one with text over, one with a crosshead that nothing keeps from a foot."""


@functools.cache
def _made(seed: int) -> tuple[Issue, Dummy]:
    issue = page(seed, shipped_layout("tabloid"))
    dummy = make_up(issue, shipped_layout("tabloid"), shipped_faces()).value
    assert dummy is not None
    return issue, dummy


def _legs(made: DummyPage, story: str) -> list[TextFrame]:
    return [
        each
        for each in made.frames
        if isinstance(each, TextFrame) and each.role is Role.LEG and each.story == story
    ]


def _parted(legs: list[tuple[SetLine, ...]]) -> int:
    """Return how many legs but the last end with a crosshead."""
    return sum(leg[-1].style == "crosshead" for leg in legs[:-1])


def _fits() -> list[tuple[Issue, DummyPage, StoryFit]]:
    return [
        (issue, made, fit) for issue, dummy in map(_made, SEEDS) for made in dummy.pages for fit in made.fits
    ]


def test_every_story_is_placed_whole_and_in_order():
    for issue, made, fit in _fits():
        article = issue.article(fit.story)
        text = "".join(each.text for each in article.manuscript.paragraphs)
        text += f"（{article.source}）" if article.source else ""
        placed = "".join(line.line.text for leg in _legs(made, fit.story) for line in leg.lines)
        assert text.startswith(placed)
        assert (placed == text) == (fit.overset == 0)
        assert fit.placed + fit.overset == fit.lines
        assert fit.placed == sum(len(leg.lines) for leg in _legs(made, fit.story))


def test_legs_end_level_within_a_line():
    for _issue, made, fit in _fits():
        feet = [leg.box.bottom for leg in _legs(made, fit.story)]
        if fit.short < fit.legs and not fit.bent:
            assert max(feet) - min(feet) <= layout_of(made, shipped_layout("tabloid"), 1).line + 0.01


def test_faults_are_those_that_are_seen():
    for _issue, made, fit in _fits():
        legs = [leg.lines for leg in _legs(made, fit.story)]
        assert _parted(legs) == sum(fault.foot is Foot.HEADING for fault in fit.faults)
        for fault in fit.faults:
            assert 0 <= fault.leg < len(legs) - 1


@pytest.mark.parametrize("seed", SEEDS)
def test_rules_say_what_is_at_fault_with_the_page(seed):
    issue, dummy = _made(seed)
    open_desks("makeup", "legs")
    said = [each.rule.code for each in examine(MadeUp(issue, shipped_layout("tabloid"), dummy), Context())]
    faults = [fault for made in dummy.pages for fit in made.fits for fault in fit.faults]
    assert len([code for code in said if "Y015" <= code <= "Y018"]) == len(faults)


def test_the_same_issue_is_made_up_the_same_way_twice():
    issue, dummy = _made(SEEDS[0])
    assert make_up(issue, shipped_layout("tabloid"), FontBook.open([ROOT / "fonts"])).value == dummy


def test_no_headline_is_as_large_as_the_leads():
    layout = shipped_layout("bulletin")
    whole = issues.issue(17, layout)  # a major's largest step is the lead's smallest, and both would take it
    dummy = make_up(whole, layout, shipped_faces()).value
    assert dummy is not None
    for made in dummy.pages:
        sizes = {fit.story: fit.headline_size for fit in made.fits}
        leads = [size for story, size in sizes.items() if whole.article(story).rank is Rank.LEAD]
        others = [size for story, size in sizes.items() if whole.article(story).rank is not Rank.LEAD]
        assert not leads or max(leads) > max(others, default=0)


def test_a_page_forced_first_loosens_no_photos_of_others():
    shop = ComposingRoom(page(2, shipped_layout("tabloid")), shipped_layout("tabloid"), shipped_faces())
    assert shop.desk(Fitting.FORCED).photos.forced
    assert not shop.desk(Fitting.EXACT).photos.forced
    assert shop.desk(Fitting.ASKED).photos is shop.desk(Fitting.EXACT).photos
