"""The specimen: its copy is sound, its pages hold, each of its rules is there at every measure."""

from itertools import pairwise
from pathlib import Path

import pytest

from newsletter.copy_source import read_copy
from newsletter.dummy import Role, TextFrame
from newsletter.fonts import FontBook
from newsletter.layout import open_layout
from newsletter.measure import measure
from newsletter.specimen import specimen
from newsletter.specimen.pages import made_up, shared
from newsletter.specimen.samples import copy_of_specimen
from newsletter.specimen.setting import with_styles

ROOT = Path(__file__).resolve().parents[2]
FONTS = (ROOT / "fonts",)
LAYOUT = open_layout(ROOT / "layouts" / "tabloid").value


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open(FONTS)


@pytest.fixture(scope="module")
def dummy(book):
    return made_up(copy_of_specimen(), with_styles(LAYOUT), book)


def test_the_copy_is_faultless(book):
    copy = copy_of_specimen()
    texts = [*copy.texts, *(text for band in copy.bands for text in band.texts)]
    for sample in texts:
        read = read_copy(sample.text, "specimen.yaml")
        assert read.reports == (), sample.rule
        assert book.missing("".join(each.text for each in read.manuscript.paragraphs), "song") == ()


def test_every_rule_stands_at_every_measure(dummy):
    copy = copy_of_specimen()
    labels = [
        frame.lines[0].line.text
        for page in dummy.pages
        for frame in page.frames
        if isinstance(frame, TextFrame) and frame.lines[0].style == "label"
    ]
    bands = sum(not band.texts and not band.headlines for band in copy.bands)
    for sample in copy.texts:
        assert labels.count(sample.rule) == bands


def test_pages_hold_what_is_on_them(dummy):
    assert len(dummy.pages) == 2
    foot = LAYOUT.line_y(LAYOUT.grid.lines)
    for page in dummy.pages:
        frames = [frame for frame in page.frames if isinstance(frame, TextFrame)]
        assert max(frame.box.bottom for frame in frames) <= foot + 0.01
        legs = [frame.box for frame in frames if frame.role in (Role.LEG, Role.HEADLINE)]
        assert not any(one.meets(other) for at, one in enumerate(legs) for other in legs[at + 1 :])


@pytest.mark.parametrize("columns", [1, 2, 3, 6])
def test_columns_are_as_level_as_can_be(columns):
    heights = [9, 8, 7, 9, 8, 12, 7, 6, 10]
    shares = shared(heights, columns)
    assert len(shares) <= columns
    assert shares[0][0] == 0 and shares[-1][1] == len(heights)
    assert all(one[1] == other[0] for one, other in pairwise(shares))


def test_a_narrow_layout_has_its_specimen_too(book):
    narrow = LAYOUT.model_copy(update={"grid": LAYOUT.grid.model_copy(update={"columns": 2})})
    pages = made_up(copy_of_specimen(), with_styles(narrow), book).pages
    assert len(pages) > 2
    foot = narrow.line_y(narrow.grid.lines)
    for page in pages:
        assert max(frame.box.bottom for frame in page.frames) <= foot + 0.01


def test_the_same_specimen_has_the_same_bytes_and_figures(tmp_path):
    one = specimen(LAYOUT, FONTS, tmp_path / "one")
    assert specimen(LAYOUT, FONTS, tmp_path / "other") == one
    figures = measure(one)
    assert figures.flush >= 0.995
    assert figures.error <= 0.01
    assert figures.grid == 1
    assert (figures.starts, figures.ends, figures.wide, figures.lone, figures.cut) == ((),) * 5
    assert figures.stretch <= 0.13
