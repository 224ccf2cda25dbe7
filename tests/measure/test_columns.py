"""Columns of any measure, passages, lists, verse: each line is counted for what it is, at its place."""

from pathlib import Path

import pytest

from newsletter.measure import Found
from tests.measure.sheets import HAN, figures_of, leg, paragraphs, prose, texts


def test_one_wide_column(tmp_path: Path) -> None:
    figures = figures_of(paragraphs(*prose(40, 4), *prose(40, 3), *prose(40, 5)), tmp_path)
    assert (figures.lines, figures.full, dict(figures.measures)) == (12, 9, {40.0: 9})
    assert figures.flush == 1


def test_narrow_legs_go_on_in_each_other(tmp_path: Path) -> None:
    broken = prose(10, 12)
    body = leg(0, *broken[:6]) + leg(11.6, *broken[6:])
    figures = figures_of(body, tmp_path)
    assert (figures.lines, figures.full, dict(figures.measures)) == (12, 11, {10.0: 11})
    assert (figures.flush, figures.grid) == (1, 1)


def test_two_measures_on_one_page(tmp_path: Path) -> None:
    body = leg(0, *prose(40, 5), *prose(40, 4)) + paragraphs('<span class="large">標題</span>')
    body += leg(0, *prose(12, 6), *prose(12, 5), top=12) + leg(14, *prose(12, 8), top=12)
    figures = figures_of(body, tmp_path)
    assert dict(figures.measures) == {12.0: 16, 40.0: 7}
    assert (figures.flush, figures.worst) == (1, pytest.approx(0, abs=0.01))


def test_a_ragged_line_is_named_with_its_place(tmp_path: Path) -> None:
    short = (*prose(12, 4)[:2], HAN[:11], HAN[:12], HAN[:3])
    figures = figures_of(leg(0, *prose(12, 6)) + leg(14, *short, *prose(12, 4)), tmp_path)
    assert figures.ragged == (Found(1, 2, HAN[:11], -1.0),)


def test_hanging_items(tmp_path: Path) -> None:
    items = [f"　　{n}.　{HAN[:8]}" for n in range(1, 4)]
    hung = [
        line
        for item in items
        for line in (item[:-1] + HAN[8], f"　　　　{HAN[9:17]}", f"　　　　{HAN[:3]}。")
    ]
    figures = figures_of(paragraphs(*prose(12, 4), *hung, *prose(12, 4)), tmp_path)
    assert figures.lines == 17
    assert figures.starts == ()
    assert figures.full >= 6


def test_an_indented_passage_is_measured_by_its_own_edge(tmp_path: Path) -> None:
    passage = [f'　　<span class="kai">{HAN[:16]}</span>'] * 4 + [f'　　<span class="kai">{HAN[:3]}。</span>']
    ragged = [*passage[:2], f'　　<span class="kai">{HAN[:15]}</span>', *passage[2:]]
    body = paragraphs(*prose(20, 4), *passage, *prose(20, 4), *ragged, *prose(20, 4))
    figures = figures_of(body, tmp_path)
    assert figures.full == 3 * 3 + 4 + 5
    assert texts(figures.ragged) == (HAN[:15],)


def test_verse_and_short_speeches_are_no_full_lines(tmp_path: Path) -> None:
    verse = [
        f'　　<span class="kai">{HAN[at : at + length]}</span>'
        for at, length in ((0, 9), (3, 13), (1, 8), (5, 11))
    ]
    speeches = [f"　　“{HAN[:length]}。”" for length in (4, 15, 9, 14, 12)]
    figures = figures_of(paragraphs(*prose(20, 4), *verse, *prose(20, 4), *speeches), tmp_path)
    assert figures.full == 6
    assert figures.flush == 1


def test_readings_over_a_line_do_not_break_it(tmp_path: Path) -> None:
    ruby = f'{HAN[:5]}<span class="small">yu</span>{HAN[5:11]}'
    figures = figures_of(paragraphs(*prose(12, 5), *prose(12, 3)[:2], ruby, HAN[:12], "辰宿"), tmp_path)
    assert figures.lines == 10


def test_a_line_spaced_beyond_reason_is_still_one_line(tmp_path: Path) -> None:
    gap = '　　<span style="letter-spacing:7em">财</span><span>政</span>'
    figures = figures_of(paragraphs(*prose(10, 5), gap, HAN[:10], HAN[:10], "辰宿", *prose(10, 4)), tmp_path)
    assert texts(figures.loose) == ("财政",)
    assert figures.stretch == pytest.approx(6 + 1, abs=1.1)


def test_long_words_are_kept_apart(tmp_path: Path) -> None:
    loose = f'<span class="loose">{HAN[:9]}</span>'
    body = paragraphs(
        *prose(12, 5), loose, f'<span class="loose">{HAN[:4]}</span>Python{HAN[:2]}', HAN[:12], "天"
    )
    figures = figures_of(body, tmp_path)
    assert figures.stretch == pytest.approx(0.2, abs=0.01)
    assert figures.word_stretch == pytest.approx(0.2, abs=0.01)
    assert (len(figures.loose), len(figures.word_loose)) == (1, 1)


def test_heads_and_feet_of_legs(tmp_path: Path) -> None:
    text = prose(12, 8)
    crosshead = '　　　　<span class="head">小标题</span>'
    body = leg(0, *text[:7], crosshead) + leg(14, *prose(12, 7)) + leg(28, text[7], *prose(12, 7))
    figures = figures_of(body, tmp_path)
    assert [(each.column, each.text) for each in figures.stranded] == [(1, "小标题")]
    body = leg(0, *text[:7]) + leg(14, text[7], *prose(12, 7))
    assert [(each.column, each.text) for each in figures_of(body, tmp_path).widows] == [(2, text[7])]


def test_numbers_and_units_are_whole_words_are_not(tmp_path: Path) -> None:
    lines = (
        *prose(12, 3)[:2],
        f"{HAN[:10]}50 ",
        f"nm{HAN[:11]}",
        f"{HAN[:9]}Anna ",
        f"Bell{HAN[:10]}",
        f"{HAN[:10]}2 ",
        f"600{HAN[:10]}",
        "辰宿",
    )
    figures = figures_of(paragraphs(*lines), tmp_path)
    assert [each.text.split("|")[1][:2] for each in figures.cut] == ["nm", "60"]
