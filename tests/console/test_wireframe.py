import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from newsletter.console.canvas import Canvas, Cells
from newsletter.console.capacities import capacities
from newsletter.console.fits import Fits
from newsletter.console.receipts import receipts
from newsletter.console.sheet import Sheet
from newsletter.console.terminal import THEME
from newsletter.console.wireframe import Wireframes
from newsletter.dummy import (
    Box,
    Crop,
    Dummy,
    DummyPage,
    FurnitureFrame,
    PhotoFrame,
    Role,
    RuleFrame,
    SetLine,
    StoryFit,
    TextFrame,
)
from newsletter.issue import Rank
from newsletter.lengths import Mm, Pt
from newsletter.lines import Line, Piece
from newsletter.makeup.metered import Slot
from newsletter.receipt import Asked, HeadFit, PhotoFit, Receipt
from newsletter.report.receipts import done


def box(x, y, width, height):
    return Box(Mm(x), Mm(y), Mm(width), Mm(height))


def words(role, text, *place, lines=1):
    set_lines = tuple(SetLine(Line((Piece(text, "song"),), 0, len(text), True), "body") for _ in range(lines))
    return TextFrame(role, "founding", box(*place), set_lines, Pt(9), Pt(14))


FRAMES = (
    FurnitureFrame("masthead", box(16, 24, 253, 60)),
    words(Role.HEADLINE, "光谷光电产教联合体在我院成立", 16, 90, 253, 20),
    words(Role.LEG, "字", 16, 120, 40, 200, lines=38),
    PhotoFrame("unveiling", "founding", box(60, 120, 200, 120), Crop()),
    words(Role.CAPTION, "揭牌" * 80, 60, 242, 200, 5),
    RuleFrame(box(16, 330, 253, 0.2)),
)
FIT = StoryFit("founding", 1, box(0, 0, 1, 1), Pt(48), 6, 12, 80, 77, 3, 57, 0)
RECEIPT = Receipt(
    photos=(PhotoFit("unveiling", 200.0, 14, 11.0, 0.19, 212),),
    head=HeadFit(3, 7, 1, 1, 2),
    asked=(Asked(2, 1, 0.09, "当天"), Asked(10, 1, 0.1, "示例"), Asked(6, -1, 0.0, "桌子")),
    air=1,
    alone=True,
    low=2,
)


def page(number=1, fit=FIT):
    return DummyPage(number, "要闻", "front", FRAMES, (fit,), 80, 0.0)


def drawn(width, pages=1):
    console = Console(file=io.StringIO(), width=width, theme=THEME, color_system=None)
    names = {"masthead": "光谷产教之窗"}
    console.print(Wireframes([page(number + 1) for number in range(pages)], (285, 420), names))
    return console.file.getvalue()


def test_frames_are_drawn_where_they_stand():
    text = drawn(90)
    assert "光谷产教之窗" in text
    assert "光谷光电产教联合体在我院成立" in text
    assert " unveiling " in text
    assert " 38 " in text
    assert "━━━" in text
    assert "3 lines overset" in text


@pytest.mark.parametrize("width", [20, 38, 60, 80, 121, 200])
def test_every_row_is_of_one_width_and_fits(width):
    rows = [line for line in drawn(width, pages=2).splitlines() if line.startswith(("│", "┌", "└"))]
    assert len({cell_len(row) for row in rows}) == 1
    assert cell_len(rows[0]) <= width


def test_two_pages_stand_side_by_side_where_there_is_room():
    assert "Page 2" in drawn(120, pages=2).splitlines()[0]
    assert "Page 2" not in drawn(90, pages=2).splitlines()[0]


def test_the_page_keeps_its_shape():
    sheet = Sheet(285, 420, 57)
    assert sheet.rows == round(57 * 420 / 285 / 2)


def test_boxes_join():
    canvas = Canvas(5, 3)
    canvas.box(Cells(0, 0, 2, 2))
    canvas.box(Cells(2, 0, 4, 2))
    assert [row.plain for row in canvas.rows()] == ["┌─┬─┐", "│ │ │", "└─┴─┘"]


def test_half_a_han_character_never_stays():
    canvas = Canvas(4, 1)
    canvas.write(0, 0, "字字")
    canvas.write(1, 0, "x")
    assert [cell_len(row.plain) for row in canvas.rows()] == [4]
    assert canvas.rows()[0].plain == " x字"


def test_the_table_says_what_is_overset():
    console = Console(file=io.StringIO(), width=100, theme=THEME)
    console.print(Fits(Dummy("tabloid", (page(),)), {}))
    assert "3 (57 characters)" in console.file.getvalue()


def marked(fit):
    console = Console(file=io.StringIO(), width=90, theme=THEME, color_system=None)
    console.print(Wireframes([page(fit=fit)], (285, 420), {}))
    return console.file.getvalue()


def test_what_is_over_stands_at_the_foot_of_the_last_leg():
    assert "+3" in marked(FIT)
    assert "104%" in marked(FIT)
    assert "╱" not in marked(FIT)


def test_white_is_hatched_and_counted():
    text = marked(
        replace(FIT, overset=0, overset_characters=0, lines=77, short=20, box=box(16, 90, 253, 260))
    )
    assert "╱╱╱" in text
    assert "−20" in text
    assert "79%  20 lines short" in text


def test_low_ends_of_legs_are_no_white():
    text = marked(replace(FIT, overset=0, overset_characters=0, lines=77, short=2))
    assert "full" in text
    assert "╱" not in text


def test_photos_tell_their_resolution():
    assert "212 ppi" in marked(replace(FIT, receipt=RECEIPT))
    assert "ppi" not in marked(FIT)


def test_a_page_without_stories_is_empty():
    console = Console(file=io.StringIO(), width=90, theme=THEME)
    console.print(Wireframes([DummyPage(1, "", "front", (), (), 80, 0.0)], (285, 420), {}))
    assert "empty" in console.file.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_receipt_says_what_was_done(width):
    console = Console(file=io.StringIO(), width=width, theme=THEME, color_system=None)
    for part in receipts(Dummy("tabloid", (page(fit=replace(FIT, receipt=RECEIPT)),))):
        console.print(part)
    lines = console.file.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= width
    said = " ".join(" ".join(lines).split())
    assert "19" in said
    assert "last the leading" in said


def test_a_receipt_in_words():
    assert done(RECEIPT) == (
        "photos: unveiling 14 lines high, not 11 (19 % cropped); headline at step 3 of 7; deck on 2 lines; "
        "paragraphs 2, 10 a line longer (at most +0.10 em); paragraph 6 a line shorter; "
        "1 line of white in the head; sign-off on its own line; 2 legs a line shorter"
    )
    assert done(Receipt((), HeadFit(1, 7, 1, 1, 0), (), 0, False, 0)) == "nothing, all at its best"


def test_the_table_of_capacities():
    slots = (
        Slot(1, "founding", Rank.LEAD, 2, 1356, 1356, (1281, 1715), (900, 1800)),
        Slot(1, "visit", Rank.BRIEF, 0, 0, 290, (264, 316), (60, 900)),
        Slot(2, "reform", Rank.LEAD, 0, 0, 900, None, None),
    )
    console = Console(file=io.StringIO(), width=80, theme=THEME, color_system=None)
    for part in capacities(slots):
        console.print(part)
    first, second, third = console.file.getvalue().splitlines()[1:4]
    assert first.split() == ["1", "founding", "lead", "2", "1356", "1281–1715", "456", "444"]
    assert second.split() == ["visit", "brief", "–", "blank", "264–316", "–", "–"]
    assert "not full" in third
