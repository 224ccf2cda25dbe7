"""The slug line: what the profile asks for, dated by the issue."""

import datetime
from dataclasses import replace

import pytest

from newsletter.lengths import Mm
from newsletter.markup import slug_of
from newsletter.press import FinishOrder


def with_slug(order: FinishOrder, *words: str) -> FinishOrder:
    return replace(order, condition=order.condition.model_copy(update={"slug": words}))


def test_all_that_a_pressman_looks_for(order: FinishOrder) -> None:
    text = slug_of(order).text
    assert text.startswith("光谷产教之窗 第6期　第{page}版　newsprint IFRA26　")
    assert all(f'<i class="ink-{ink}">{ink}</i>' in text for ink in "CMYK")
    assert text.endswith("2026-06-30 08:00")


@pytest.mark.parametrize("word", ["title", "page", "condition", "date"])
def test_each_word_alone(order: FinishOrder, word: str) -> None:
    assert "　" not in slug_of(with_slug(order, word)).text
    assert slug_of(with_slug(order)).text == ""


def test_midnight_is_no_time(order: FinishOrder) -> None:
    day = replace(with_slug(order, "date"), date=datetime.datetime(2026, 9, 28, tzinfo=datetime.UTC))
    assert slug_of(day).text == "2026-09-28"


def test_no_line_where_there_is_no_room(order: FinishOrder) -> None:
    assert slug_of(replace(order, border=Mm(8.0))).text == ""


def test_names_are_no_markup(order: FinishOrder) -> None:
    assert "<b>" not in slug_of(replace(order, title="<b>报</b>")).text
