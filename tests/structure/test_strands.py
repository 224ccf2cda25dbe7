"""Lines, cut wherever the composer may have cut them, go back to their paragraphs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsletter.diagnostics import Span
from newsletter.dummy import Box, Role, SetLine, TextFrame
from newsletter.lengths import Mm, Pt
from newsletter.lines import Line, Piece
from newsletter.manuscript import Block, Paragraph, Reading, Run
from newsletter.structure.element import Area, Element
from newsletter.structure.rows import Row
from newsletter.structure.strands import strands_of
from newsletter.structure.wording import worded

FRAME = TextFrame(Role.LEG, "a", Box(Mm(0), Mm(0), Mm(50), Mm(300)), (), Pt(9), Pt(14))
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
TEXT = st.text(HAN, min_size=2, max_size=60)


def row(text: str, at: int = 0, style: str = "body", **line: object) -> Row:
    made = Line((Piece(text, "song"),), 0.0, 1.0, True, **line)  # type: ignore[arg-type]
    return Row(1, FRAME, at, SetLine(made, style), Pt(9))


def paragraph(text: str, block: Block = Block.TEXT, marker: str = "") -> Paragraph:
    return Paragraph(block, (Run(text),), Span("a.md", 1, 1), marker)


@st.composite
def cut(draw: st.DrawFn, text: str) -> list[str]:
    places = draw(st.lists(st.integers(1, max(1, len(text) - 1)), unique=True, max_size=6))
    return [text[a:b] for a, b in pairwise([0, *sorted(places), len(text)]) if text[a:b]]


@given(st.data(), st.lists(TEXT, min_size=1, max_size=6))
def test_every_line_goes_back_to_its_paragraph(data: st.DataObject, texts: list[str]) -> None:
    paragraphs = [paragraph(f"{number}、{text}") for number, text in enumerate(texts)]
    lines = [data.draw(cut(each.text)) for each in paragraphs]
    strands = strands_of((row(line) for each in lines for line in each), paragraphs)
    assert [each.paragraph for each in strands] == paragraphs
    assert [[line.text for line in each.rows] for each in strands] == lines


@given(st.data(), TEXT)
def test_a_marker_is_no_part_of_the_copy(data: st.DataObject, text: str) -> None:
    lines = data.draw(cut(text))
    rows = [row("①" + lines[0]), *map(row, lines[1:])]
    (strand,) = strands_of(rows, [paragraph(text, Block.ITEM, "1.")])
    assert strand.marker == 1 and len(strand.rows) == len(lines)


def test_a_sign_off_line_on_the_last_line_is_part_of_it() -> None:
    rows = [row("他说完就走"), row("了。　　（党委宣传部）")]
    (strand,) = strands_of(rows, [paragraph("他说完就走了。")])
    assert len(strand.rows) == 2


def test_what_found_no_room_is_passed_over() -> None:
    copy = [paragraph("第一段话。"), paragraph("第二段没有地方。"), paragraph("第三段话。")]
    strands = strands_of([row("第一段话。"), row("第三段话。")], copy)
    assert [each.paragraph for each in strands] == [copy[0], copy[2]]


def test_lines_that_are_not_in_the_copy_stand_by_themselves() -> None:
    rows = [
        row("本院通讯员 周岚", style="byline"),
        row("第一段"),
        row("话。"),
        row("（下转第3版）", style="jump"),
    ]
    strands = strands_of(rows, [paragraph("第一段话。")])
    assert [each.rows[0].text for each in strands] == ["本院通讯员 周岚", "第一段", "（下转第3版）"]


def test_a_paragraph_goes_on_after_what_stands_between_its_legs() -> None:
    rows = [
        row("第一段"),
        row("（下转第3版）", style="jump"),
        row("（上接第1版）", style="jump"),
        row("话。"),
    ]
    strands = strands_of(rows, [paragraph("第一段话。")])
    assert ["".join(each.text for each in strand.rows) for strand in strands if strand.paragraph] == [
        "第一段话。"
    ]


def said(rows: list[Row], copy: str) -> list[tuple[int, int | None, str]]:
    found = (
        each for part in worded(rows, copy) for each in ([part] if isinstance(part, Area) else part.areas())
    )
    return [(each.start, each.stop, each.says) for each in found]


def test_white_between_two_lines_is_said() -> None:
    assert said([row("open source"), row("tools")], "open source tools") == [
        (0, 9, ""), (9, None, "e "), (0, None, ""),
    ]  # fmt: skip


def test_a_hyphen_is_not_said() -> None:
    divided = Line((Piece("calib", "song"), Piece("-", "song", added=True)), 0.0, 1.0, True)
    first = Row(1, FRAME, 0, SetLine(divided, "body"), Pt(9))
    assert said([first, row("rating")], "calibrating") == [(0, 4, ""), (4, None, "b"), (0, None, "")]


def test_white_that_the_engine_leaves_out_is_said() -> None:
    pieces = (Piece("周岚", "song"), Piece("\u3000", "song", tracking=1.0), Piece("何翀", "song"))
    spaced = Row(1, FRAME, 0, SetLine(Line(pieces, 0.0, 1.0, False), "body"), Pt(9))
    assert said([spaced], "周岚 何翀") == [(0, 1, ""), (1, 2, "岚 "), (2, None, "")]


def test_readings_follow_their_characters() -> None:
    parts = list(worded([row("名师张𬭎说", readings=(Reading(3, 4, "hóng"),))]))
    assert [each.tag if isinstance(each, Element) else (each.start, each.stop) for each in parts] == [
        (0, 3), "Ruby", (4, None),
    ]  # fmt: skip
