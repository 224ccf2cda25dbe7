"""A lead passes places over at one look and changes nothing of what is found."""

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks import EARLY

LED = re.compile(r"\(\?=\[[^\]]+\]\)\((?:\?:)")
ALPHABET = st.sampled_from(
    "".join(sorted(set("0123456789.,%-年月日Oo〇○一二十百千万、，。…·—―─《<>＜aKCNcnISs-@报刊号'‘’增位")))
)
TEXTS = st.text(ALPHABET, max_size=40)


def led():
    for desk in EARLY:
        for name, value in vars(import_module(f"newsletter.checks.{desk}")).items():
            if isinstance(value, re.Pattern) and LED.match(value.pattern):
                yield pytest.param(value, id=f"{desk}.{name}")


@pytest.mark.parametrize("pattern", [*led()])
@given(text=TEXTS)
def test_a_lead_leaves_out_nothing(pattern, text):
    bare = re.compile(LED.sub("(?:", pattern.pattern, count=1), pattern.flags)
    for stretch in (text, *words_of(pattern, text)):
        assert spans(pattern, stretch) == spans(bare, stretch)


def words_of(pattern, text):
    """Return texts of the pattern's own characters, picked by a text: what it looks for is likely in them."""
    own = re.sub(r"[\\(){}?:|\[\]=!<>^$+*]", "", pattern.pattern)
    return ("".join(own[ord(each) * 7 % len(own)] for each in text),)


def spans(pattern, text):
    return [each.span() for each in pattern.finditer(text)]


def test_there_are_some():
    assert len([*led()]) > 15
