"""Texts that nobody tuned for, at many measures: judged by glyph positions in the PDF and by arithmetic."""

from collections.abc import Callable

import pytest

from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.measure import Figures
from newsletter.measure.marks import NOT_AT_END, NOT_AT_START, has_long_word
from tests.texts.bounds import BOUNDS, STRETCHED_FROM
from tests.texts.copy import HERE, MEASURES, lines_of, texts

MISSED = {
    (10, "cut"): "15, such as 30|s",
    (12, "cut"): "10, such as 70|μm",
    (13, "cut"): "9, such as 780|nm",
    (15, "cut"): "12, such as 0.001|mm",
    (18, "cut"): "10, such as 1|μm",
    (21, "cut"): "9, such as 4|500",
    (24, "cut"): "5, such as 70|μm",
    (30, "cut"): "3, such as 4|500",
    (40, "cut"): "5, such as 88～108|MHz",
    (10, "wide"): "1, a ）、",
    (15, "stretch"): "0.723 em",
    (18, "stretch"): "2.024 em",
    (21, "stretch"): "0.288 em",
    (24, "stretch"): "0.197 em",
    (30, "stretch"): "0.126 em",
    (40, "stretch"): "0.158 em",
}
"""Where today's composer misses a bound, with what was measured: the list of what is still to be done."""


def _cases() -> list[object]:
    """Return every measure with every bound, those known to be missed marked."""
    return [
        pytest.param(measure, bound, marks=_mark(measure, bound))
        for measure in MEASURES
        for bound in BOUNDS
        if bound != "stretch" or measure >= STRETCHED_FROM
    ]


def _mark(measure: int, bound: str) -> list[pytest.MarkDecorator]:
    reason = MISSED.get((measure, bound))
    return [pytest.mark.xfail(reason=reason, strict=False)] if reason else []


@pytest.mark.parametrize(("measure", "bound"), _cases())
def test_print_keeps_to_the_bounds(figures_at: Callable[[float], Figures], measure: int, bound: str) -> None:
    figures = figures_at(measure)
    value, most = BOUNDS[bound]
    assert value(figures) <= most, figures


@pytest.mark.parametrize("measure", MEASURES)
def test_the_measure_sees_every_line(
    figures_at: Callable[[float], Figures], book: FontBook, measure: int
) -> None:
    composed = [line for text in texts().values() for line in lines_of(text, measure, book)]
    figures = figures_at(measure)
    assert figures.lines == sum(line.style == "body" for line in composed)
    assert list(figures.measures) == [measure]
    assert figures.pairs > 180


@pytest.mark.parametrize("measure", MEASURES)
def test_arithmetic_keeps_to_the_bounds(book: FontBook, measure: int) -> None:
    full = [line for line in _running(book, measure) if line.full]
    assert len(full) > 200
    for line in full:
        assert line.text.rstrip()[-1] not in NOT_AT_END
    if measure >= 30:
        assert max(line.stretch for line in full if not has_long_word(line.text)) <= 0.16


@pytest.mark.parametrize("measure", MEASURES)
def test_no_line_starts_with_a_forbidden_mark(book: FontBook, measure: int) -> None:
    assert not [line.text for line in _running(book, measure) if line.text[0] in NOT_AT_START - {"—", "…"}]


def _running(book: FontBook, measure: float) -> list[Line]:
    """Return the lines of body text."""
    lines = (line for text in texts().values() for line in lines_of(text, measure, book))
    return [each.line for each in lines if each.style == "body"]


def test_the_texts_are_worth_it(book: FontBook) -> None:
    assert len(texts()) == 10
    for name, article in texts().items():
        written = "".join(paragraph.text for paragraph in article.manuscript.paragraphs)
        assert 1150 <= len(written) <= 2500, name
        assert book.missing(written, "song") == (), name
    everything = "".join(file.read_text("utf-8") for file in HERE.glob("*.md"))
    for wanted in ("第十四条", "（一）", "‘", "nm", "MHz", "pH", "℃", "μm", "CO2", "DNA", "Python", "@"):
        assert wanted in everything
    for wanted in ("https://", "3/4", "±0.5", "10～20℃", "×10^", "後", "——", "……", "元"):
        assert wanted in everything
