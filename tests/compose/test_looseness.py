"""A paragraph asked for a line more or less: the rules of lines hold, and its white stays within limits."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rulers import NEVER_FIRST, NEVER_LAST, paragraph, right_edge, setting, shipped_copy

from newsletter.compose import compose, range_of_lines
from newsletter.compose.tokens import weight
from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.manuscript import Paragraph

ROUNDING = 0.001
words = st.sampled_from(
    ("光电", "产教融合", "的", "实训基地", "学院", "《光路图》", "“回头课”", "27%", "CNC程序", "9月21日")
)
clauses = st.lists(words, min_size=1, max_size=6).map("".join)
texts = st.lists(clauses, min_size=2, max_size=12).map("，".join).map(lambda text: f"{text}。")
measures = st.sampled_from((10.0, 12.0, 13.0, 16.0, 21.0, 38.0))
changes = st.sampled_from((-2, -1, 1, 2))
slow = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _stretch(lines: tuple[Line, ...]) -> float:
    """Return the most white between two characters of the lines that are justified."""
    return max((line.stretch for line in lines[:-1]), default=0.0)


def _ends_alone(lines: tuple[Line, ...]) -> bool:
    return len(lines) > 1 and sum(map(weight, lines[-1].text)) < 2


def _holds(each: Paragraph, measure: float, change: int, loosened: float, book: FontBook) -> bool:
    """Assert what must hold of a paragraph asked for lines; return whether it could be had."""
    how = setting(measure, loosened=loosened)
    best, asked = compose(each, how, book), compose(each, how, book, change)
    fewest, most = range_of_lines(each, how, book)
    had = fewest <= len(best) + change <= most
    assert len(asked) == len(best) + change * had
    assert had or asked == best
    assert "".join(line.text for line in asked) == each.text
    assert _stretch(asked) <= max(loosened, _stretch(best)) + ROUNDING
    assert not [line for line in asked[1:] if line.text[0] in NEVER_FIRST]
    assert not [line for line in asked[:-1] if line.text.strip()[-1] in NEVER_LAST]
    assert sum(not line.full for line in asked[:-1]) <= sum(not line.full for line in best[:-1])
    assert _ends_alone(best) or not _ends_alone(asked)
    assert all(right_edge(line, book) <= measure + 0.01 for line in asked)
    return had


@slow
@given(text=texts, measure=measures, change=changes, loosened=st.sampled_from((0.06, 0.12, 0.16)))
def test_any_paragraph_keeps_its_rules(
    book: FontBook, text: str, measure: float, change: int, loosened: float
) -> None:
    _holds(paragraph(text), measure, change, loosened, book)


@pytest.mark.parametrize("measure", [12.0, 18.0])
def test_shipped_copy_keeps_its_rules_and_much_of_it_can_be_asked(book: FontBook, measure: float) -> None:
    had = [_holds(each, measure, 1, 0.16, book) for each in shipped_copy()[:60]]
    assert sum(had) > len(had) / 3


def test_a_tighter_limit_allows_less(book: FontBook) -> None:
    for each in shipped_copy()[:40]:
        strict, loose = (range_of_lines(each, setting(12.0, loosened=most), book) for most in (0.06, 0.16))
        assert loose[0] <= strict[0] <= strict[1] <= loose[1]
