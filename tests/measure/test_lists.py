"""Lists, passages, verse, tables and signatures in narrow legs: what must be flush is judged, and nothing else."""

from pathlib import Path

import pytest

from newsletter.measure import Figures
from tests.measure.sheets import HAN, figures_of, leg, paragraphs, prose, texts

TEN = HAN[:10]


def hung(*items: str, inset: float = 1.0, text: float = 2.0) -> tuple[str, ...]:
    """Return rows of items as they are set: “1.一行|二行” has its figure hanging before rows at ``text`` em."""
    return tuple(row for item in items for row in _rows(item, inset, text))


def _rows(item: str, inset: float, text: float) -> tuple[str, ...]:
    first, *others = item.split("|")
    marker, words = first.split(" ")
    style = f"display:inline-block;width:{text - inset}em;margin-left:{inset}em"
    turned = (f'<span style="margin-left:{text}em">{row}</span>' for row in others)
    return (f'<span style="{style}">{marker}</span>{words}', *turned)


LIST = hung(f"1. {TEN}|{TEN}|寒来暑往。", f"2. {TEN}|秋收冬藏；", "3. 闰余成岁", f"4. {TEN}|{TEN}|律吕。")
"""A list in twelve em: five full lines."""


def _figures(tmp_path: Path, *lines: str) -> Figures:
    return figures_of(paragraphs(*lines), tmp_path)


def test_a_list_below_its_introduction(tmp_path: Path) -> None:
    figures = _figures(tmp_path, *prose(12, 4), "　　入馆三件事：", *LIST, *prose(12, 4))
    assert (figures.lines, figures.full, figures.flush) == (18, 3 + 5 + 3, 1)
    assert dict(figures.measures) == {12.0: 11}


def test_a_leg_that_holds_nothing_but_a_list(tmp_path: Path) -> None:
    head = prose(12, 6, last=3)
    body = leg(0, *head, "　　容包括：") + leg(13.6, *LIST, "　　余成。") + leg(13.6, *prose(12, 5), top=12)
    figures = figures_of(body, tmp_path)
    assert figures.full == 5 + 5 + 4
    assert (texts(figures.ragged), dict(figures.measures)) == ((), {12.0: 14})


def test_an_item_goes_on_in_the_next_leg(tmp_path: Path) -> None:
    body = leg(0, *prose(12, 5), *LIST[:2]) + leg(13.6, *LIST[2:], *prose(12, 5))
    figures = figures_of(body, tmp_path)
    assert (figures.full, figures.flush) == (4 + 5 + 4, 1)


@pytest.mark.parametrize("marker", ["1.", "10.", "3、", "（二）", "①", "•", "–", "五、"])
def test_markers_of_every_kind(tmp_path: Path, marker: str) -> None:
    items = hung(f"{marker} {TEN[:9]}|{TEN[:9]}|{TEN[:4]}", f"{marker} {TEN[:9]}|辰宿", text=3, inset=0.7)
    figures = _figures(tmp_path, *prose(12, 4), *items, *prose(12, 4))
    assert (figures.full, figures.flush) == (3 + 3 + 3, 1)


def test_nested_lists(tmp_path: Path) -> None:
    inner = hung(f"– {TEN[:9]}|{TEN[:9]}|冬藏", "– 余成岁", inset=2.2, text=3)
    figures = _figures(
        tmp_path, *prose(12, 4), *hung(f"1. {TEN}|律吕："), *inner, *hung(f"2. {TEN}|调阳"), *prose(12, 3)
    )
    assert (figures.full, figures.flush) == (3 + 1 + 2 + 1 + 2, 1)


def test_single_lines_of_a_list_are_as_long_as_they_are(tmp_path: Path) -> None:
    rows = hung(*(f"• {HAN[:length]}" for length in (4, 7, 5, 9, 6)))
    figures = _figures(
        tmp_path, *prose(12, 5), *rows, "　　分工如下：", *hung("1. 天地", "2. 玄黄"), *prose(12, 5)
    )
    assert (figures.full, figures.flush) == (8, 1)


def test_a_short_line_of_an_item_is_found(tmp_path: Path) -> None:
    short = hung(
        f"1. {TEN}|{HAN[:8]}|{TEN}|冬藏。", f"2. {HAN[:9]}|{TEN}|闰余", f"3. {TEN}|{HAN[:7]}|成岁", "4. 吕"
    )
    figures = _figures(tmp_path, *prose(12, 4), "　　如下：", *short, *prose(12, 4))
    assert texts(figures.ragged) == (HAN[:8], f"2.{HAN[:9]}", HAN[:7])
    assert [each.em for each in figures.ragged] == pytest.approx([-2, -1, -3], abs=0.01)


def test_a_number_at_a_line_s_start_opens_no_item(tmp_path: Path) -> None:
    lines = (*prose(12, 3)[:2], f"10.　{HAN[:10]}"[:13], f"（二）{HAN[:9]}", HAN[:12], "辰宿")
    figures = _figures(tmp_path, *lines, *prose(12, 3))
    assert figures.full == 5 + 2


def test_numbered_paragraphs_are_no_list(tmp_path: Path) -> None:
    clause = (f"　　（一）{HAN[:7]}", HAN[:12], HAN[:11], HAN[:12], "寒来；")
    figures = _figures(tmp_path, *prose(12, 3), *clause, *clause, *prose(12, 3))
    assert (figures.full, len(figures.ragged)) == (2 + 4 + 4 + 2, 2)


def _quotation(*rows: str) -> tuple[str, ...]:
    return tuple(f'　　<span class="kai">{row}</span>' for row in rows)


def test_a_quotation_with_a_paragraph_s_indent(tmp_path: Path) -> None:
    rows = _quotation(f"　　{HAN[:8]}", HAN[:10], HAN[:10], "宙洪。", f"　　{HAN[:8]}", HAN[:10], "荒日")
    figures = _figures(tmp_path, *prose(12, 4), *rows, *prose(12, 4))
    assert (figures.full, figures.flush) == (3 + 3 + 2 + 3, 1)
    short = (*rows[:1], *_quotation(HAN[:9]), *rows[2:])
    figures = _figures(tmp_path, *prose(12, 4), *rows, *short, *prose(12, 4))
    assert texts(figures.ragged) == (HAN[:9],)


@pytest.mark.parametrize("line", ["天地玄黄宇", "天地玄黄宇宙洪"])
def test_verse_of_equal_lines(tmp_path: Path, line: str) -> None:
    stanza = tuple(f'<span style="margin-left:3em">{line}</span>' for _line in range(4))
    heading = (
        '<span style="margin-left:3.5em">夜宿山寺</span>',
        '<span style="margin-left:4.5em">李白</span>',
    )
    figures = _figures(tmp_path, *prose(12, 5), "&nbsp;", *heading, *stanza, "&nbsp;", *prose(12, 5))
    assert (figures.full, figures.flush) == (8, 1)


def test_verse_as_wide_as_its_leg(tmp_path: Path) -> None:
    lines = (HAN[:12], HAN[3:12], f"　　{HAN[:2]}", HAN[:10], HAN[2:12], HAN[:12], HAN[4:10])
    stanza = tuple(f'<span class="kai">{line}</span>' for line in lines)
    figures = _figures(tmp_path, *prose(12, 5), "&nbsp;", *stanza, "&nbsp;", *prose(12, 5))
    assert (figures.lines, figures.full, figures.flush) == (17, 8, 1)


def test_cells_of_a_table_are_no_lines(tmp_path: Path) -> None:
    cells = '<span style="margin-right:4em">{}</span><span style="margin-right:3em">{}</span>{}'
    rows = [cells.format("天地", "玄黄", "宇宙"), cells.format("日月", "盈昃", "辰宿"), "列张"]
    table = ("&nbsp;", *rows, *rows, "&nbsp;")
    figures = _figures(tmp_path, *prose(20, 5), *table, *prose(20, 5))
    assert (figures.lines, figures.full, figures.flush) == (10 + 1, 8, 1)


def test_unit_and_date_are_no_lines_of_a_paragraph(tmp_path: Path) -> None:
    signature = (
        '<span style="margin-left:6em">校图书馆</span>',
        '<span style="margin-left:4.5em">二〇二六年三月</span>',
    )
    body = leg(0, *prose(12, 6)) + leg(13.6, *signature)
    assert (figures_of(body, tmp_path).full) == 5
    body = leg(0, *prose(12, 6), "　　特此通知。", *signature)
    assert (figures_of(body, tmp_path).full) == 5


def test_a_paragraph_goes_on_behind_words_set_apart(tmp_path: Path) -> None:
    mixed = f'　　{HAN[:6]}<span class="kai">{HAN[6:10]}</span>'
    figures = _figures(tmp_path, *prose(12, 4), mixed, HAN[:11], HAN[:12], "寒来", *prose(12, 4))
    assert texts(figures.ragged) == (HAN[:11],)
    assert figures.full == 3 + 3 + 3
