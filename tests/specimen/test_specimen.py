"""The specimen: its copy is sound, its pages hold, each of its rules is there at every measure."""

from itertools import pairwise
from pathlib import Path

import pytest

from newsletter.copy_source import read_copy
from newsletter.dummy import Role, TextFrame
from newsletter.fonts import FontBook
from newsletter.layout import open_layout
from newsletter.lengths import to_mm
from newsletter.measure import measure
from newsletter.specimen import specimen
from newsletter.specimen.bands import shared
from newsletter.specimen.pages import made_up
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
        assert page.lines <= LAYOUT.grid.lines
        legs = [frame.box for frame in frames if frame.role is Role.LEG or frame.role is Role.HEADLINE]
        assert not any(one.meets(other) for at, one in enumerate(legs) for other in legs[at + 1 :])


def _lines(dummy, rule):
    """Return the lines of the leg under each label that begins with a rule's name."""
    frames = [frame for page in dummy.pages for frame in page.frames if isinstance(frame, TextFrame)]
    return [
        after.lines
        for frame, after in pairwise(frames)
        if frame.lines[0].style == "label" and frame.lines[0].line.text.startswith(rule)
    ]


def test_blocks_are_there(dummy):
    frames = [frame for page in dummy.pages for frame in page.frames if isinstance(frame, TextFrame)]
    lines = [line for frame in frames for line in frame.lines]
    styles = {line.style for line in lines}
    assert {"crosshead", "quote", "verse", "table", "table-head", "note"} <= styles
    assert any(line.above for line in lines) and any(line.below for line in lines)
    assert any(line.line.readings for line in lines) and any(line.line.dots for line in lines)
    assert any(piece.added for line in lines for piece in line.line.pieces)
    assert any(piece.scale != 1 for line in lines for piece in line.line.pieces)
    assert any(frame.vertical for frame in frames)


def test_headlines_have_the_lines_asked_for(dummy):
    wanted = [headline for band in copy_of_specimen().bands for headline in band.headlines]
    found = [
        frame
        for page in dummy.pages
        for frame in page.frames
        if isinstance(frame, TextFrame) and frame.role is Role.HEADLINE and not frame.vertical
    ][1:]
    assert [len(frame.lines) for frame in found] == [headline.lines for headline in wanted]
    for frame in found:
        widest = max(line.line.width for line in frame.lines) * to_mm(frame.size)
        assert 0.93 * frame.box.width <= widest <= frame.box.width


def test_a_paragraph_is_set_a_line_shorter_and_a_line_longer(dummy):
    best = len(_lines(dummy, "本来")[0])
    assert [len(_lines(dummy, rule)[0]) for rule in ("收紧", "放松")] == [best - 1, best + 1]


def test_edges_differ(dummy):
    widths = [[line.line.width for line in _lines(dummy, rule)[0]] for rule in ("行端半格", "行端全格")]
    pieces = [[line.line.pieces for line in _lines(dummy, rule)[0]] for rule in ("行端半格", "行端全格")]
    assert len(widths[0]) == len(widths[1])
    assert pieces[0] != pieces[1]


def test_legs_of_a_story_are_level(dummy):
    (story,) = [band for band in copy_of_specimen().bands if any(text.legs > 1 for text in band.texts)]
    for text in story.texts:
        tops = _legs_under(dummy, text.rule, text.legs)
        assert len({round(frame.box.y, 3) for frame in tops}) == 1
        assert len({len(frame.lines) for frame in tops}) == 1


def _legs_under(dummy, rule, count):
    frames = [frame for page in dummy.pages for frame in page.frames if isinstance(frame, TextFrame)]
    at = next(at for at, frame in enumerate(frames) if frame.lines[0].line.text == rule)
    return frames[at + 1 : at + 1 + count]


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
    assert (figures.widows, figures.stranded, figures.loose, figures.word_loose) == ((),) * 4
    assert dict(figures.measures).keys() >= {12.0, 24.0, 39.0}
    assert figures.full > 150
