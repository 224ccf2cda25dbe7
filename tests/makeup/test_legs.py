"""Legs cut from takes: what holds of every cut, and that nothing cheaper was missed."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.dummy import Foot, SetLine
from newsletter.lines import Line, Piece
from newsletter.makeup.feet import PRICES, heading_feet, paragraph_feet
from newsletter.makeup.legs import LOW_LEG, LOW_LEG_INSIDE, SCRAP, Take, cut_legs, divide

LEAST = 3
MEASURE = 12.0


def _line(width=MEASURE):
    return SetLine(Line((Piece("字", "song"),), 0.0, width, width == MEASURE), "body")


def _takes(count, heading, after_heading, changes):
    takes = []
    for more in (0, *changes):
        lines = (*[_line()] * (count + more - 1), _line(4.0)) if count + more > 0 else ()
        feet = heading_feet(lines) if heading else paragraph_feet(lines, MEASURE, after_heading)
        takes.append(Take(lines, feet, 2.0 * abs(more)))
    return tuple(takes)


@st.composite
def stories(draw):
    passages, heading = [], False
    for _ in range(draw(st.integers(1, 5))):
        before, heading = heading, draw(st.booleans()) and not heading
        count = 1 if heading else draw(st.integers(1, 6))
        changes = () if heading or count < 3 else draw(st.sampled_from(((), (1,), (-1,), (-1, 1))))
        passages.append(_takes(count, heading, before, changes))
    return tuple(passages)


rooms = st.lists(st.integers(0, 9), min_size=1, max_size=4)


def _brute(passages, rooms):
    """Return the least badness by trying all takes and all heights."""
    best = None
    for takes in itertools.product(*passages):
        feet = [foot for take in takes for foot in take.feet]
        for low in itertools.product(*[(0, 1) if room > 1 else (0,) for room in rooms]):
            heights = [room - less for room, less in zip(rooms, low, strict=True)]
            standing = [at for at, room in enumerate(rooms) if room > 0]
            if sum(heights) != len(feet) or not standing or sum(low) == len(standing):
                continue
            cost = sum(take.cost for take in takes)
            for at, end in enumerate(itertools.accumulate(heights[i] for i in standing)):
                after = len(standing) - 1 - at
                cost += PRICES[feet[end - 1]] if after else 0.0
                if low[standing[at]]:
                    cost += LOW_LEG + LOW_LEG_INSIDE * after + SCRAP * (rooms[standing[at]] == LEAST)
            best = cost if best is None or cost < best else best
    return best


@settings(max_examples=400, deadline=None)
@given(stories(), rooms)
def test_the_cut_is_the_cheapest_there_is(passages, rooms):
    cut = cut_legs(passages, rooms, LEAST)
    expected = _brute(passages, rooms)
    assert (cut is None) == (expected is None)
    if cut is not None:
        assert abs(cut.cost - expected) < 1e-9


@given(stories(), st.integers(1, 5))
def test_a_cut_sets_every_line_in_level_legs(passages, count):
    lines = sum(len(takes[0].lines) for takes in passages)
    height = -(-lines // count)
    cut = cut_legs(passages, [height] * count, 1)
    assert cut == cut_legs(passages, [height] * count, 1)
    if height > 1 or lines == count:
        assert cut is not None
        chosen = [takes[number] for takes, number in zip(passages, cut.takes, strict=True)]
        whole = [line for take in chosen for line in take.lines]
        assert [line for leg in divide(whole, cut.heights) for line in leg] == whole
        assert max(cut.heights) == height
        assert min(cut.heights) >= height - 1


@settings(max_examples=400)
@given(stories(), rooms)
def test_no_crosshead_ends_a_leg_where_a_clean_cut_exists(passages, rooms):
    cut = cut_legs(passages, rooms, LEAST)
    expected = _brute(passages, rooms)
    if cut is not None and expected is not None and expected < PRICES[Foot.HEADING]:
        feet = [foot for takes, at in zip(passages, cut.takes, strict=True) for foot in takes[at].feet]
        ends = [end for end in itertools.accumulate(cut.heights) if 0 < end < len(feet)]
        assert Foot.HEADING not in {feet[end - 1] for end in ends}


def test_a_legs_foot_is_told_from_the_lines_around_it():
    lines = [_line(), _line(), _line(), _line(4.0)]
    assert paragraph_feet(lines, MEASURE, False) == (Foot.ORPHAN, Foot.CLEAN, Foot.WIDOW, Foot.CLEAN)
    assert paragraph_feet(lines, MEASURE, True)[0] is Foot.HEADING_LINE
    assert paragraph_feet([_line(), _line(11.5)], MEASURE, False) == (Foot.ORPHAN, Foot.CLEAN)
    assert paragraph_feet([_line(), _line(4.0)], MEASURE, False) == (Foot.WIDOW, Foot.CLEAN)
    assert paragraph_feet([_line(4.0)], MEASURE, False) == (Foot.CLEAN,)
    assert heading_feet([_line(4.0)] * 2) == (Foot.HEADING, Foot.HEADING)
