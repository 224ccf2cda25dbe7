"""Rolls of names: cells below one another, two characters spaced to three, the copy as it was."""

import pytest
from rulers import ends, setting

from newsletter.compose import compose, count_lines, range_of_lines
from newsletter.copy_source import read_copy
from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.manuscript import Paragraph

ROW = "张明 李建国 王芳 赵强 钱学森 孙悟空 周岚"


def paragraphs(copy: str) -> tuple[Paragraph, ...]:
    return read_copy(copy, "a.md").manuscript.paragraphs


def lines(copy: str, measure: float, book: FontBook) -> tuple[Line, ...]:
    (paragraph,) = paragraphs(copy)
    assert paragraph.roll
    return compose(paragraph, setting(measure), book)


def test_two_characters_are_spaced_to_three(book: FontBook) -> None:
    first, *_ = lines(ROW, 12.0, book)
    assert first.text == "张\u3000明\u3000李建国\u3000王\u3000芳"


@pytest.mark.parametrize("measure", [8.0, 12.0, 15.0, 18.2, 25.6])
def test_names_stand_below_one_another(book: FontBook, measure: float) -> None:
    rows = lines(ROW, measure, book)
    columns = [[left for name, left in names(row, book)] for row in rows]
    assert all(row == pytest.approx(columns[0][: len(row)], abs=0.01) for row in columns)
    assert all(row.start + row.width <= measure + 0.01 for row in rows)
    assert "".join(name for row in rows for name, _ in names(row, book)) == ROW.replace(" ", "")


def names(line: Line, book: FontBook) -> list[tuple[str, float]]:
    """Return the names of a row with their places."""
    found: list[tuple[str, float]] = []
    surnames = [name[0] for name in ROW.split()]
    for character, left, _, _ in ends(line, book):
        if character in surnames:
            found.append((character, left))
        elif character not in "\u3000、":
            found[-1] = (found[-1][0] + character, found[-1][1])
    return found


def test_marks_between_names_stay(book: FontBook) -> None:
    rows = lines("张明、李建国、王芳、赵强", 12.0, book)
    assert [row.text for row in rows] == ["张\u3000明、李建国、王\u3000芳、", "赵\u3000强"]
    assert rows[0].pieces[-1].halved


def test_what_leads_in_stands_before_the_names(book: FontBook) -> None:
    first, second = lines("一等奖：张明 李建国 王芳 赵强", 12.0, book)
    assert first.text.startswith("一等奖：")
    assert first.start == 2.0
    assert second.start == 0.0


def test_lists_of_names_are_spaced(book: FontBook) -> None:
    found = paragraphs("- 张明\n- 李建国\n- 欧阳修文")
    assert [each.roll for each in found] == [True] * 3
    (line,) = compose(found[0], setting(12.0), book)
    assert line.text == "•张\u3000明"


@pytest.mark.parametrize(
    "copy",
    [
        "张明和李建国来了。",
        "张明 李建国",
        "- 张明\n- 打扫卫生",
        "严谨 求实 创新",
        "张明、李建国、王芳等参加了会议。",
        "获批城市：武汉、黄石、鄂州",
        "- 武汉\n- 黄石",
    ],
)
def test_running_sentences_are_not_touched(copy: str) -> None:
    assert not any(each.roll for each in paragraphs(copy))


def test_lines_of_names_are_joined_with_a_space() -> None:
    (paragraph,) = paragraphs("张明 李建国\n王芳 赵强")
    assert paragraph.text == "张明 李建国 王芳 赵强"


def test_rolls_are_counted_as_they_are_made(book: FontBook) -> None:
    (paragraph,) = paragraphs(ROW)
    made = len(compose(paragraph, setting(12.0), book))
    assert count_lines(paragraph, setting(12.0), book) == made
    assert range_of_lines(paragraph, setting(12.0), book) == (made, made)


def test_too_narrow_for_a_name(book: FontBook) -> None:
    (paragraph,) = paragraphs(ROW)
    assert "".join(line.text for line in compose(paragraph, setting(2.0, indent=0.0), book)) == ROW
