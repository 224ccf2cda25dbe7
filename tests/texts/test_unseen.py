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
    (12, "cut"): "1, 50|160J",
    (15, "stretch"): "0.723 em",
    (18, "stretch"): "2.024 em",
    (21, "stretch"): "0.288 em",
}
"""Where today's composer misses a bound, with what was measured: the list of what is still to be done."""


JUDGED = ("body", "list", "quote", "verse", "signature")
"""The styles of the body's size, whose lines are counted."""


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
    assert figures.lines == sum(line.style in JUDGED and bool(line.line.pieces) for line in composed)
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
    return [each.line for each in lines if each.style == "body" and each.line.pieces]


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
