"""Which sets of stories are searched, and which of their sizes leave the others their room."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsletter.makeup.bounds import Bounds
from newsletter.makeup.lattice import EXACT, lattice

weights = st.lists(st.tuples(st.sampled_from((0.5, 1.0, 2.0, 4.0))), min_size=1, max_size=30)


@given(weights)
def test_every_set_is_searched_after_its_parts_and_the_page_is_among_them(stories):
    known = set()
    found = lattice(stories)
    for members, parts in found.items():
        assert all(part in known and members ^ part in known and part & members == part for part in parts)
        assert bool(parts) == (members & (members - 1) > 0)
        known.add(members)
    assert (1 << len(stories)) - 1 in known


@given(st.integers(1, 7))
def test_a_few_stories_are_parted_in_all_ways(count):
    found = lattice([(1.0,)] * count)
    assert len(found) == 2**count - 1
    assert sum(len(parts) for parts in found.values()) == 3**count - 2 ** (count + 1) + 1


def test_the_lightest_stand_together_where_there_are_too_many():
    found = lattice([(float(at),) for at in range(EXACT + 2)])
    assert 0b111 in found and 0b1001 not in found
    assert all(members & 0b111 in (0, 0b111) for members in found if members >> 3)


curves = st.lists(st.lists(st.booleans(), min_size=12, max_size=12), min_size=1, max_size=4)


@given(curves)
def test_bounds_leave_out_only_what_no_full_page_has(stories):
    columns, height, gap = 2, 5, 1
    drawn = [np.where(np.reshape(each, (columns, height + 1)), 1.0, np.inf) for each in stories]
    kept = Bounds(drawn, gap, page=True).curves
    widths = np.arange(1, columns + 1)[:, None] * (np.arange(height + 1) + gap)[None, :]
    whole = columns * (height + gap)
    for at, curve in enumerate(drawn):
        rest = [0]
        for other, sizes in enumerate(drawn):
            if other != at:
                areas = widths[np.isfinite(sizes)].tolist()
                rest = [one + area for one in rest for area in areas]
        lost = np.isfinite(curve) & ~np.isfinite(kept[at])
        assert not any(whole - area in rest for area in widths[lost].tolist())
