"""Copy to manuscripts: blocks, emphasis, readings, places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.copy_source import read_copy
from newsletter.manuscript import Block, Emphasis, Run

B, S = Emphasis.STRONG, Emphasis.STRESS


def _runs(text: str) -> list[tuple[str, Emphasis]]:
    (paragraph,) = read_copy(text, "a.md").manuscript.paragraphs
    return [(run.text, run.emphasis) for run in paragraph.runs]


def test_blocks() -> None:
    text = "第一段。\n\n## 小标题\n\n1. 甲\n2. 乙\n\n3) 丙\n\n- 丁\n\n> 引文。\n\n（一）打字的序号。\n"
    paragraphs = read_copy(text, "a.md").manuscript.paragraphs
    assert [(each.block, each.marker, each.text) for each in paragraphs] == [
        (Block.TEXT, "", "第一段。"),
        (Block.CROSSHEAD, "", "小标题"),
        (Block.ITEM, "1.", "甲"),
        (Block.ITEM, "2.", "乙"),
        (Block.ITEM, "3)", "丙"),
        (Block.ITEM, "•", "丁"),
        (Block.QUOTE, "", "引文。"),
        (Block.TEXT, "", "（一）打字的序号。"),
    ]


@pytest.mark.parametrize("text", ["**“引语”**后", "前**《书》**，后", "前**（注）**后", "**一。**二"])
def test_emphasis_next_to_chinese_marks(text: str) -> None:
    assert "*" not in "".join(part for part, _emphasis in _runs(text))
    assert B in [emphasis for _part, emphasis in _runs(text)]


def test_emphasis_and_joining() -> None:
    assert _runs("**本院讯**（记）*着重*后") == [
        ("本院讯", B),
        ("（记）", Emphasis.PLAIN),
        ("着重", S),
        ("后", Emphasis.PLAIN),
    ]
    assert _runs("前一行\n后一行") == [("前一行后一行", Emphasis.PLAIN)]
    assert _runs("one\ntwo") == [("one two", Emphasis.PLAIN)]
    assert _runs("前\nAI") == [("前AI", Emphasis.PLAIN)]


def test_readings() -> None:
    (paragraph,) = read_copy("学生江{䶮|yǎn}说", "a.md").manuscript.paragraphs
    assert paragraph.runs == (Run("学生江"), Run("䶮", Emphasis.PLAIN, "yǎn"), Run("说"))


def test_writers_indents_are_no_code() -> None:
    assert _runs("    四个空格开头") == [("四个空格开头", Emphasis.PLAIN)]
    assert _runs("　　两格开头") == [("两格开头", Emphasis.PLAIN)]


def test_a_rule_under_a_line_makes_no_heading() -> None:
    copy = read_copy("一行\n---\n二行", "a.md")
    assert [each.block for each in copy.manuscript.paragraphs] == [Block.TEXT, Block.TEXT]
    assert [each.rule.code for each in copy.reports] == ["C009"]


def test_nothing_vanishes() -> None:
    text = "[x]: http://a.b\n\n&nbsp;&copy; \\*星\\*\n\n[词][x]"
    printed = "".join(each.text for each in read_copy(text, "a.md").manuscript.paragraphs)
    assert "http://a.b" in printed
    assert "©" in printed
    assert "*星*" in printed


def test_places_are_those_of_the_file() -> None:
    text = "第一段 有空格\n接着, 说**黑体**和\\*星\n\n## 小标题\n\n1. 甲乙丙"
    lines = text.split("\n")
    for paragraph in read_copy(text, "a.md").manuscript.paragraphs:
        for offset, character in enumerate(paragraph.text):
            at = paragraph.at(offset)
            written = lines[at.line - 1][at.column - 1]
            assert written == character or (written, character) == (",", "，")


copies = st.lists(
    st.sampled_from(
        ["正文", "，", "。", ",", " ", "\n", "\n\n", "**", "*", "## ", "- ", "1. ", "> ", "{江|j}", "`", "<b>",
         "[a](b)", "![a](b)", "| a |", "---", "\\", "&amp;", "a b", "“", '"', "\u200b", "　", "```\n"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(copies)
def test_any_copy_is_read_with_places_inside(text: str) -> None:
    copy = read_copy(text, "a.md")
    lines = text.split("\n")
    spans = [each.at for each in copy.reports]
    for paragraph in copy.manuscript.paragraphs:
        assert paragraph.text.strip()
        spans += [paragraph.span, *(paragraph.at(offset) for offset in range(len(paragraph.text)))]
    for span in spans:
        assert span is not None
        assert 1 <= span.line <= len(lines)
        assert span.column >= 1
