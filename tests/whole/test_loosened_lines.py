"""A paragraph asked for one line more is set straight, or not longer at all."""

from newsletter.compose import Setting, compose
from newsletter.diagnostics import Span
from newsletter.fonts import FontBook
from newsletter.manuscript import Block, Paragraph, Run
from tests.whole.workshop import ROOT

TEXT = "实训安全。查看设备点检表、耗材台账和应急预案，特种作业项目须有两名教师在场。"
WIDEST = 0.5
"""The most white between two characters in em; clreq stretches to half an em at the very most."""


def test_a_loosened_list_item_has_straight_lines() -> None:
    book = FontBook.open([ROOT / "fonts"])
    item = Paragraph(Block.ITEM, (Run(TEXT),), Span("a.md"), "2.")
    for measure in (11.0, 11.2, 11.5, 12.0):
        setting = Setting(face="song", strong="hei-medium", stress="kai", measure=measure, indent=2.0)
        lines = compose(item, setting, book, looseness=1)
        assert all(line.full for line in lines[:-1])
        assert max(line.stretch for line in lines) <= WIDEST
