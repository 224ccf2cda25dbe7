"""Signatures folded as paper is: in the end every page lies in its place, right way up."""

import pytest

from newsletter.imposition.folding import SIZES, Face, folded

CLASSICAL = {
    4: ("4 1", "2 3"),
    8: ("5↓ 4↓ / 8 1", "3↓ 6↓ / 2 7"),
    16: ("5↓ 12↓ 9↓ 8↓ / 4 13 16 1", "7↓ 10↓ 11↓ 6↓ / 2 15 14 3"),
}
"""What every handbook of binding shows."""


def _written(face: Face) -> str:
    return " / ".join(" ".join(f"{cell.page}{'↓' * cell.turned}" for cell in row) for row in face)


@pytest.mark.parametrize("pages", CLASSICAL)
def test_it_is_the_arrangement_of_the_handbooks(pages: int) -> None:
    signature = folded(pages)
    assert (_written(signature.front), _written(signature.back)) == CLASSICAL[pages]


@pytest.mark.parametrize("pages", SIZES)
def test_paper_folded_so_reads_in_order(pages: int) -> None:
    signature = folded(pages)
    stacks = [
        [[(front.page, back.page, front.turned)] for front, back in zip(above, reversed(below), strict=True)]
        for above, below in zip(signature.front, signature.back, strict=True)
    ]
    folds = pages.bit_length() - 2
    for fold in range(folds, 0, -1):
        stacks = _left_under(stacks) if fold % 2 else _top_under(stacks)
    leaves = stacks[0][0]
    assert [page for leaf in leaves for page in leaf[:2]] == list(range(1, pages + 1))
    assert not any(turned for *_pages, turned in leaves)


def _left_under(stacks: list) -> list:
    """Fold the left half under the right one."""
    half = len(stacks[0]) // 2
    return [
        [right + _over(left, False) for right, left in zip(row[half:], reversed(row[:half]), strict=True)]
        for row in stacks
    ]


def _top_under(stacks: list) -> list:
    """Fold the upper half under the lower one."""
    half = len(stacks) // 2
    return [
        [low + _over(high, True) for low, high in zip(lower, upper, strict=True)]
        for lower, upper in zip(stacks[half:], reversed(stacks[:half]), strict=True)
    ]


def _over(stack: list, turns: bool) -> list:
    return [(down, up, turned != turns) for up, down, turned in reversed(stack)]


@pytest.mark.parametrize("pages", SIZES)
def test_leaves_have_one_way_up_on_both_sides(pages: int) -> None:
    signature = folded(pages)
    for above, below in zip(signature.front, signature.back, strict=True):
        for front, back in zip(above, reversed(below), strict=True):
            assert front.turned == back.turned
            assert (front.page + 1) // 2 == (back.page + 1) // 2


@pytest.mark.parametrize("pages", (0, 1, 6, 12, 64))
def test_other_numbers_are_refused(pages: int) -> None:
    with pytest.raises(ValueError, match="no sheet folds"):
        folded(pages)
