"""What the bench calls within limits: areas, and rectangles that tile a page."""

import pytest

from tests.bench.shapes import Shape, can_share
from tests.bench.within import Span, can_tile, together


def _heights(*heights: int) -> int:
    return sum(1 << height for height in heights)


def _upright(least: int, most: int) -> Shape:
    return Shape(((least, most),), least)


def test_columns_that_no_stories_come_to_are_shared_out_by_none():
    bent = Shape(((6, 20), (5, 20)), 24, bent=True)
    assert not can_share([[_upright(12, 14)], [_upright(13, 15)]], 2, 20)
    assert can_share([[_upright(12, 14)], [bent]], 2, 20)
    assert not can_share([[_upright(18, 18)], [bent]], 2, 20)
    assert can_share([[_upright(10, 12)]] * 5, 5, 12) and not can_share([[_upright(10, 11)]] * 5, 5, 12)


def test_a_room_between_least_and_most_is_held():
    page = together([Span(10, 20), Span(5, 30)])
    assert page == Span(15, 50)
    assert page.holds(15) and page.holds(50) and not page.holds(14) and not page.holds(51)
    assert page.holds(40, spare=0.2) and not page.holds(49, spare=0.2)


@pytest.mark.parametrize(
    ("stories", "lines", "tiled"),
    [
        ([(0, _heights(4)), (0, _heights(5))], 10, True),  # one over the other, a line between them
        ([(0, _heights(4)), (0, _heights(5))], 9, False),
        ([(_heights(7), 0), (_heights(7), 0)], 7, True),  # side by side
        ([(_heights(7), 0), (_heights(8), 0)], 7, False),
        ([(0, _heights(2)), (_heights(4), 0), (_heights(4), 0)], 7, True),
        ([(0, _heights(7))], 7, True),
    ],
)
def test_rectangles_tile_a_page_where_they_can(stories, lines, tiled):
    assert can_tile(stories, lines, 1) == tiled
