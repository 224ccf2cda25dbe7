"""Heads over photos: inside the photo, off its focus, in the colour that stands out."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import page
from PIL import Image

from newsletter.checks import open_desks
from newsletter.dummy import Box, Crop, Dummy, DummyPage, MadeUp, PhotoFrame, Role, TextFrame
from newsletter.issue import Issue, Photo, Pixels
from newsletter.lengths import Mm
from newsletter.makeup import make_up
from newsletter.photos import lettered
from newsletter.photos.lettering import contrast, lettering, luminance, part_under
from newsletter.rulebook import Context, examine
from tests.shipped import shipped_faces, shipped_layout

SHADES = st.lists(st.floats(0, 1), min_size=1, max_size=60)


def _issue(focus: tuple[float, float], folder: Path = Path()) -> Issue:
    issue = page(18, shipped_layout("tabloid"))
    lead, *others = issue.articles[:2]
    photo = Photo(
        id="scene", file="scene.png", caption="会场", focus=focus, pixels=Pixels(width=3000, height=2000)
    )
    lead = lead.model_copy(update={"photos": ("scene",), "headline_over": "photo"})
    stripped = [each.model_copy(update={"photos": ()}) for each in others]
    return issue.model_copy(update={"articles": (lead, *stripped), "photos": (photo,), "folder": folder})


def _made(issue: Issue) -> DummyPage:
    return make_up(issue, shipped_layout("tabloid"), shipped_faces()).value.pages[0]


def _head(made: DummyPage) -> list[TextFrame]:
    return [each for each in made.frames if isinstance(each, TextFrame) and each.over]


@pytest.mark.parametrize("down", [0.2, 0.5, 0.8])
def test_the_head_lies_in_the_photo_and_not_over_its_focus(down: float) -> None:
    made = _made(_issue((0.5, down)))
    picture = next(each for each in made.frames if isinstance(each, PhotoFrame))
    head = _head(made)
    assert {each.role for each in head} >= {Role.HEADLINE}
    share = (down - picture.crop.top) / (picture.crop.bottom - picture.crop.top)
    focus = picture.box.y + share * picture.box.height
    assert all(each.box.within(picture.box) for each in head)
    assert not any(each.box.y < focus < each.box.bottom for each in head)
    caption = next(each for each in made.frames if isinstance(each, TextFrame) and each.role is Role.CAPTION)
    assert 0 < caption.box.y - picture.box.bottom < 2 * shipped_layout("tabloid").line


def test_a_story_without_a_photo_has_its_head_over_its_legs():
    issue = _issue((0.5, 0.5))
    bare = tuple(each.model_copy(update={"photos": ()}) for each in issue.articles)
    assert not _head(_made(issue.model_copy(update={"articles": bare})))


@pytest.mark.parametrize(("grey", "white"), [(30, True), (230, False)])
def test_type_is_white_over_dark_pixels_and_black_over_light_ones(grey, white, tmp_path) -> None:
    Image.new("L", (3000, 2000), grey).save(tmp_path / "scene.png")
    issue = _issue((0.5, 0.3), tmp_path)
    dummy = lettered(Dummy("tabloid", (_made(issue),)), issue)
    head = _head(dummy.pages[0])
    assert head
    assert {each.over.white for each in head} == {white}
    assert all(each.over.contrast > 10 for each in head)


def test_a_photo_that_cannot_be_read_leaves_the_contrast_open(tmp_path) -> None:
    (tmp_path / "scene.png").write_bytes(b"nothing")
    issue = _issue((0.5, 0.3), tmp_path)
    dummy = lettered(Dummy("tabloid", (_made(issue),)), issue)
    assert all(each.over.contrast is None for each in _head(dummy.pages[0]))


@given(SHADES)
def test_one_of_white_and_black_stands_out_from_an_even_ground(shades):
    even = [shades[0]] * 20
    (letters,) = lettering("a", [even])
    assert letters.contrast == round(max(contrast(1, shades[0]), contrast(shades[0], 0)), 2) >= 4.5


@given(st.lists(SHADES, min_size=1, max_size=4))
def test_all_parts_of_a_head_are_of_one_colour_and_none_is_under_the_least(parts):
    found = lettering("a", parts)
    assert len({each.white for each in found}) == 1
    other = [lettering("a", [each])[0].contrast for each in parts]
    assert all(one.contrast <= best for one, best in zip(found, other, strict=True))


@given(st.integers(0, 254))
def test_luminance_rises(value: int) -> None:
    assert 0 <= luminance(value) < luminance(value + 1) <= 1


def test_the_part_under_a_box_is_of_the_shown_part():
    frame = PhotoFrame("a", "s", Box(Mm(10), Mm(20), Mm(100), Mm(50)), Crop(0.1, 0.0, 0.9, 0.5))
    whole = part_under(frame, frame.box)
    assert (whole.left, whole.top, whole.right, whole.bottom) == pytest.approx((0.1, 0.0, 0.9, 0.5))
    foot = part_under(frame, replace(frame.box, y=Mm(45), height=Mm(25)))
    assert (foot.top, foot.bottom) == pytest.approx((0.25, 0.5))


def _overlaps(issue: Issue, made: DummyPage) -> int:
    open_desks("makeup")
    value = MadeUp(issue, shipped_layout("tabloid"), Dummy("tabloid", (made,)))
    return sum(each.rule.code == "Y004" for each in examine(value, Context()))


def _moved(made: DummyPage, **change: object) -> DummyPage:
    frames = tuple(
        replace(each, **change) if each in _head(made) and each.role is Role.HEADLINE else each
        for each in made.frames
    )
    return replace(made, frames=frames)


def test_only_a_head_inside_its_own_photo_may_lie_over_it():
    issue = _issue((0.5, 0.5))
    made = _made(issue)
    head = next(each for each in _head(made) if each.role is Role.HEADLINE)
    assert _overlaps(issue, made) == 0
    assert _overlaps(issue, _moved(made, over=None)) > 0
    assert _overlaps(issue, _moved(made, over=replace(head.over, photo="other"))) > 0
    assert _overlaps(issue, _moved(made, box=replace(head.box, x=Mm(head.box.x - 12)))) > 0
