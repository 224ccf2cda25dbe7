"""A phrase that looks for a word first sees all that its pattern sees."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.checks import EARLY, commerce, fees, imprint, partners
from newsletter.checks.phrases import Phrase, phrase

DESKS = (*EARLY, "fees", "offers")
OWN = "(?:本(?:资料|刊|报)|《某报》)"
OF_ITSELF = (
    commerce.charged_of,
    commerce.online_of,
    fees.of_itself_for_money,
    imprint.to_everybody,
    imprint.handed_out,
    partners.together_with,
)
QUICK = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def phrases() -> Iterator[Any]:
    """Yield each phrase where it is written."""
    for desk in DESKS:
        for name, value in vars(import_module(f"newsletter.checks.{desk}")).items():
            if isinstance(value, Phrase):
                yield pytest.param(value, id=f"{desk}.{name}")
    yield from (pytest.param(of(OWN), id=of.__name__) for of in OF_ITSELF)


@pytest.mark.parametrize("each", [*phrases()])
@QUICK
@given(data=st.data())
def test_a_word_stands_in_all_that_a_pattern_sees(each: Phrase, data: st.DataObject) -> None:
    pattern = re.compile(each.pattern)
    text = data.draw(st.from_regex(pattern))
    assert [found.span() for found in each.finditer(text)] == [
        found.span() for found in pattern.finditer(text)
    ]


def test_a_word_that_is_left_out_is_noticed() -> None:
    lame = phrase("甲", "甲|乙")
    assert lame.search("乙") is None
    assert lame.search("甲乙")


def test_a_part_of_a_text_is_searched_as_a_pattern_does() -> None:
    said = phrase("记者", "(?<!小)记者")
    assert said.search("小记者，记者", 0, 4) is None
    assert [found.span() for found in said.finditer("小记者，记者")] == [(4, 6)]
    assert said.match("记者") and not said.match("小记者")
    assert said.fullmatch("记者") and not said.fullmatch("记者们")


def test_there_are_some() -> None:
    assert len([*phrases()]) > 30
