import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from newsletter.press import UnreadablePdf
from newsletter.press.contrasting import changed_areas, contrast


def _page(*spots, size=(120, 160)):
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    for x, y in spots:
        draw.rectangle((x, y, x + 8, y + 8), fill="black")
    return picture


def _pdf(folder, name, *pages):
    target = io.BytesIO()
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=72)
    (folder / name).write_bytes(target.getvalue())
    return folder / name


SPOTS = st.lists(st.tuples(st.integers(0, 110), st.integers(0, 150)), max_size=4)


@given(SPOTS)
def test_equals_have_no_changed_area(spots):
    assert changed_areas(_page(*spots), _page(*spots)) == ()


@settings(deadline=None)
@given(SPOTS, SPOTS)
def test_every_pixel_that_differs_lies_in_an_area(old, new):
    one, other = _page(*old), _page(*new)
    areas = changed_areas(one, other)
    for x in range(0, 120, 3):
        for y in range(0, 160, 3):
            if one.getpixel((x, y)) != other.getpixel((x, y)):
                assert any(
                    a.left * 120 <= x < a.right * 120 and a.top * 160 <= y < a.bottom * 160 for a in areas
                )
    assert all(0 <= a.left < a.right <= 1 and 0 <= a.top < a.bottom <= 1 for a in areas)


def test_changes_far_apart_are_areas_of_their_own():
    assert len(changed_areas(_page(), _page((0, 0), (100, 140)))) == 2


def test_a_page_of_other_size_or_none_changed_whole():
    assert [a.right for a in changed_areas(_page(), _page(size=(100, 100)))] == [1.0]
    assert [a.bottom for a in changed_areas(_page(), None)] == [1.0]


def test_pages_that_look_alike_are_left_out(tmp_path):
    old = _pdf(tmp_path, "a.pdf", _page((3, 3)), _page((9, 9)))
    new = _pdf(tmp_path, "b.pdf", _page((3, 3)), _page((60, 90)), _page())
    pairs = list(contrast(old, new))
    assert [each.page for each in pairs] == [2, 3]
    assert pairs[1].old is None and pairs[1].new is not None


def test_what_is_no_pdf_is_said(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"x")
    with pytest.raises(UnreadablePdf):
        list(contrast(tmp_path / "a.pdf", tmp_path / "a.pdf"))
