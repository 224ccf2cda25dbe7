"""The press file's pages: pictures apart and fine enough, nothing but marks outside the bleed."""

import io
from itertools import combinations, pairwise

import numpy as np
import pytest
from PIL import Image

from newsletter.dummy import Box
from newsletter.lengths import to_mm
from newsletter.press import Picture, Sheet, characters, render
from tests.whole.conftest import Built

DPI = 50
BLEED = 3.0


def _box(picture: Picture) -> Box:
    return Box(picture.at.x, picture.at.y, picture.at.width, picture.at.height)


def test_every_photo_is_printed_once(press: Built) -> None:
    photos = {each for article in press.workshop.issue().articles for each in article.photos}
    assert sum(len(sheet.pictures) for sheet in press.facts.pages) == len(photos)


def test_no_two_photos_overlap(press: Built) -> None:
    for sheet in press.facts.pages:
        boxes = [_box(picture) for picture in sheet.pictures]
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_no_type_stands_on_a_photo(press: Built) -> None:
    for sheet in press.facts.pages:
        glyphs = characters(press.workshop.pdf, sheet.number, ink=True)
        for box in map(_box, sheet.pictures):
            on = [g.char for g in glyphs if box.meets(Box(g.x0, g.y0, g.x1 - g.x0, g.y1 - g.y0), 0.1)]
            assert on == []


def test_photos_are_fine_enough(press: Built) -> None:
    coarse = [
        (sheet.number, picture.at, picture.ppi_x, picture.ppi_y)
        for sheet in press.facts.pages
        for picture in sheet.pictures
        if min(picture.ppi_x, picture.ppi_y) < 200
    ]
    assert coarse == []


def test_photos_stay_inside_the_trim(press: Built) -> None:
    for sheet in press.facts.pages:
        assert sheet.trim is not None
        for box in map(_box, sheet.pictures):
            assert box.x >= 0 and box.right <= sheet.trim.width
            assert box.y >= 0 and box.bottom <= sheet.trim.height


def test_type_keeps_clear_of_the_trim_or_is_the_slug_line(press: Built) -> None:
    for sheet in press.facts.pages:
        assert sheet.trim is not None
        for glyph in characters(press.workshop.pdf, sheet.number):
            inside = glyph.x0 >= 3 and glyph.x1 <= sheet.trim.width - 3 and glyph.y0 >= 3
            slug = glyph.y0 >= sheet.trim.height + BLEED
            assert glyph.char.isspace() or slug or (inside and glyph.y1 <= sheet.trim.height - 3)


def _border(press: Built, sheet: Sheet) -> np.ndarray:
    """Return the page in grey with the bleed and the slug line's place blanked out."""
    assert sheet.media is not None and sheet.trim is not None and sheet.bleed is not None
    picture = Image.open(io.BytesIO(render(press.workshop.pdf, sheet.number, DPI, grey=True))).convert("L")
    per = DPI / 25.4
    left, top = to_mm(sheet.bleed.x0), to_mm(sheet.media.y1 - sheet.bleed.y1)
    right, bottom = left + sheet.bleed.width, top + sheet.bleed.height
    slug = (left + 6, bottom + 1, left + sheet.bleed.width / 2, to_mm(sheet.media.y1))
    for box in ((left, top, right, bottom), slug):
        picture.paste(255, tuple(round(edge * per) for edge in box))
    return np.asarray(picture)


def test_outside_the_bleed_all_pages_bear_the_same_marks_and_little_ink(press: Built) -> None:
    borders = [_border(press, sheet) for sheet in press.facts.pages]
    assert all(np.array_equal(one, other) for one, other in pairwise(borders))
    assert 0 < np.mean(borders[0] < 128) < 0.02


@pytest.mark.parametrize("word", ["送审稿"])
def test_a_press_file_bears_no_draft_mark(press: Built, word: str) -> None:
    for sheet in press.facts.pages:
        text = "".join(glyph.char for glyph in characters(press.workshop.pdf, sheet.number))
        assert word not in text
