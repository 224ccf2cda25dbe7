"""Where pages come to lie: on the paper, not over each other, cut and folded where they should be."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.imposition.block import Room, block_of, shortfall
from newsletter.imposition.placement import Imposition, Job, Side, Window
from newsletter.imposition.placing import impose
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.sheets import KNOWN, PressSheet, sheet_of
from newsletter.imposition.tail import bar_room, slug_room
from newsletter.lengths import Mm

TABLOID = Job(4, Mm(285.0), Mm(420.0), Mm(3.0))
FOUR_KAI = next(each for each in KNOWN if each.name == "大度四开")
HUGE = PressSheet("", Mm(3000.0), Mm(2500.0))

JOBS = st.builds(
    Job,
    pages=st.integers(1, 70),
    width=st.floats(100, 300).map(Mm),
    height=st.floats(140, 420).map(Mm),
    bleed=st.sampled_from((0.0, 3.0, 5.0)).map(Mm),
    creep=st.floats(0, 0.15).map(Mm),
    milling=st.floats(0, 5).map(Mm),
)
WAYS = st.sampled_from(
    [(Scheme.FLAT, 2), *((scheme, n) for scheme in (Scheme.SADDLE, Scheme.PERFECT) for n in (4, 8, 16, 32))]
)


def _near(one: float, other: float) -> bool:
    return abs(one - other) < 1e-6


def _apart(one: Window, other: Window) -> bool:
    slack = 1e-6
    beside = one.right <= other.left + slack or other.right <= one.left + slack
    return beside or one.top <= other.bottom + slack or other.top <= one.bottom + slack


def _printed(flat: Imposition) -> list[int]:
    return sorted(each.page for side in flat.sides for each in side.placements if each.page)


def test_folded_sheet_is_four_and_one_outside_two_and_three_inside() -> None:
    outside, inside = impose(TABLOID, Scheme.FOLD, FOUR_KAI, 4).sides
    assert [each.page for each in outside.placements] == [4, 1]
    assert [each.page for each in inside.placements] == [2, 3]
    assert outside.folds == ((Mm(298.5),), ())
    assert outside.trim == Window(Mm(13.5), Mm(17.25), Mm(583.5), Mm(437.25))


def test_nothing_bleeds_over_the_fold() -> None:
    for side in impose(TABLOID, Scheme.FOLD, FOUR_KAI, 4).sides:
        left, right = side.placements
        assert left.window.right == right.window.left == side.folds[0][0]
        assert _near(left.window.left, left.trim.left - 3)
        assert _near(right.window.top, right.trim.top + 3)


@given(JOBS, WAYS)
def test_pages_lie_on_the_paper_and_apart(job: Job, way: tuple[Scheme, int]) -> None:
    flat = impose(job, way[0], HUGE, way[1])
    assert _printed(flat) == list(range(1, job.pages + 1))
    for side in flat.sides:
        windows = [each.window for each in side.placements]
        assert all(_apart(one, other) for one, other in itertools.combinations(windows, 2))
        assert all(each.left >= 0 and each.right <= flat.width for each in windows)
        assert all(flat.sheet.gripper <= each.bottom and each.top <= flat.height for each in windows)


@given(JOBS, WAYS)
def test_front_and_back_of_a_leaf_fall_on_each_other(job: Job, way: tuple[Scheme, int]) -> None:
    flat = impose(job, way[0], HUGE, way[1])
    for front, back in zip(flat.sides[::2], flat.sides[1::2], strict=True):
        for one in front.placements:
            behind = next(
                each
                for each in back.placements
                if _near(each.trim.left, flat.width - one.trim.right)
                and _near(each.trim.bottom, one.trim.bottom)
            )
            assert behind.turned == one.turned
            assert one.page is None or behind.page in (None, one.page + 1, one.page - 1)


@given(JOBS, WAYS)
def test_a_sheet_that_is_turned_backs_itself(job: Job, way: tuple[Scheme, int]) -> None:
    flat = impose(job, way[0], HUGE, way[1], turned=True)
    assert _printed(flat) == list(range(1, job.pages + 1))
    for side in flat.sides:
        windows = [each.window for each in side.placements]
        assert all(_apart(one, other) for one, other in itertools.combinations(windows, 2))
        for one in side.placements:
            behind = next(
                each
                for each in side.placements
                if _near(each.trim.left, flat.width - one.trim.right)
                and _near(each.trim.bottom, one.trim.bottom)
            )
            assert behind.turned == one.turned
            assert one.page is None or behind.page in (None, one.page + 1, one.page - 1)


def test_a_tabloid_is_turned_on_half_a_full_sheet() -> None:
    """大度对开 upright: both sides of a 四开 paper one above the other, heads to the middle."""
    sheet = PressSheet("", Mm(889.0), Mm(597.0), Mm(12.0))
    flat = impose(TABLOID, Scheme.FOLD, sheet, 4, turned=True)
    assert (flat.width, flat.height, flat.upright) == (597.0, 889.0, True)
    lower, upper = flat.sides[0].placements[:2], flat.sides[0].placements[2:]
    assert [(each.page, each.turned) for each in lower] == [(4, False), (1, False)]
    assert [(each.page, each.turned) for each in upper] == [(3, True), (2, True)]
    for one in lower:
        behind = next(each for each in upper if _near(each.trim.left, one.trim.left))
        assert _near(behind.trim.bottom, flat.height - one.trim.top)
        assert {one.page, behind.page} in ({1, 2}, {3, 4})
    assert all(each.window.left >= 12.0 for each in flat.sides[0].placements)


def test_an_upright_sheet_is_held_at_its_long_edge() -> None:
    job = Job(8, Mm(210.0), Mm(297.0), Mm(3.0))
    front, back = impose(job, Scheme.SADDLE, PressSheet("", Mm(889.0), Mm(597.0), Mm(12.0)), 8).sides
    for one in front.placements:
        behind = [each for each in back.placements if _near(each.trim.left, 597.0 - one.trim.right)]
        assert any(_near(each.trim.bottom, one.trim.bottom) for each in behind)
    assert all(each.window.left >= 12.0 for each in front.placements)
    assert all(each.window.right <= 597.0 - 12.0 for each in back.placements)


def test_a_turned_sheet_gives_two_copies() -> None:
    job = Job(4, Mm(260.0), Mm(380.0), Mm(3.0))
    sheet = PressSheet("", Mm(1092.0), Mm(787.0))
    flat = impose(job, Scheme.FOLD, sheet, 4, turned=True)
    assert [each.page for each in flat.sides[0].placements] == [4, 1, 2, 3]
    assert (len(flat.sides), flat.sheets_a_copy) == (1, 0.5)


@given(JOBS, WAYS)
def test_pages_show_their_bleed_where_they_are_cut(job: Job, way: tuple[Scheme, int]) -> None:
    flat = impose(job, way[0], HUGE, way[1])
    for side in flat.sides:
        for each in side.placements:
            assert each.window.left >= each.trim.left - job.bleed - 1e-6
            assert each.window.top <= each.trim.top + job.bleed + 1e-6
            spread = min(job.bleed, 3.0) if way[0] is not Scheme.FLAT else job.bleed
            assert each.window.top - each.trim.top >= spread - 1e-6
            assert each.trim.bottom - each.window.bottom >= spread - 1e-6


def test_inner_pages_are_drawn_in_by_the_paper_outside_them() -> None:
    job = Job(16, Mm(210.0), Mm(285.0), Mm(3.0), creep=Mm(0.1))
    flat = impose(job, Scheme.SADDLE, PressSheet("", Mm(546.0), Mm(393.5)), 4)
    fold = flat.sides[0].folds[0][0]
    for sheet, (front, back) in enumerate(zip(flat.sides[::2], flat.sides[1::2], strict=True)):
        for side in (front, back):
            left, right = side.placements
            assert _near(left.trim.right - fold, 0.1 * sheet)
            assert _near(fold - right.trim.left, 0.1 * sheet)
            assert left.window.right == right.window.left == fold
            assert side.cuts[0] == (Mm(fold - 210), Mm(fold + 210))


def test_glued_spines_keep_what_is_milled_off() -> None:
    job = Job(16, Mm(210.0), Mm(285.0), Mm(3.0), milling=Mm(4.0))
    side = impose(job, Scheme.PERFECT, PressSheet("", Mm(889.0), Mm(1194.0)), 16).sides[0]
    lower = [each for each in side.placements if not each.turned]
    four, thirteen, sixteen, one = sorted(lower, key=lambda each: each.trim.left)
    assert _near(thirteen.trim.left - four.trim.right, 8)
    assert _near(one.trim.left - sixteen.trim.right, 8)
    assert _near(sixteen.trim.left - thirteen.trim.right, 6)
    assert _near(four.window.right, four.trim.right + 3)


@pytest.mark.parametrize(
    ("written", "lacking"), [("546x393.5", 45.5), ("597x444.5", 0.0), ("444.5 × 597", 0.0), ("590x440", 0.0)]
)
def test_a_sheet_says_how_much_it_lacks(written: str, lacking: float) -> None:
    sheet = sheet_of(written)
    assert sheet is not None
    room = Room(block_of(TABLOID, Scheme.FOLD, 4), TABLOID.bleed, sheet.gripper)
    assert _near(shortfall(sheet, room), lacking)


@pytest.mark.parametrize("written", ("", "787", "787x", "0x0", "9999x10", "abc", "-5x300"))
def test_what_is_no_sheet_is_none(written: str) -> None:
    assert sheet_of(written) is None


@given(JOBS, WAYS)
def test_slug_and_bar_stand_clear_of_pages_and_of_each_other(job: Job, way: tuple[Scheme, int]) -> None:
    flat = impose(job, way[0], HUGE, way[1])
    for side in flat.sides:
        rooms = [slug_room(flat, side), *filter(None, [bar_room(flat, side)])]
        _clear(side, rooms)
        assert len(rooms) < 2 or _apart(*rooms)


def _clear(side: Side, rooms: list[Window]) -> None:
    for room in rooms:
        assert all(_apart(room, each.window) for each in side.placements)
        assert not any(room.left < mark < room.right for mark in (*side.cuts[0], *side.folds[0]))
