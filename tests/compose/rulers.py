"""A second way to measure composed lines, from their pieces alone."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newsletter.compose import Setting
from newsletter.diagnostics import Span
from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.manuscript import Block, Emphasis, Paragraph, Run

ROOT = Path(__file__).resolve().parents[2]
OPENERS = "“‘（《〈「『【〔［｛"
NEVER_FIRST = set("，。、；：？！）》〉」』】〕”’…—·％%℃～")
NEVER_LAST = set("（《〈「『【〔“‘")

NEWS = (
    "9月21日上午9时40分，大学生活动中心的顶灯暗下去，舞台的灯亮起来。院长梁启舟与程远帆各执一角，轻轻一揭——"
    "“光谷光电产教联合体”九个字露了出来，台下掌声持续了半分多钟。",
    "首批成员46家，其中企业32家、院校9所、科研机构5家。每个座位上都放着一册《岗位能力清单》，共62页，列出18个岗位、237项能力。",
    "他说：“（示例）《光器件封装工艺》《精密装调基础》进课堂……把光纤与芯片对准到1微米以内；去年订单增长了27%，只补进9人。”",
    "罗颖、马蒂亚斯·林德和阮清禾用Python写了CNC程序，温度稳定在36.5℃，误差0.008毫米，精度为99.5％，见https://www.example.edu.cn/optics/2026/index.html。",
    "“我最看重的就是这一条。”宋以宁会后说，“以往校企之间开会，常常是坐下来谈得热闹，散了会各忙各的。”",
    "The Laser Institute of Wuhan 与我校签约，Office 365 与 fine office 并用，AVTo 与 Type 也在其中。",
)


def paragraph(text: str, *more: tuple[str, Emphasis]) -> Paragraph:
    runs = (Run(text),) if text else ()
    return Paragraph(Block.TEXT, (*runs, *(Run(each, emphasis) for each, emphasis in more)), Span("x"))


def setting(measure: float, **changes: object) -> Setting:
    return Setting("song", "hei-medium", "kai", measure, **changes)  # type: ignore[arg-type]


@cache
def shipped_copy() -> tuple[Paragraph, ...]:
    """Return the paragraphs of the sample issue's stories, ** as STRONG."""
    folder = ROOT / "issues" / "issue-001" / "articles"
    texts = [
        part.strip() for file in sorted(folder.glob("*.md")) for part in file.read_text("utf-8").split("\n\n")
    ]
    found = [
        _marked(text.replace("\n", ""))
        for text in texts
        if text and text[0] not in "#-" and not re.search(r"[!-~]{12}", text)
    ]
    return tuple(found) or tuple(paragraph(text) for text in NEWS)


def _marked(text: str) -> Paragraph:
    kinds = (Emphasis.PLAIN, Emphasis.STRONG)
    return paragraph("", *((part, kinds[at % 2]) for at, part in enumerate(text.split("**")) if part))


def ends(line: Line, book: FontBook) -> Iterator[tuple[str, float, float, bool]]:
    """Yield each character with its left and right edge in em from the measure's left, and whether halved."""
    x = line.start
    for piece in line.pieces:
        face = book.face(piece.face)
        measured = face.halved_thousandths if piece.halved else face.thousandths
        measured = face.proportional_thousandths if piece.proportional else measured
        measured = face.full_thousandths if piece.wide else measured
        em = 1000 / piece.scale
        for at, character in enumerate(piece.text):
            right = x + measured(piece.text[: at + 1]) / em + at * piece.tracking
            yield character, right - measured(character) / em, right, piece.halved
        x += measured(piece.text) / em + len(piece.text) * piece.tracking


def right_edge(line: Line, book: FontBook) -> float:
    """Return where the line's last visible character ends, in em from the measure's left."""
    return [right for character, _, right, _ in ends(line, book) if not character.isspace()][-1]
