"""Which pages one sheet carries: partners, blanks, how deep each lies in the fold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.imposition.collating import gathered, nested

PAGES = st.integers(min_value=1, max_value=200)
SIZES = st.sampled_from((4, 8, 16, 32))


@pytest.mark.parametrize("pages", (4, 8, 12, 16, 24, 64))
def test_partners_add_to_one_more_than_the_pages(pages: int) -> None:
    for sheet, section in enumerate(nested(pages, 4)):
        first, second, third, fourth = section.pages
        assert first is not None and fourth is not None and second is not None and third is not None
        assert first + fourth == second + third == pages + 1
        assert first == 2 * sheet + 1
        assert section.depth == (sheet,) * 4


@given(PAGES, SIZES)
def test_every_page_is_on_one_sheet_and_blanks_follow(pages: int, per_sheet: int) -> None:
    for collated in (nested(pages, per_sheet), gathered(pages, per_sheet)):
        all_pages = [page for section in collated for page in section.pages]
        assert sorted(page for page in all_pages if page) == list(range(1, pages + 1))
        assert all_pages.count(None) == -pages % 4
        assert all(len(section.pages) in (4, 8, 16, 32) for section in collated)
        assert all(len(section.pages) <= per_sheet for section in collated)


@given(PAGES, SIZES)
def test_sheets_laid_into_each_other_read_in_order(pages: int, per_sheet: int) -> None:
    sections = [section.pages for section in nested(pages, per_sheet)]
    outward = [page for section in sections for page in section[: len(section) // 2]]
    inward = [page for section in reversed(sections) for page in section[len(section) // 2 :]]
    whole = [page for page in outward + inward if page]
    assert whole == list(range(1, pages + 1))


@given(PAGES, SIZES)
def test_gathered_signatures_read_in_order(pages: int, per_sheet: int) -> None:
    whole = [page for section in gathered(pages, per_sheet) for page in section.pages if page]
    assert whole == list(range(1, pages + 1))


def test_depth_counts_the_sheets_outside_a_page() -> None:
    outer, inner = nested(12, 8)
    assert outer.pages == (1, 2, 3, 4, 9, 10, 11, 12)
    assert outer.depth == (0, 0, 1, 1, 1, 1, 0, 0)
    assert inner.pages == (5, 6, 7, 8)
    assert inner.depth == (2, 2, 2, 2)
