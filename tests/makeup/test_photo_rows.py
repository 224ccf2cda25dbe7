"""Rows of photos: filled exactly, on whole lines, every focus kept, crops inside the limits."""

import math
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.dummy import Box
from newsletter.fonts import FontBook
from newsletter.issue import Photo, PhotoStyle, Pixels
from newsletter.layout import Layout, open_layout
from newsletter.lengths import Mm
from newsletter.makeup.captions import Under
from newsletter.makeup.crop import crop_with_eyes, is_whole, whole_box
from newsletter.makeup.frames import photo_frame
from newsletter.makeup.gallery import heights, natural_height, partitions
from newsletter.makeup.photoblock import PhotoDesk, together
from newsletter.makeup.photorow import PhotoBlock, Row

ROOT = Path(__file__).resolve().parents[2]
PAGE = 73
SHAPES = st.sampled_from([(4000, 3000), (3000, 4000), (4500, 3000), (3000, 3000), (6000, 2000), (9000, 900)])
SHARE = st.floats(0, 1)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open([ROOT / "fonts"])


@pytest.fixture(scope="module")
def layout() -> Layout:
    opened = open_layout(ROOT / "layouts" / "tabloid").value
    assert opened is not None
    return opened


@st.composite
def photos(draw, style=PhotoStyle.ROWS, keeps=("", "", "3:2", "whole")):
    """Return two to twelve photos of one group."""
    shared = draw(st.booleans())
    return tuple(
        Photo(
            id=f"p{at}",
            caption="" if shared and at else "图片的说明文字",
            credit="周岚",
            focus=(draw(SHARE), draw(SHARE)),
            keep=draw(st.sampled_from(keeps)),
            group="g",
            style=style,
            pixels=Pixels(width=size[0], height=size[1]),
        )
        for at, size in enumerate(draw(st.lists(SHAPES, min_size=2, max_size=12)))
    )


def _blocks(group, columns, layout, book, forced=False) -> list[PhotoBlock]:
    return list(PhotoDesk(layout, book, PAGE, forced).blocks(group, columns, 3.6).values())


def _frames(row: Row, desk: PhotoDesk):
    left = Mm(row.start)
    for photo, width in zip(row.photos, row.widths, strict=True):
        box = Box(left, Mm(0.0), Mm(width), Mm(desk.image_height(row.image)))
        yield photo, box, photo_frame(photo, "story", box, row)
        left = Mm(left + width + row.gutter)


@SLOW
@given(group=photos(), columns=st.integers(2, 6))
def test_rows_fill_the_width_on_whole_lines_and_keep_the_limits(group, columns, layout, book):
    desk, width = PhotoDesk(layout, book, PAGE), layout.span(columns) * layout.em
    for block in _blocks(group, columns, layout, book):
        assert [photo.id for row in block.rows for photo in row.photos] == [photo.id for photo in group]
        white = sum(row.white for row in block.rows[:-1])
        assert block.height == white + sum(row.height for row in block.rows) <= PAGE
        for row in block.rows:
            taken = sum(row.widths) + row.gutter * (len(row.widths) - 1)
            assert math.isclose(taken, width, abs_tol=1e-6)
            for photo, box, frame in _frames(row, desk):
                crop = frame.crop
                assert crop.left - 1e-6 <= photo.focus[0] <= crop.right + 1e-6
                assert crop.top - 1e-6 <= photo.focus[1] <= crop.bottom + 1e-6
                lost = 1 - min(crop.right - crop.left, crop.bottom - crop.top)
                assert photo.keep or lost <= layout.limits.crop + 1e-6
                assert not is_whole(photo) or (lost == 0 and frame.box.width <= box.width + 1e-6)


@SLOW
@given(group=photos(PhotoStyle.PORTRAITS, keeps=("",)), columns=st.integers(1, 6))
def test_heads_are_of_one_size_and_keep_their_focus(group, columns, layout, book):
    desk = PhotoDesk(layout, book, PAGE)
    for block in _blocks(group, columns, layout, book):
        assert len({round(width, 6) for row in block.rows for width in row.widths}) == 1
        assert len({row.image for row in block.rows}) == 1
        for row in block.rows:
            for photo, _box, frame in _frames(row, desk):
                assert frame.crop.left - 1e-6 <= photo.focus[0] <= frame.crop.right + 1e-6
                assert frame.crop.top - 1e-6 <= photo.focus[1] <= frame.crop.bottom + 1e-6


def test_eyes_stand_on_one_line(layout, book):
    sizes = [(3000, 4000), (4000, 3000), (3000, 3000)]
    group = tuple(
        Photo(
            id=f"p{at}",
            focus=(0.5, focus),
            style=PhotoStyle.PORTRAITS,
            pixels=Pixels(width=size[0], height=size[1]),
        )
        for at, (size, focus) in enumerate(zip(sizes, (0.3, 0.45, 0.35), strict=True))
    )
    for row in (row for block in _blocks(group, 4, layout, book) for row in block.rows):
        for photo, box, _frame in _frames(row, PhotoDesk(layout, book, PAGE)):
            crop = crop_with_eyes(photo, box.width, box.height, row.eyes)
            eyes = (photo.focus[1] - crop.top) / (crop.bottom - crop.top)
            assert math.isclose(eyes, row.eyes, abs_tol=0.01)


def test_one_caption_stands_under_the_whole_group(layout, book):
    group = tuple(
        Photo(id=f"p{at}", caption="校园一日" * (at == 0), group="g", pixels=Pixels(width=3000, height=2000))
        for at in range(5)
    )
    for block in _blocks(group, 6, layout, book):
        assert [row.under for row in block.rows[:-1]] == [Under.NOTHING] * (len(block.rows) - 1)
        assert block.rows[-1].under is Under.GROUP
        assert all(row.white == 0 for row in block.rows[:-1])


def test_a_group_of_a_lead_has_one_dominant_photo(layout, book):
    group = tuple(
        Photo(id=f"p{at}", caption="校园一日" * (at == 0), group="g", pixels=Pixels(width=4500, height=3000))
        for at in range(7)
    )
    best = min(_blocks(group, 6, layout, book), key=lambda block: block.cost)
    first, *others = (width * row.image for row in best.rows for width in row.widths)
    assert first >= 2 * max(others)


@given(st.lists(st.floats(0.5, 2.5), min_size=1, max_size=12))
def test_partitions_hold_every_photo_in_rows_of_six_at_most(shapes):
    for counts in partitions(shapes, 200.0, 2.0):
        assert sum(counts) == len(shapes)
        assert max(counts) <= 6


def test_rows_are_as_even_as_breaks_allow():
    found = {len(counts): counts for counts in partitions([1.5] * 8, 200.0, 2.0) if 1 not in counts}
    assert found[2] == (4, 4)
    assert found[4] == (2, 2, 2, 2)


def test_heights_grow_line_by_line():
    totals = [sum(each) for each in heights([20.0, 12.0], 4, 0.4)]
    assert totals == list(range(totals[0], totals[-1] + 1))
    assert natural_height([1.0, 1.0], 102.0, 2.0) == 50.0


def test_groups_stand_at_their_first_photo():
    names = [Photo(id=name, group=group) for name, group in [("a", ""), ("b", "g"), ("c", ""), ("d", "g")]]
    assert [[photo.id for photo in run] for run in together(names)] == [["a"], ["b", "d"], ["c"]]


def test_forty_photos_are_all_placed(layout, book):
    many = tuple(Photo(id=f"p{at}", pixels=Pixels(width=4500, height=3000)) for at in range(40))
    blocks = _blocks(many, 6, layout, book)
    assert blocks
    assert all(sum(len(row.photos) for row in block.rows) == 40 for block in blocks)


def test_a_cut_out_is_whole():
    photo = Photo(id="a", pixels=Pixels(width=300, height=200, cut_out=True))
    assert is_whole(photo)
    box = whole_box(photo, Box(Mm(0.0), Mm(0.0), Mm(30.0), Mm(30.0)))
    assert (box.width, box.height, box.y) == (30.0, 20.0, 10.0)
