"""Block material as copy: lists in lists, quotations, verse, tables, closings."""

import pytest

from newsletter.copy_source import Copy, read_copy
from newsletter.manuscript import Block, Manuscript, Paragraph


def _read(text: str) -> tuple[Paragraph, ...]:
    return read_copy(text, "a.md").manuscript.paragraphs


def _blocks(text: str) -> list[tuple[Block, str]]:
    return [(each.block, each.text) for each in _read(text)]


def _codes(copy: Copy) -> list[str]:
    return [report.rule.code for report in copy.reports]


def test_lists_in_lists_have_levels_and_further_paragraphs_no_marker() -> None:
    text = "1. 甲\n   - 乙\n     - 丙\n\n   又一段\n2. 丁\n"
    found = [(each.marker, each.level, each.text) for each in _read(text)]
    assert found == [("1.", 0, "甲"), ("•", 1, "乙"), ("•", 1, "丙"), ("", 0, "又一段"), ("2.", 0, "丁")]
    assert _codes(read_copy(text, "a.md")) == ["C038"]


def test_the_deepest_copy_is_read() -> None:
    deep = "".join("   " * at + f"1. 第{at}层\n" for at in range(40))
    assert len(_read(deep)) == 40


@pytest.mark.parametrize("gap", ["\n> ", "\n>\n> ", "\\\n> "])
def test_a_last_line_with_a_dash_says_whose_words_they_are(gap: str) -> None:
    assert _blocks(f"> 教学检查看的是人心。{gap}—— 梁启舟\n")[-1] == (Block.ATTRIBUTION, "—— 梁启舟")


def test_a_dash_at_the_beginning_of_a_quotation_is_speech() -> None:
    assert _blocks("> ——他来了没有？\n") == [(Block.QUOTE, "——他来了没有？")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一行\\\n二行\\\n三行", ["一行", "二行", "三行"]),
        ("> 一行  \n> 二行", ["一行", "二行"]),
        ("```诗\n一行\n二行\n```", ["一行", "二行"]),
        ("```verse\nonce more\nunto the breach\n```", ["once more", "unto the breach"]),
    ],
)
def test_verse(text: str, lines: list[str]) -> None:
    copy = read_copy(text, "a.md")
    (stanza,) = copy.manuscript.paragraphs
    assert stanza.block is Block.VERSE
    assert [part.text.strip() for part in stanza.cut()] == lines
    assert copy.reports == ()


@pytest.mark.parametrize("text", ["一行\\\n二行", "一行\\\n二行\n三行", "长" * 40 + "\\\n二行\\\n三行"])
def test_a_hard_break_in_ordinary_copy_makes_no_verse(text: str) -> None:
    copy = read_copy(text, "a.md")
    assert [each.block for each in copy.manuscript.paragraphs] == [Block.TEXT]
    assert set(_codes(copy)) == {"C020"}


def test_a_quotation_of_short_paragraphs_is_verse() -> None:
    lines = ["夜里的厂房", "是一口**倒扣**的钟", "风从天窗下来", "不敲它"]
    text = "\n>\n".join(f"> {line}" for line in lines) + "\n"
    (stanza,) = _read(text)
    assert [part.text for part in stanza.cut()] == [line.replace("*", "") for line in lines]
    assert [stanza.at(offset).line for offset in (0, 5, 13, 19)] == [1, 3, 5, 7]
    assert [block for block, _text in _blocks("> 甲说。\n>\n> 乙说。\n")] == [Block.QUOTE] * 2


def test_a_poem_has_title_author_stanzas_and_source() -> None:
    text = "```诗\n# 登鹳雀楼\n## 王之涣\n白日依山尽，\n黄河入海流。\n\n欲穷千里目，\n更上一层楼。\n—— 《全唐诗》\n```\n"
    assert _blocks(text) == [
        (Block.VERSE_TITLE, "登鹳雀楼"),
        (Block.VERSE_AUTHOR, "王之涣"),
        (Block.VERSE, "白日依山尽，黄河入海流。"),
        (Block.VERSE, "欲穷千里目，更上一层楼。"),
        (Block.ATTRIBUTION, "——《全唐诗》"),
    ]


def test_lines_of_verse_know_their_places() -> None:
    text = "```诗\n白日依山尽,\n黄河**入**海流。\n```\n"
    for line, part in zip(text.split("\n")[1:3], _read(text)[0].cut(), strict=True):
        for offset, character in enumerate(part.text):
            at = part.at(offset)
            assert line[at.column - 1] == character or character == "，"


def test_a_table_is_cells_that_know_their_place() -> None:
    cells = _read("表1 座位\n\n| 楼层 | 座位,个 |\n|:--|--:|\n| 三层 |  |\n| 四层 | 56 |\n")
    assert (cells[0].block, cells[0].text) == (Block.TABLE_TITLE, "表1 座位")
    found = [(each.cell.row, each.cell.column, each.cell.align, each.text) for each in cells[1:] if each.cell]
    assert found == [
        (0, 0, "left", "楼层"),
        (0, 1, "right", "座位，个"),
        (1, 0, "left", "三层"),
        (2, 0, "left", "四层"),
        (2, 1, "right", "56"),
    ]


def test_equal_cells_of_a_row_have_their_own_places() -> None:
    cells = _read("| 甲 | 乙 |\n|--|--|\n| 12 | 2 |\n| 1 | 1 |\n")
    assert [(each.span.line, each.span.column) for each in cells[2:]] == [(3, 3), (3, 8), (4, 3), (4, 7)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("| 甲 |\n|--|\n| 1 | 2 |", ["C036"]),
        ("> | 甲 | 乙 |\n> |--|--|\n> | 1 | 2 |", []),
        ("| 甲 | 乙 |\n|--|--|\n| 1 \\| 2 | 3 |\n| 4 |", []),
        ("| 甲 | 乙 |\n|--|--|--|\n| 1 | 2 |", ["C037"]),
        ("|" + "甲|" * 13 + "\n|" + "--|" * 13, ["C002"]),
        ("|  |  |\n|--|--|\n|  |  |", []),
    ],
)
def test_tables_that_cannot_be_read_are_reported(text: str, codes: list[str]) -> None:
    assert _codes(read_copy(text, "a.md")) == codes


SIGNED = [(Block.SIGNATURE, "教务处"), (Block.SIGNATURE, "2026年9月28日")]


@pytest.mark.parametrize(
    "end",
    [
        "教务处\n\n2026年9月28日",
        "教务处\n2026年9月28日",
        "教务处\\\n2026 年 9 月 28 日",
        ">> 教务处\n>> 2026年9月28日",
        "> > 教务处\n>\n> > 2026年9月28日",
    ],
)
def test_unit_and_date_at_the_end_sign(end: str) -> None:
    copy = read_copy(f"请各部门遵照执行。\n\n{end}\n", "a.md")
    assert [(each.block, each.text) for each in copy.manuscript.paragraphs[1:]] == SIGNED
    assert "C020" not in _codes(copy)


def test_what_closes_a_notice_is_no_signer() -> None:
    blocks = _blocks("正文。\n\n特此通知\n\n教务处\n\n2026年9月28日")
    assert blocks[1:] == [(Block.TEXT, "特此通知"), *SIGNED]


def test_a_chinese_date_signs_too() -> None:
    assert _blocks("正文。\n\n教务处\n\n二〇二六年九月二十八日")[-1][0] is Block.SIGNATURE


def test_a_letter_closes_with_regards() -> None:
    blocks = _blocks("正文。\n\n此致\n敬礼！\n\n学生 张三\n")
    assert blocks[1:] == [
        (Block.TEXT, "此致"),
        (Block.REGARDS, "敬礼！"),
        (Block.SIGNATURE, "学生张三"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "教务处",
        "正文。\n\n教务处",
        "正文。\n\n会议于2026年9月28日召开",
        "正文。\n\n联系电话：87654321\n\n以上。",
        "2026年9月28日\n\n正文。",
    ],
)
def test_ordinary_copy_signs_nothing(text: str) -> None:
    assert Block.SIGNATURE not in [block for block, _text in _blocks(text)]


def test_characters_of_tables_and_verse_are_counted() -> None:
    paragraphs = _read("| 甲 | 乙 |\n|--|--|\n| 12 |  |\n\n```诗\n一\n二\n```\n")
    assert Manuscript(paragraphs).characters == 6
