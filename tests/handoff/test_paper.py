"""Printed sheets and reams as the trade counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.handoff.paper import FULL_SHEET, pages_of_sheet, printed_sheets, reams
from newsletter.layout import Trim
from newsletter.lengths import Mm


def _trim(width: float, height: float) -> Trim:
    return Trim(width=Mm(width), height=Mm(height))


@pytest.mark.parametrize(
    ("width", "height", "to_a_sheet"),
    [
        (285, 420, 8),
        (273, 390, 8),
        (265, 380, 8),
        (297, 420, 8),
        (390, 540, 4),
        (210, 285, 16),
        (210, 297, 16),
        (185, 260, 16),
        (148, 210, 32),
    ],
)
def test_formats_in_use(width: float, height: float, to_a_sheet: int) -> None:
    assert pages_of_sheet(_trim(width, height)) == to_a_sheet


def test_a_folded_sheet_of_four_pages_is_half_a_printed_sheet() -> None:
    assert printed_sheets(4, _trim(285, 420)) == 0.5
    assert reams(4, _trim(285, 420), 3000) == 1.5
    assert printed_sheets(16, _trim(210, 285)) == 1.0


@given(st.floats(20, 889), st.floats(20, 1194))
def test_so_many_pages_are_on_a_full_sheet(width: float, height: float) -> None:
    pages = pages_of_sheet(_trim(width, height))
    assert pages & (pages - 1) == 0
    assert pages == 1 or pages * width * height <= FULL_SHEET[0] * FULL_SHEET[1]
