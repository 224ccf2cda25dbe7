"""Copy cast off: limits of looseness, the sign-off line, passages that say themselves where a leg may end."""

from pathlib import Path

import pytest

from newsletter.diagnostics import Span
from newsletter.dummy import SetLine
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import Layout, open_layout
from newsletter.lines import Line, Piece
from newsletter.makeup.castoff import CastOff
from newsletter.makeup.copyfit import Copy, Passage, setting_of
from newsletter.manuscript import Block, Manuscript, Paragraph, Run

ROOT = Path(__file__).resolve().parents[2]
MEASURE = 12.0
SENTENCE = "光电工程学院的实训室重新向全校师生开放，座位增加到二百一十六个，每座配有可调亮度的台灯。"
PARAGRAPHS = [(SENTENCE * 4)[:size] for size in (93, 101, 110, 117)]


@pytest.fixture(scope="session")
def book() -> FontBook:
    return FontBook.open([ROOT / "fonts"])


@pytest.fixture(scope="session")
def layout() -> Layout:
    layout = open_layout(ROOT / "layouts" / "tabloid").value
    assert layout is not None
    return layout


def _copy(texts, layout, book, source=""):
    paragraphs = tuple(
        Paragraph(Block.TEXT, (Run(text),), Span("a.md", at)) for at, text in enumerate(texts, 1)
    )
    return Copy(Article(id="a", source=source, manuscript=Manuscript(paragraphs)), layout, book)


def _rows(count):
    return tuple(SetLine(Line((Piece(str(at), "song"),), 0.0, MEASURE, True), "body") for at in range(count))


def test_long_lines_are_loosened_less_than_short_ones(layout):
    body = layout.styles["body"]
    assert setting_of(body, 12.0, layout).loosened == layout.limits.loosened == 0.16
    assert setting_of(body, 15.0, layout).loosened == 0.12
    strict = layout.model_copy(update={"limits": layout.limits.model_copy(update={"loosened": 0.05})})
    assert {setting_of(body, measure, strict).loosened for measure in (12.0, 20.0)} == {0.05}


def test_copy_reaches_as_many_lines_as_paragraphs_can_be_asked_for(layout, book):
    cast = CastOff(_copy(PARAGRAPHS, layout, book), 3)
    fewest, most = cast.reach(MEASURE)
    best = cast.copy.count(MEASURE)
    assert fewest <= best < most
    for room in range(fewest, most + 1):
        legs = cast.legs(MEASURE, (room,))
        assert not legs.over
        assert len(legs.legs[0]) == room


def test_copy_too_short_ends_level_and_copy_too_long_is_over_by_the_least(layout, book):
    cast = CastOff(_copy(PARAGRAPHS, layout, book), 3)
    fewest, most = cast.reach(MEASURE)
    short = cast.legs(MEASURE, (most, most))
    assert not short.over
    assert abs(len(short.legs[0]) - len(short.legs[1])) <= 1
    over = cast.legs(MEASURE, (4, 5))
    assert [len(leg) for leg in over.legs] == [4, 5]
    assert len(over.over) == fewest - 9


def test_the_sign_off_line_is_not_left_alone_at_the_head_of_a_leg(layout, book):
    cast = CastOff(_copy([SENTENCE[:20], SENTENCE[:20]], layout, book, "光电工程学院 周岚"), 1)
    lines = cast.copy.count(MEASURE)
    legs = cast.legs(MEASURE, (lines - 1, 2)).legs
    assert legs[1][0].style == "body"
    assert legs[1][-1].line.text.endswith("周岚）")


def test_a_passage_may_say_where_a_leg_must_not_end(layout, book):
    bonds = (True, True, *(False,) * 4)
    copy = _copy([], layout, book)
    copy._passages[MEASURE] = (Passage(_rows(4)), Passage(_rows(6), bonds=bonds))
    assert [len(leg) for leg in CastOff(copy, 1).legs(MEASURE, (6, 5)).legs] == [6, 4]
    assert [len(leg) for leg in CastOff(copy, 1).legs(MEASURE, (5, 6)).legs] == [4, 6]


def test_a_story_shorter_than_its_legs_has_no_faults(layout, book):
    legs = CastOff(_copy(["只有一行。"], layout, book), 3).legs(MEASURE, (1, 1, 1))
    assert [len(leg) for leg in legs.legs] == [1, 0, 0]
    assert legs.faults == ()
