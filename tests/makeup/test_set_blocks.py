"""Block material as lines: lists hang, verse is centred, tables have columns, signatures stand right."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.copy_source import read_copy
from newsletter.dummy import SetLine
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import Layout, Lists, open_layout
from newsletter.makeup.columns import Wish, share_width
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.frames import without_white
from newsletter.makeup.passage import WHITE
from newsletter.manuscript import Block

ROOT = Path(__file__).resolve().parents[2]
BOOK = FontBook.open([ROOT / "fonts"])


def _layout() -> Layout:
    layout = open_layout(ROOT / "layouts" / "tabloid").value
    assert layout is not None
    return layout


LAYOUT = _layout()


def _copy(text: str, layout: Layout = LAYOUT, **article: str) -> Copy:
    manuscript = read_copy(text, "a.md").manuscript
    return Copy(Article(id="a", headline="题", manuscript=manuscript, **article), layout, BOOK)


def _lines(text: str, measure: float = 12.0, layout: Layout = LAYOUT) -> tuple[SetLine, ...]:
    return _body(_copy(text, layout), measure)


def _body(copy: Copy, measure: float) -> tuple[SetLine, ...]:
    return tuple(line for passage in copy.passages(measure) for line in passage.lines)


def _xs(line: SetLine, layout: Layout = LAYOUT) -> list[tuple[str, float]]:
    """Return a line's characters with their left edges in em of its style's size."""
    x, found = line.line.start, []
    for piece in line.line.pieces:
        for character in piece.text:
            found.append((character, x))
            x += piece.scale * BOOK.width(piece.face, character) + piece.tracking
    return found


def test_turnover_lines_of_an_item_hang_under_its_text() -> None:
    lines = _lines("1. 核对授课计划与实际进度的情况说明\n2. 乙\n")
    text = dict(_xs(lines[0]))["核"]
    assert text == pytest.approx(2.0, abs=0.002)
    assert lines[1].line.start == pytest.approx(text, abs=0.002)


def test_figures_are_aligned_by_their_ends() -> None:
    lines = _lines("9. 甲\n10. 乙\n")
    assert dict(_xs(lines[0]))["."] == pytest.approx(dict(_xs(lines[1]))["."], abs=0.002)
    assert dict(_xs(lines[0]))["甲"] == pytest.approx(dict(_xs(lines[1]))["乙"], abs=0.002)


def test_an_inner_list_stands_further_in_and_a_further_paragraph_under_the_text() -> None:
    lines = _lines("1. 甲\n   - 乙\n\n   丙\n")
    assert dict(_xs(lines[1]))["乙"] == pytest.approx(3.0, abs=0.002)
    assert lines[2].line.start == 2.0


@pytest.mark.parametrize(("numbers", "first"), [("1.", "1."), ("1、", "1、"), ("（1）", "（1）"), ("①", "①")])
def test_numbers_are_marked_as_the_layout_says(numbers: str, first: str) -> None:
    layout = LAYOUT.model_copy(update={"lists": Lists.model_validate({"numbers": numbers, "mark": "·"})})
    lines = _lines("1. 甲\n2. 乙\n\n正文。\n\n- 丙\n", layout=layout)
    assert lines[0].line.text == first + "甲"
    assert lines[-1].line.text == "·丙"


def test_a_quotation_is_kai_and_stands_in() -> None:
    text = "> 老师把课备到了，学生是知道的，检查看的是人心，检查结束，才是改进的开始，老师把课备到了。\n"
    narrow, wide = _lines(text), _lines(text, 24.0)
    assert (narrow[0].style, narrow[0].line.start, narrow[1].line.start) == ("quote", 4.0, 2.0)
    assert narrow[1].line.start + narrow[1].line.width == pytest.approx(12.0, abs=0.02)
    assert wide[1].line.start + wide[1].line.width == pytest.approx(22.0, abs=0.02)


def test_an_attribution_ends_where_the_quotation_does() -> None:
    last = _lines("> 引文。\n>\n> ——张三\n", 24.0)[-1].line
    assert last.start + last.width == pytest.approx(22.0)


POEM = "```诗\n# 题目\n白日依山尽，\n黄河入海流。\n\n欲穷千里目，\n更上一层楼\n```\n"


def test_verse_is_centred_on_its_longest_line_with_white_between_stanzas() -> None:
    lines = _lines(POEM)
    title, *verse = lines
    longest = max(line.line.width for line in verse)
    assert {line.line.start for line in verse if line.line.pieces} == {round((12 - longest) / 2, 3)}
    assert title.line.start == pytest.approx((12 - title.line.width) / 2, abs=0.001)
    assert [line == WHITE for line in lines] == [False, False, False, True, False, False]
    assert all(line.line.stretch == 0 for line in verse)


def test_too_long_a_verse_line_turns_over_further_in() -> None:
    lines = _lines("```诗\n长风破浪会有时直挂云帆济沧海\n归去\n```\n")
    assert [line.line.start for line in lines] == [0.0, 2.0, 0.0]


def test_displayed_matter_has_white_above_and_below_but_not_at_the_ends() -> None:
    kinds = [line == WHITE for line in _lines(f"前。\n\n{POEM}\n后。\n")]
    assert (kinds[1], kinds[-2]) == (True, True)
    assert _lines(POEM)[0] != WHITE
    assert without_white((WHITE, WHITE, *_lines("前。"))) == _lines("前。")


def test_a_signature_stands_two_em_from_the_right_centred_on_itself() -> None:
    lines = [line.line for line in _lines("正文。\n\n教务处\n\n2026年9月28日\n", 24.0)[1:]]
    assert max(line.start + line.width for line in lines) == pytest.approx(22.0, abs=0.001)
    assert lines[0].start + lines[0].width / 2 == pytest.approx(
        lines[1].start + lines[1].width / 2, abs=0.001
    )


def test_too_long_a_unit_is_broken_between_words() -> None:
    lines = _lines("正文。\n\n示例职业技术学院党委宣传部\n\n2026年9月28日\n")
    assert len(lines) == 4
    assert all(line.line.start + line.line.width <= 12.001 for line in lines)


def test_a_long_crosshead_is_balanced_over_two_lines() -> None:
    lines = [each.line for each in _lines("## 一、检查内容与时间安排及各学院自查要求\n\n正文。\n")[:2]]
    assert abs(lines[0].width - lines[1].width) < 3
    assert lines[0].text.startswith("一、")


def test_a_crosshead_has_white_above_where_the_layout_says_so() -> None:
    crosshead = LAYOUT.styles["crosshead"].model_copy(update={"above": 1, "align": "left"})
    layout = LAYOUT.model_copy(update={"styles": {**LAYOUT.styles, "crosshead": crosshead}})
    lines = _lines("## 首\n\n前。\n\n## 次\n\n后。\n", layout=layout)
    assert [line == WHITE for line in lines] == [False, False, True, False, False]
    assert lines[0].line.start == 0.0


TABLE = "| 学院 | 份数 | 合格率 |\n|---|---:|---|\n| 光电 | 15 | 98.5% |\n| 机械 | 120 | 7.25% |\n"


def test_columns_of_numbers_are_aligned_on_the_decimal() -> None:
    rows = [_xs(line) for line in _lines(TABLE)[1:]]
    points = [x for row in rows for character, x in row if character == "."]
    units = [
        max(x for character, x in row if character == figure) for row, figure in zip(rows, "50", strict=True)
    ]
    assert points[0] == pytest.approx(points[1], abs=0.03)
    assert len(rows) == 2 and len(units) == 2


def test_a_table_has_three_rules_and_a_head_in_hei() -> None:
    lines = _lines(TABLE)
    assert [(line.above, line.below) for line in lines] == [(0.8, 0.4), (0, 0), (0, 0.8)]
    assert lines[0].style == "table-head"


def test_a_title_stands_over_its_table() -> None:
    lines = _lines("表1 成绩\n\n" + TABLE)
    assert (lines[0].style, lines[0].line.text, lines[1].above) == ("table-title", "表1 成绩", 0.8)


def test_cells_turned_over_stand_in_their_column() -> None:
    text = "| 学院 | 要点 |\n|---|---|\n| 光电 | 授课计划与实际进度是否一致，台账是否登记 |\n"
    lines = _lines(text)
    first = dict(_xs(lines[1]))["授"]
    assert len(lines) > 2
    assert all(line.line.start == pytest.approx(first, abs=0.01) for line in lines[2:])


WIDE = "| " + " | ".join(f"第{at}列的名称" for at in range(6)) + " |\n|" + "---|" * 6 + "\n"
WIDE += "".join("|" + "|".join(f"内容{row}之{at}" for at in range(6)) + "|\n" for row in range(3))


def test_a_table_too_wide_for_a_leg_stands_across_as_few_columns_as_will_do() -> None:
    copy = _copy("正文。\n\n" + WIDE)
    assert copy.count(12.0) == 1
    block = copy.table_block(6, 12.0, True, LAYOUT)
    assert block is not None and 1 < block.columns < 6
    assert copy.table_block(1, 12.0, True, LAYOUT) is None
    whole = copy.table_block(6, 14.0, False, LAYOUT)
    assert whole is not None and whole.columns == 6


def test_a_tall_table_stands_in_parts_each_below_the_head() -> None:
    rows = "".join(f"| 学生{at} | {at} |\n" for at in range(1, 41))
    block = _copy("| 姓名 | 学号 |\n|---|---|\n" + rows).table_block(6, 12.0, True, LAYOUT)
    assert block is not None and block.columns == 6
    heads = block.lines[0].line.text.count("姓名")
    assert heads > 2 and len(block.lines) == 1 + -(-40 // heads)


def test_a_sign_off_line_stands_on_prose_only() -> None:
    ended = [_copy(text, source="教务处").count(12.0) for text in ("正文。\n", "1. 正文。\n", TABLE, POEM)]
    assert ended == [1, 1, 4, 7]


widths = st.floats(0.5, 30)


@settings(deadline=None)
@given(st.lists(st.tuples(widths, widths, widths).map(sorted), min_size=1, max_size=12), st.floats(1, 90))
def test_columns_fill_their_room(wishes: list[list[float]], room: float) -> None:
    found = share_width(
        [Wish(*wish) for wish in wishes], room, lambda widths: round(sum(30 / w for w in widths))
    )
    assert sum(found) == pytest.approx(max(room, 0.1 * len(wishes)), abs=0.1 * len(wishes))
    assert all(width > 0 for width in found)


parts = st.lists(
    st.sampled_from(
        ["正文一段，有字。\n\n", "1. 甲项\n2. 乙项很长很长很长很长很长\n\n", "- 丙\n  - 丁\n\n", "> 引文。\n\n", POEM + "\n",
         "> 某人说。\n> —— 某人\n\n", "## 小标题\n\n", TABLE + "\n", WIDE + "\n", "表1 标题\n\n" + TABLE + "\n", "此致\n敬礼！\n\n",
         "特此通知。\n\n", "教务处\n2026年9月28日\n\n", "一行\\\n二行\\\n三行\n\n", "| |\n|--|\n| |\n\n", ">> 右\n\n"]
    ),
    min_size=1,
    max_size=8,
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(parts, st.sampled_from([12.0, 14.0, 20.0, 25.6]))
def test_no_character_is_lost(text: str, measure: float) -> None:
    copy = _copy(text)
    lines = list(_body(copy, measure))
    if copy.has_tables_apart(measure):
        block = copy.table_block(6, measure, False, LAYOUT)
        assert block is not None
        lines += block.lines
    printed = Counter("".join("".join(line.line.text for line in lines).split()))
    paragraphs = copy.article.manuscript.paragraphs
    marks = {"•": "•", "–": "–"}
    wanted = Counter(
        "".join(each.text for each in paragraphs if each.block is not Block.CELL).replace(" ", "")
    )
    cells = Counter("".join(each.text for each in paragraphs if each.block is Block.CELL).replace(" ", ""))
    markers = Counter("".join(each.marker for each in paragraphs if not marks.get(each.marker)))
    extra = printed - (wanted + cells + markers)
    assert not (wanted + cells + markers) - printed
    assert set(extra) <= set("•–")


@pytest.mark.parametrize(
    ("text", "bonds"),
    [
        ("## 小标题\n", [True]),
        (TABLE, [True, True, False]),
        ("正文。\n\n教务处\n2026年9月28日\n", [True, False]),
        (POEM, [True, True, False, False, True, False]),
    ],
)
def test_lines_that_no_leg_may_part_are_bound(text: str, bonds: list[bool]) -> None:
    assert list(_copy(text).passages(12.0)[-1].bonds) == bonds


def test_a_short_cell_is_not_broken_while_a_long_one_can_give() -> None:
    text = "| 楼层 | 设施 | 说明 | 数量 |\n|---|---|---|---|\n| 二层 | 台灯、充电座 | 亮度分三档，可用至闭馆；充电座在桌面下方，请自备数据线 | 96 |\n"
    block = _copy(text).table_block(2, 12.0, True, LAYOUT)
    assert block is not None
    assert "台灯、充电座" in block.lines[1].line.text
