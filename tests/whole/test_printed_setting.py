"""The press file's body text as measured from its glyphs."""

import pytest

from newsletter.measure import Figures, measure
from tests.whole.conftest import Built


@pytest.fixture(scope="module")
def figures(press: Built) -> Figures:
    return measure(press.workshop.pdf)


def test_enough_is_measured(figures: Figures) -> None:
    assert figures.full > 700
    assert figures.pairs > 100


def test_full_lines_end_at_the_edge(figures: Figures) -> None:
    assert figures.flush >= 0.99, figures.ragged
    assert figures.error <= 0.02


def test_no_line_is_far_from_the_edge(figures: Figures) -> None:
    assert figures.worst <= 0.5, figures.ragged


def test_no_line_starts_or_ends_with_a_forbidden_mark(figures: Figures) -> None:
    assert figures.starts == ()
    assert figures.ends == ()


def test_no_word_is_cut(figures: Figures) -> None:
    assert figures.cut == ()


def test_neighbouring_marks_are_squeezed(figures: Figures) -> None:
    assert figures.wide == ()


def test_body_lines_stand_on_one_grid(figures: Figures) -> None:
    assert figures.grid >= 0.99


def test_no_paragraph_ends_with_a_lone_character(figures: Figures) -> None:
    assert figures.lone == ()
