import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsletter.console.excerpt import excerpt
from newsletter.diagnostics import Span

LINE = "  headline: 光谷光电产教联合体在我院成立，首批企业12家"


def marked(found):
    """What stands over the carets."""
    cells = 0
    kept = ""
    for character in found.text:
        if found.before <= cells < found.before + found.carets:
            kept += character
        cells += cell_len(character)
    return kept


def test_carets_stand_under_han_text():
    found = excerpt(LINE, Span("a", 1, 17, 5), 200)
    assert (found.before, found.carets) == (12 + 2 * 4, 10)
    assert marked(found) == "产教联合体"


def test_a_tab_takes_four_cells():
    found = excerpt("\tdeck: 副题", Span("a", 1, 8, 2), 80)
    assert found.text == "    deck: 副题"
    assert marked(found) == "副题"


def test_a_place_behind_the_end_has_one_caret():
    found = excerpt("短", Span("a", 1, 9, 3), 80)
    assert (found.before, found.carets) == (2, 1)


def test_no_such_line():
    assert excerpt("one\n", Span("a", 2), 80) is None
    assert excerpt("", Span("a", 1), 80) is None


def test_control_characters_move_nothing():
    assert "\x1b" not in excerpt("a\x1b[31mb", Span("a", 1, 2), 80).text


@pytest.mark.parametrize("column", [1, 5, 40, 150, 199])
def test_a_long_line_is_cut_around_the_place(column):
    line = "字" * 200
    found = excerpt(line, Span("a", 1, column, 2), 40)
    assert cell_len(found.text) <= 40
    assert set(marked(found)) == {"字"}
    assert found.before + found.carets <= 40


@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"),
        max_size=120,
    ),
    st.integers(1, 130),
    st.integers(0, 40),
    st.integers(20, 90),
)
def test_whatever_the_line_the_carets_stay_in_the_room(line, column, length, room):
    found = excerpt(line, Span("a", 1, column, length), room)
    if line:
        assert found.carets >= 1
        assert cell_len(found.text) <= room
        assert found.before <= room


def test_blanks_of_word_are_shown_as_blanks():
    assert excerpt("\u3000\u3000周岚\u00a0通讯员", Span("a", 1, 3, 2), 80).text == "\u3000\u3000周岚 通讯员"


@pytest.mark.parametrize("mark", ["\v", "\f", "\x85", "\u2028"])
def test_only_a_line_end_ends_a_line(mark):
    found = excerpt(f"甲{mark}乙\r\n丙", Span("a", 2, 1, 1), 80)
    assert found.text == "丙"
