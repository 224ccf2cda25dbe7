"""Stories spread over columns in blocks of doglegs: every line is taken once, every leg is long enough."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.makeup.doglegs import Block, Strands
from newsletter.makeup.headblock import HeadBlock, HeadPart
from newsletter.makeup.reach import Reach
from newsletter.makeup.search import Doglegs
from newsletter.makeup.spreads import Hood, Spread
from newsletter.makeup.strands import Stiff, Strand, Top
from tests.shipped import shipped_layout

GAP, LEAST = 2, 3


def _top(head: int, cost: float = 0.0) -> Top:
    return Top(HeadBlock(None, HeadPart((), 9.0, 15.0), None, head, cost), 0, None, head, cost)


def _spread(name: str, head: int, lines: int, give: int) -> Spread:
    hoods = [Hood(_top(head, 5.0 * width), width, 0) for width in (2, 3)]
    return Spread(name, hoods, Reach(lines - give, lines, lines + give), LEAST, shipped_layout("magazine"))


def _filled(wide: tuple[int, int, int], narrow: tuple[int, int, int], height: int) -> Doglegs | None:
    head, lines, give = narrow
    strand = Strand(
        "s1", {head: _top(head)}, Reach(lines - give, lines, lines + give), LEAST, shipped_layout("magazine")
    )
    strands = Strands({1: Stiff({}), 2: strand}, [2.0, 2.0], GAP, {1: _spread("s0", *wide)})
    block = Block(strands, 3, height, (1, 2, 3))
    return block.filled(3) if np.isfinite(block.cost(3)) else None


STORY = st.tuples(st.integers(1, 6), st.integers(12, 70), st.integers(0, 5))


@settings(deadline=None, max_examples=150)
@given(STORY, STORY, st.integers(16, 38))
def test_every_line_is_taken_once_and_no_leg_is_too_short(wide, narrow, height):
    filled = _filled(wide, narrow, height)
    if filled is None:
        return
    taken = np.zeros((3, height), dtype=int)
    for each in filled.stories:
        body, head = each.rectangle.body, each.rectangle.head.height
        assert min(body.rooms[-1], body.rooms[0]) >= LEAST
        columns = max(each.rectangle.columns, 1)
        for at, (top, room) in enumerate(zip(body.tops, body.rooms, strict=True)):
            start = each.line + head + top
            taken[each.column + at, start : start + room] += 1
        for at in range(columns):
            taken[each.column + at, each.line : each.line + head] += 1
    assert taken.max() == 1
    white = int((taken == 0).sum())
    assert white <= GAP + 1, "a gap over the story below, and at most a line at the end"


def test_what_comes_next_stands_under_the_short_last_leg():
    filled = _filled((6, 53, 0), (4, 43, 0), 38)
    assert filled is not None
    first, second = filled.stories
    assert first.rectangle.columns == 2 and first.rectangle.body.rooms == (32, 21)
    assert (second.column, second.line) == (1, 6 + 21 + GAP)


def test_a_spread_of_level_legs_is_the_rectangle_that_it_looks_like():
    spread = _spread("s0", 6, 64, 0)
    costs = spread.costs(3, 38)
    assert np.isfinite(costs[76]) and spread.rectangle(76, 38).body.rooms == (32, 32)
