import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from newsletter.lengths import Mm
from newsletter.press import Area, UnreadablePdf
from newsletter.press.contrasting import MOST_AREAS, PageLook, difference, look
from newsletter.press.sheet_hashes import sheet_hashes

MM = 2
"""Pixels of the test pages to a millimetre."""


def _page(*spots, size=(120, 160)):
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    for x, y in spots:
        draw.rectangle((x, y, x + 8, y + 8), fill="black")
    return PageLook(picture, Mm(size[0] / MM), Mm(size[1] / MM))


def _pdf(path, *pages):
    target = io.BytesIO()
    first, *more = (each.picture for each in pages)
    first.save(target, "PDF", save_all=True, append_images=more, resolution=72)
    path.write_bytes(target.getvalue())
    return path


def _holds(area, x, y):
    return area.x * MM <= x < (area.x + area.width) * MM and area.y * MM <= y < (area.y + area.height) * MM


SPOTS = st.lists(st.tuples(st.integers(0, 110), st.integers(0, 150)), max_size=4)
AREAS = st.builds(Area, *(st.floats(0, 80).map(Mm) for _ in range(4)))


@given(SPOTS)
def test_equals_do_not_differ(spots):
    found = difference(_page(*spots), _page(*spots))
    assert not found and found.areas() == ()


@settings(deadline=None)
@given(SPOTS, SPOTS)
def test_every_pixel_that_differs_lies_in_an_area_inside_the_page(old, new):
    one, other = _page(*old), _page(*new)
    areas = difference(one, other).areas()
    for x in range(0, 120, 3):
        for y in range(0, 160, 3):
            if one.picture.getpixel((x, y)) != other.picture.getpixel((x, y)):
                assert any(_holds(each, x, y) for each in areas)
    assert all(each.x >= 0 and each.y >= 0 and each.width > 0 and each.height > 0 for each in areas)
    assert all(each.x + each.width <= 62 and each.y + each.height <= 82 for each in areas)


@settings(deadline=None)
@given(SPOTS, AREAS)
def test_what_is_taken_out_is_gone_and_the_rest_stays(spots, area):
    found = difference(_page(), _page(*spots))
    rest = found.without([area])
    assert rest.within(area) is None
    inside = found.within(area)
    assert bool(found) == (bool(rest) or inside is not None)
    assert inside is None or found.without([inside]).within(area) is None


def test_changes_far_apart_are_areas_of_their_own_and_lines_below_one_another_are_one():
    assert len(difference(_page(), _page((0, 0), (100, 140))).areas()) == 2
    assert len(difference(_page(), _page(*((10, y) for y in range(0, 150, 12)))).areas()) == 1


def test_many_small_changes_are_few_areas():
    spots = [(x, y) for x in range(0, 1000, 70) for y in range(0, 1000, 70)]
    size = (1000, 1000)
    found = difference(_page(size=size), _page(*spots, size=size)).areas()
    assert 1 <= len(found) <= MOST_AREAS


def test_a_page_of_another_size_differs_everywhere():
    (area,) = difference(_page(size=(100, 100)), _page()).areas()
    assert (area.x, area.y) == (0, 0) and _holds(area, 119, 159)


def test_what_is_hidden_does_not_count(tmp_path):
    old, new = (_pdf(tmp_path / name, _page(*spots)) for name, spots in (("a", []), ("b", [(9, 9)])))
    assert difference(look(old, 1), look(new, 1))
    mark = Area(*map(Mm, (0, 0, 30, 30)))
    assert not difference(look(old, 1, mark), look(new, 1, mark))


def test_a_page_is_measured_and_shown(tmp_path):
    seen = look(_pdf(tmp_path / "a", _page(), _page((3, 3), size=(144, 72))), 2)
    assert (round(seen.width, 1), round(seen.height, 1)) == (50.8, 25.4)
    assert seen.encoded().startswith(b"RIFF")


def test_what_is_no_pdf_is_said(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"x")
    with pytest.raises(UnreadablePdf):
        look(tmp_path / "a.pdf", 1)


def test_a_page_drawn_otherwise_has_another_hash_and_no_other_page_has(tmp_path):
    old = _pdf(tmp_path / "old", _page((3, 3)), _page((9, 9)), _page())
    new = _pdf(tmp_path / "new", _page((3, 3)), _page((9, 60)), _page())
    before, after = sheet_hashes(old), sheet_hashes(new)
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]
    assert len(set(before)) == 3
    assert sheet_hashes(tmp_path / "nothing") == ()


@settings(deadline=None, max_examples=20)
@given(SPOTS, SPOTS)
def test_pages_of_one_hash_look_alike(tmp_path_factory, one, other):
    folder = tmp_path_factory.mktemp("hashes")
    old, new = _pdf(folder / "old", _page(*one)), _pdf(folder / "new", _page(*other))
    if sheet_hashes(old) == sheet_hashes(new):
        assert not difference(look(old, 1), look(new, 1))
    assert sheet_hashes(old) == sheet_hashes(old)
