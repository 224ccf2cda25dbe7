"""Small pages on a sheet: all of them, in order, none over another, as large as they can be."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from newsletter.imposition.placement import Job
from newsletter.imposition.proofs import proof_sheets
from newsletter.imposition.sheets import PressSheet
from newsletter.lengths import Mm

A3 = PressSheet("A3", Mm(420.0), Mm(297.0), Mm(0.0))


@given(st.integers(1, 40), st.integers(1, 16), st.floats(100, 600), st.floats(100, 600))
def test_pages_stand_in_order_on_the_sheet(pages: int, per_sheet: int, width: float, height: float) -> None:
    flat = proof_sheets(Job(pages, Mm(width), Mm(height), Mm(3.0)), A3, per_sheet)
    placed = [each for side in flat.sides for each in side.placements]
    assert [each.page for each in placed] == list(range(1, pages + 1))
    assert len(flat.sides) == -(-pages // per_sheet)
    for side in flat.sides:
        for each in side.placements:
            trim = each.trim
            assert abs(trim.width - width * each.scale) < 1e-6
            assert trim.left >= 9.99 and trim.right <= flat.width - 9.99
            assert trim.bottom >= 9.99 and trim.top <= flat.height - 9.99
        for one, other in itertools.pairwise(side.placements):
            assert other.trim.left > one.trim.right or other.trim.top < one.trim.bottom


def test_four_pages_of_a_tabloid_stand_two_by_two_upright() -> None:
    flat = proof_sheets(Job(4, Mm(285.0), Mm(420.0), Mm(3.0)), A3, 4)
    assert (flat.width, flat.height) == (297.0, 420.0)
    assert len({round(each.trim.left, 3) for each in flat.sides[0].placements}) == 2
