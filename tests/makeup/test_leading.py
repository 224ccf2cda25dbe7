"""Pages leaded otherwise: the type area keeps its place, all legs stand on one grid, the layout says how far."""

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import issues
from newsletter.dummy import DummyPage, Role, TextFrame
from newsletter.issue import Issue
from newsletter.layout import Layout
from newsletter.lengths import to_mm
from newsletter.makeup import make_up
from newsletter.makeup.leading import layout_of, leadings
from tests.shipped import shipped_faces, shipped_layout

DRAWN, PAGE = 157, 4
"""An issue drawn for the bulletin, and a page of it that no shapes of its stories fill on the design's grid."""


@functools.cache
def _layout(leading: float | None = None, name: str = "bulletin") -> Layout:
    layout = shipped_layout(name)
    if leading is None:
        return layout
    return layout.model_copy(update={"limits": layout.limits.model_copy(update={"leading": leading})})


@functools.cache
def _made(leading: float | None = None) -> tuple[Issue, DummyPage]:
    issue = issues.issue(DRAWN, _layout())
    dummy = make_up(issue, _layout(leading), shipped_faces()).value
    assert dummy is not None
    return issue, next(each for each in dummy.pages if each.number == PAGE)


@settings(deadline=None)
@given(st.integers(0, 20), st.integers(8, 60), st.integers(-3, 3))
def test_first_and_last_line_keep_their_places(first, lines, more):
    layout, led = _layout(), _layout().leaded(first, lines, more)
    size = layout.styles["body"].size

    def han(some: Layout, line: int) -> float:
        return some.line_y(line) + to_mm(some.styles["body"].leading - size) / 2

    assert han(led, first) == pytest.approx(han(layout, first))
    assert han(led, first + lines + more - 1) == pytest.approx(han(layout, first + lines - 1))
    assert led.line == pytest.approx(to_mm(led.styles["body"].leading))


@pytest.mark.parametrize("name", ["tabloid", "broadsheet", "bulletin", "magazine"])
def test_leadings_stay_within_the_limit_and_change_least_first(name):
    layout = _layout(None, name)
    found = list(leadings(layout, 0, layout.grid.lines))
    assert found and [abs(more) for more, _led in found] == sorted(abs(more) for more, _led in found)
    own = layout.styles["body"].leading
    assert all(abs(led.styles["body"].leading - own) <= layout.limits.leading for _more, led in found)


def test_a_layout_that_allows_none_keeps_its_leading():
    assert not list(leadings(_layout(0.0), 0, 29))
    _issue, page = _made(0.0)
    assert page.overset and not page.more


def test_a_page_that_nothing_else_fills_is_leaded():
    _issue, page = _made()
    assert page.more and not page.overset and all(fit.short < fit.legs for fit in page.fits)


def test_all_legs_of_a_leaded_page_are_on_one_grid_and_reach_its_last_line():
    issue, page = _made()
    count = max(plan.page for plan in issue.sheet.pages)
    layout = layout_of(page, _layout(), count)
    head = layout.room_of(page.number, count).head
    legs = [each for each in page.frames if isinstance(each, TextFrame) and each.role is Role.LEG]
    assert {each.leading for each in legs} == {layout.styles["body"].leading}
    for leg in legs:
        line = (leg.box.y - layout.line_y(head)) / layout.line
        assert line == pytest.approx(round(line), abs=0.01) and line > -0.01
    lowest = max(leg.box.bottom for leg in legs)
    assert lowest == pytest.approx(layout.line_y(head + page.lines), abs=0.01)
    assert page.lines - page.more == _made(0.0)[1].lines
