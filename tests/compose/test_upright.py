"""Vertical headlines: cells, marks in vertical forms, numbers, nothing lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.compose import set_headline, set_upright
from newsletter.compose.upright import FORMS
from newsletter.fonts import FontBook

FACE = "hei-bold"


def cells(text: str, book: FontBook, height: float = 30.0, lines: int = 1) -> list[list[str]]:
    found = set_upright(text, FACE, book, height, lines, 0.0, 0.0)
    return [[piece.text for piece in line.pieces] for line in found.lines] if found else []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("第28届", ["第", "28", "届"]),
        ("2026级", ["2", "0", "2", "6", "级"]),
        ("5G实训", ["5", "G", "实", "训"]),
        ("31秒，学会“看”", ["31", "秒", "︐", "学", "会", "﹃", "看", "﹄"]),
        ("——记《诗经》", ["︱", "︱", "记", "︽", "诗", "经", "︾"]),
    ],
)
def test_cells(book: FontBook, text: str, column: list[str]) -> None:
    assert cells(text, book) == [column]


def test_marks_take_half_a_character(book: FontBook) -> None:
    for text, height in (("学习《条例》，共建", 7.5), ("“看”", 2.0), ("光谷，", 2.5), ("开馆 邀您", 4.7)):
        found = set_upright(text, FACE, book, 30.0, 1, 0.0, 0.0)
        assert found is not None and found.width == pytest.approx(height)


def test_an_opening_mark_reaches_into_the_blank_before_it(book: FontBook) -> None:
    found = set_upright("学“看”", FACE, book, 30.0, 1, 0.0, 0.0)
    assert found is not None
    assert [piece.tracking for piece in found.lines[0].pieces[:3]] == [-0.5, 0.0, 0.0]
    first = set_upright("“看”", FACE, book, 30.0, 1, 0.0, 0.0)
    assert first is not None and first.lines[0].start == -0.5


def test_a_column_is_spaced_to_its_height(book: FontBook) -> None:
    found = set_upright("桂花落在实训楼的台阶上", FACE, book, 12.0, 1, 0.0, 0.3)
    assert found is not None and found.width == pytest.approx(12.0, abs=0.02)
    assert set_upright("桂花落在实训楼的台阶上", FACE, book, 10.9, 1, 0.0, 0.3) is None


def test_two_lines_break_between_words(book: FontBook) -> None:
    assert ["".join(each) for each in cells("31秒，机械臂学会“看”零件", book, 9.0, 2)] == [
        "31秒︐机械臂",
        "学会﹃看﹄零件",
    ]


ALPHABET = "光谷学院，。“”《》——…！0123456789AbcZ 的了—·%😀"


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(ALPHABET, max_size=60), count=st.integers(1, 3), room=st.floats(0.5, 40))
def test_nothing_is_lost_and_nothing_reaches_beyond(
    book: FontBook, text: str, count: int, room: float
) -> None:
    for found in (
        set_upright(text, FACE, book, room, count, 0.0, 0.2),
        set_headline(text, FACE, book, room, count, -0.02, 0.12),
    ):
        if found:
            assert len(found.lines) == count and found.width <= room + 0.01
            assert _plain("".join(line.text for line in found.lines)) == _plain(text)


def _plain(text: str) -> str:
    """Return a text without spaces, its marks in their vertical forms."""
    return "".join(FORMS.get(each, each) for each in text if not each.isspace())
