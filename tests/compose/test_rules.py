"""Each rule of setting, by cases one can check with a ruler."""

from itertools import pairwise

import pytest
from rulers import NEWS, paragraph, right_edge, setting

from newsletter.compose import compose, compose_text, count_lines
from newsletter.compose.hyphenation import parts
from newsletter.fonts import FontBook
from newsletter.manuscript import Block, Emphasis, Paragraph

FILL = "春江花月夜里听涛声"


def texts(text: str, book: FontBook, measure: float = 12.0, **changes: object) -> list[str]:
    return [line.text for line in compose_text(text, setting(measure, **changes), book)]


def natural_width(text: str, book: FontBook, **changes: object) -> float:
    (line,) = compose_text(text, setting(60.0, indent=0.0, align="left", **changes), book)
    return line.width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("中文", 2.0),
        ("中。”文", 3.5),
        ("中），文", 3.5),
        ("中》《文", 3.5),
        ("中：“文", 3.5),
        ("中，“文", 3.5),
        ("中（“文", 3.5),
        ("中？！文", 3.5),
        ("中。”（文", 4.0),
        ("中》》，文", 4.0),
        ("中《一》、《二》文", 8.0),
        ("中……文", 4.0),
        ("中——文", 4.0),
        ("“中文", 2.5),
        ("中文。", 3.0),
        ("阿·迪", 2.5),
        ("京—沪", 3.0),
    ],
)
def test_neighbouring_marks_take_one_and_a_half(book: FontBook, text: str, width: float) -> None:
    assert natural_width(text, book) == pytest.approx(width, abs=0.002)


@pytest.mark.parametrize(("style", "width"), [("quanjiao", 9.0), ("kaiming", 7.5), ("banjiao", 7.0)])
def test_styles_of_punctuation(book: FontBook, style: str, width: float) -> None:
    assert natural_width("一，二（三）四。五", book, punctuation=style) == pytest.approx(width, abs=0.002)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("在5月", 2),
        ("用Python写", 2),
        ("（5月", 1),
        ("共5，", 1),
        ("涨27%，", 1),
        ("涨27%的", 2),
        ("A级，B座", 2),
        ("5 月", 0),
    ],
)
def test_gap_between_han_and_latin(book: FontBook, text: str, gaps: int) -> None:
    wide = natural_width(text, book, gap=0.4)
    assert wide - natural_width(text, book, gap=0.2) == pytest.approx(0.2 * gaps, abs=0.001)


@pytest.mark.parametrize(
    "kept",
    ["2026年", "9月", "21日", "3.14", "1,234,567", "27%", "27％", "36.5℃", "3860万元", "1550纳米", "10—12日", "第17次",
     "——", "……", "Laser", "8个", "3～5次", "５０％", "4分", "12500元", "99.5%", "18时"],
)  # fmt: skip
def test_what_is_never_broken(book: FontBook, kept: str) -> None:
    for before in range(1, 30):
        for line, following in pairwise(texts("国" * before + kept + "家" * 20, book, 24.0)):
            cut = (line + following).find(kept)
            assert not cut < len(line) < cut + len(kept) or cut < 0


def test_a_number_leaves_its_unit_only_for_white_as_wide_as_a_word(book: FontBook) -> None:
    first, *_rest = texts("该刊创办于1960年，以介绍古代优秀的作品为主", book, 10.0)
    assert first == "该刊创办于1960"
    assert texts("这份刊物是创办于1960年，以介绍古代的作品为主", book, 12.0)[0] == "这份刊物是创办于"


def test_dates_break_between_their_parts(book: FontBook) -> None:
    found = {
        line[-1]
        for size in range(1, 12)
        for line in texts("国" * size + "2026年9月21日" + FILL * 2, book)[:-1]
    }
    assert found & set("年月日")


def test_long_words_break_after_their_marks(book: FontBook) -> None:
    lines = texts("网址https://www.example.edu.cn/optics/2026/index.html，请看", book, 10.0)
    assert all(line[-1] in "/.，看" for line in lines[:-1])
    assert "".join(lines) == "网址https://www.example.edu.cn/optics/2026/index.html，请看"


@pytest.mark.parametrize("size", range(8, 60))
def test_no_lone_character_ends_a_paragraph(book: FontBook, size: int) -> None:
    for tail in ("", "。", "。”"):
        last = texts("国" * size + tail, book)[-1]
        assert sum(character == "国" for character in last) >= 2


def test_short_paragraphs(book: FontBook) -> None:
    assert texts("", book) == []
    assert texts("  \u3000", book) == []
    assert texts("国", book) == ["国"]
    assert compose(Paragraph(Block.TEXT, (), paragraph("x").span), setting(12.0), book) == ()
    assert count_lines(paragraph(""), setting(12.0), book) == 0


def test_plain_lines_stand_on_the_grid(book: FontBook) -> None:
    first, *more = compose_text("国" * 46, setting(12.0), book)
    assert (first.start, first.width, len(first.text)) == (2.0, 10.0, 10)
    assert [(line.start, line.width, len(line.pieces)) for line in more] == [(0.0, 12.0, 1)] * 3
    assert all(line.stretch == 0 and line.full for line in more)


def test_edge_marks_are_half_wide(book: FontBook) -> None:
    lines = compose_text("国" * 10 + "“" + "家" * 11 + "，" + "人" * 12, setting(12.0), book)
    assert lines[1].text.startswith("“")
    assert lines[1].pieces[0].halved
    ended = compose_text("国" * 21 + "，" + "家" * 12, setting(12.0), book)[1]
    assert (ended.text[-1], ended.pieces[-1].halved) == ("，", True)
    assert right_edge(ended, book) == pytest.approx(12.0, abs=0.01)


def test_marks_give_before_characters_are_spaced(book: FontBook) -> None:
    line = compose_text("国家，人民，天地人" + "和" * 30, setting(12.0, indent=0.0), book)[0]
    assert line.stretch == 0
    assert len(line.text) in (12, 13)


def test_pushing_in_comes_before_pushing_out(book: FontBook) -> None:
    line = compose_text("国家人，民天地和气春秋冬，夏日月星辰山川", setting(12.0, indent=0.0), book)[0]
    assert (line.text, line.stretch) == ("国家人，民天地和气春秋冬，", 0.0)
    assert [piece.text for piece in line.pieces if piece.halved] == ["，", "，"]


def test_emphasis_chooses_the_face(book: FontBook) -> None:
    each = paragraph("普通", ("强调", Emphasis.STRONG), ("楷体", Emphasis.STRESS))
    (line,) = compose(each, setting(20.0), book)
    assert [(piece.text, piece.face) for piece in line.pieces] == [
        ("普通", "song"),
        ("强调", "hei-medium"),
        ("楷体", "kai"),
    ]


def test_rare_characters_come_from_the_extension(book: FontBook) -> None:
    (line,) = compose_text("王龘说", setting(20.0), book)
    assert [(piece.text, piece.face) for piece in line.pieces] == [
        ("王", "song"),
        ("龘", "song-ext"),
        ("说", "song"),
    ]


def test_names_of_two_stay_together(book: FontBook) -> None:
    for size in range(1, 15):
        assert any("张\u3000明" in line for line in texts("国" * size + "张\u3000明" + "家" * 9, book))


def test_items_hang_by_their_marker(book: FontBook) -> None:
    each = Paragraph(Block.ITEM, paragraph("国" * 30).runs, paragraph("x").span, marker="1.")
    first, second, *_ = compose(each, setting(12.0, indent=0.0, hanging=1.5), book)
    assert (first.start, first.text[:3]) == (0.0, "1.国")
    assert right_edge(first, book) == pytest.approx(12.0, abs=0.01)
    assert (second.start, second.start + second.width) == (1.5, 12.0)
    assert len(first.text) - 2 == len(second.text)


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_short_lines_are_aligned(book: FontBook, align: str, share: float) -> None:
    (line,) = compose_text("国家人民", setting(12.0, indent=0.0, align=align), book)
    assert (line.start, line.width) == (8.0 * share, 4.0)
    assert not line.full


def test_looseness_gains_and_loses_a_line(book: FontBook) -> None:
    each = paragraph("国" * 115 + "，" + "家" * 5 + "，人民，天地，春秋，冬夏。")
    lines = {loose: compose(each, setting(12.0), book, loose) for loose in (-9, -1, 0, 1, 9)}
    assert len(lines[1]) == len(lines[0]) + 1
    assert lines[9] == lines[-9] == lines[0]
    assert all(right_edge(line, book) == pytest.approx(12.0, abs=0.01) for line in lines[1][:-1])


def test_tracking_is_in_thousandths_and_dashes_stay_joined(book: FontBook) -> None:
    for line in compose_text("国家——人民，" * 20, setting(13.3), book):
        for piece in line.pieces:
            assert piece.tracking == round(piece.tracking, 3)
            assert "——" not in piece.text or (piece.text == "——" and piece.tracking == 0)


def test_long_words_are_divided_by_their_language(book: FontBook) -> None:
    word = "internationalization"
    for before in range(1, 10):
        lines = compose_text("国" * before + word + "家" * 30, setting(10.0, hyphenation="en_GB"), book)
        assert "".join(line.text for line in lines) == "国" * before + word + "家" * 30
        cut = [line for line in lines if line.pieces[-1].added]
        assert all((line.pieces[-1].text, line.full) == ("-", True) for line in cut)
        assert all(right_edge(line, book) == pytest.approx(10.0, abs=0.01) for line in lines[:-1])
    assert not any(
        piece.added for line in compose_text("家" * 9 + word, setting(10.0), book) for piece in line.pieces
    )


@pytest.mark.parametrize(
    "whole", ["Laser", "WeasyPrint", "NATO", "NaNoScience", "中文", "example.", "exchange/", "visiting@"]
)
def test_what_is_not_divided(whole: str) -> None:
    assert parts(whole, "en_GB") == (whole,)
    assert parts("international", "xx_YY") == ("international",)


def test_an_undivided_word_is_set_whole(book: FontBook) -> None:
    plain = compose_text("在international上", setting(30.0), book)
    (line,) = compose_text("在international上", setting(30.0, hyphenation="en_GB"), book)
    assert line == plain[0]


def test_an_apostrophe_in_a_word_is_narrow(book: FontBook) -> None:
    assert natural_width("it’s", book) < natural_width("its", book) + 0.3
    (line,) = compose_text("It’s说“好’", setting(30.0), book)
    assert next((piece.text, piece.proportional) for piece in line.pieces) in [("It’s", True), ("It’", True)]
    assert not any(piece.proportional for piece in line.pieces if "好" in piece.text)


def test_latin_is_set_in_its_own_size(book: FontBook) -> None:
    scaled = natural_width("国2026家", book, latin=(("song", 1.1),), gap=0.2)
    plain = natural_width("国2026家", book, gap=0.2)
    assert scaled - plain == pytest.approx(0.1 * book.width("song", "2026"), abs=0.002)
    lines = compose_text(NEWS[3], setting(13.0, latin=(("song", 1.1),)), book)
    assert {piece.scale for line in lines for piece in line.pieces} == {1.0, 1.1}
    assert all(right_edge(line, book) == pytest.approx(13.0, abs=0.01) for line in lines[:-1] if line.full)


@pytest.mark.parametrize("kept", ["50 nm", "2.4 GHz", "1.5×10³", "CO₂", "5 mg/L", "5～10 kV", "①国", "1/3"])
def test_science_is_never_broken(book: FontBook, kept: str) -> None:
    for before in range(1, 30):
        for line, following in pairwise(texts("国" * before + kept + "家" * 20, book, 24.0)):
            cut = (line + following).find(kept)
            assert not cut < len(line) < cut + len(kept) or cut < 0


def test_a_year_in_han_is_parted_for_want_of_better_breaks_alone(book: FontBook) -> None:
    for before in range(6, 70):
        for line, following in pairwise(texts("国" * before + "二〇二六年" + "家，" * 30, book, 32.0)):
            cut = (line + following).find("二〇二六年")
            assert not cut < len(line) < cut + 5 or cut < 0


def test_characters_give_a_hair_before_others_gape(book: FontBook) -> None:
    text = "国" * 11 + "2026年" + "家" * 7
    tight = compose_text(text, setting(15.0, indent=0.0), book)
    loose = compose_text(text, setting(15.0, indent=0.0, tightest=0.0), book)
    assert max(line.stretch for line in tight) <= max(line.stretch for line in loose)
    assert all(piece.tracking >= -0.051 for piece in tight[0].pieces if piece.text[0] in "国家")


EDGED = "国" * 10 + "“" + "家" * 11 + "，" + "人" * 12


@pytest.mark.parametrize(
    ("style", "last", "width"),
    [("half", True, 12.0), ("full", False, 12.0), ("either", False, 12.0)],
)
def test_a_closing_mark_at_a_line_s_end(book: FontBook, style: str, last: bool, width: float) -> None:
    line = compose_text("国" * 21 + "，" + "家" * 12, setting(12.0, line_end=style), book)[1]
    assert (line.text[-1], line.pieces[-1].halved) == ("，", last)
    assert right_edge(line, book) == pytest.approx(width, abs=0.01)


def test_an_opening_mark_at_a_line_s_start(book: FontBook) -> None:
    text = "国" * 10 + "“" + "家" * 11 + "人" * 12
    half, full = (compose_text(text, setting(12.0, line_start=style), book)[1] for style in ("half", "full"))
    assert (half.pieces[0].text[0], half.pieces[0].halved) == ("“", True)
    assert (full.text[0], full.pieces[0].halved, full.width) == ("“", False, 12.0)
