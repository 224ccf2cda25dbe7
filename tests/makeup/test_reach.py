"""The heights of bodies: every arrangement at a time finds what each by itself does."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsletter.makeup.reach import Arrangements, Fitting, Reach, best_heights, body_heights

cuts = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=4)


def _ways(rows: list[list[int]]) -> Arrangements:
    return Arrangements(np.array(rows), np.zeros(len(rows), dtype=np.int64), np.arange(len(rows)) * 1.0)


@given(st.integers(1, 60), cuts)
def test_a_body_is_as_low_as_its_lines_allow(lines, rows):
    for row, height in zip(rows, body_heights(lines, _ways(rows)).tolist(), strict=True):
        assert sum(max(0, height - cut) for cut in row) >= lines
        assert sum(max(0, height - 1 - cut) for cut in row) < lines


@given(st.integers(1, 60), cuts, st.sampled_from(Fitting))
def test_the_best_arrangement_of_every_height_is_found(lines, rows, fitting):
    reach, ways = Reach(lines - 1, lines, lines + 2), _ways(rows)
    found = best_heights(ways, reach, fitting, 40, 3)
    singly = [best_heights(_ways([row]), reach, fitting, 40, 3) for row in rows]
    for height, cost, over, spare in zip(found.height, found.costs, found.over, found.spare, strict=True):
        costs = [
            at + each.costs[each.height == height][0]
            for at, each in enumerate(singly)
            if height in each.height
        ]
        assert cost == min(costs)
        assert not over or not spare
    assert set(found.height.tolist()) == {height for each in singly for height in each.height.tolist()}
