"""What holds of every paragraph at every measure."""

import random
import string

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rulers import NEVER_FIRST, NEVER_LAST, NEWS, paragraph, right_edge, setting, shipped_copy

from newsletter.compose import compose, compose_text, count_lines, range_of_lines
from newsletter.compose.tokens import printable
from newsletter.fonts import FontBook
from newsletter.manuscript import Emphasis

MEASURES = (8.0, 9.5, 11.0, 12.0, 13.0, 15.0, 18.0, 21.0, 25.5, 31.0, 40.0)
HAN = "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生"
MARKS = "，。、；：？！（）《》“”‘’…—·【】"
copy_text = st.text(
    st.one_of(
        st.sampled_from(HAN),
        st.sampled_from(HAN),
        st.sampled_from(MARKS),
        st.sampled_from("0123456789%.年月日 aLT"),
    ),
    max_size=120,
)
mixed_text = st.lists(
    st.one_of(copy_text, st.sampled_from(("international", "It’s", "Semiconductor", "50 nm", "——", "林·德"))),
    max_size=8,
).map("".join)
measures = st.sampled_from(MEASURES)
slow = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slow
@given(text=st.text(max_size=200), measure=measures)
@example(text="\u3000\u3000段首空格", measure=8.0)
@example(text="a\tb\nc\u2028d\x00e\u202ef\ufeff", measure=8.0)
@example(text="👩‍👩‍👧‍👦🇨🇳한글ひらがな العربية עברית ไทย", measure=8.0)
@example(text="）））））））））））））））））））））））））", measure=8.0)
@example(text="（（（（（（（（（（（（（（（（（（（（（（（（（", measure=8.0)
@example(text="——" * 30, measure=8.0)
@example(text="\ue000\uf8ff\U000f0000", measure=8.0)
def test_any_text_is_set_whole_and_in_order(book: FontBook, text: str, measure: float) -> None:
    lines = compose_text(text, setting(measure), book)
    if printable(text).strip():
        assert "".join(line.text for line in lines) == printable(text)
    else:
        assert lines == ()
    assert lines == compose_text(text, setting(measure), book)
    assert all(piece.text for line in lines for piece in line.pieces)
    assert all(line.start + line.width <= measure + 0.01 for line in lines)


manners = st.fixed_dictionaries(
    {
        "punctuation": st.sampled_from(("quanjiao", "kaiming", "banjiao")),
        "line_start": st.sampled_from(("half", "full")),
        "line_end": st.sampled_from(("half", "full", "either")),
        "hyphenation": st.sampled_from(("", "en_GB")),
        "latin": st.sampled_from(((), (("song", 1.04),))),
        "tightest": st.sampled_from((0.0, 0.05)),
    }
)


@slow
@given(text=mixed_text, measure=measures, manner=manners)
@example(text=".’international0一0", measure=8.0, manner={"tightest": 0.0})
def test_full_lines_end_at_the_measure(
    book: FontBook, text: str, measure: float, manner: dict[str, object]
) -> None:
    lines = compose_text(text, setting(measure, **manner), book)
    assert "".join(line.text for line in lines) == (text if text.strip() else "")
    for line in lines:
        edge = right_edge(line, book)
        assert edge == pytest.approx(line.start + line.width, abs=0.004)
        assert edge <= measure + 0.01
        if line.full:
            assert edge == pytest.approx(measure, abs=0.01)


@slow
@given(text=copy_text, measure=measures, looseness=st.integers(-2, 2))
def test_no_line_starts_or_ends_with_what_must_not(
    book: FontBook, text: str, measure: float, looseness: int
) -> None:
    if any(len(run) > 6 for run in "".join(c if c in MARKS else " " for c in text).split()):
        return
    lines = [line.text.strip() for line in compose_text(text, setting(measure), book, looseness)]
    assert not [line for line in lines[1:] if line[0] in NEVER_FIRST]
    assert not [line for line in lines[:-1] if line[-1] in NEVER_LAST]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_line_but_the_last_of_news_is_full(book: FontBook, measure: float) -> None:
    for each in (*map(paragraph, NEWS[:3]), *shipped_copy()[:40]):
        lines = compose(each, setting(measure), book)
        for line in lines[:-1]:
            assert line.full
            assert right_edge(line, book) == pytest.approx(measure, abs=0.01)
        assert "".join(line.text for line in lines) == each.text


@pytest.mark.parametrize("measure", MEASURES)
def test_lines_are_counted_as_they_are_made(book: FontBook, measure: float) -> None:
    for each in shipped_copy()[:30]:
        fewest, most = range_of_lines(each, setting(measure), book)
        best = count_lines(each, setting(measure), book)
        assert fewest <= best <= most
        assert len(compose(each, setting(measure), book)) == best
        for looseness in (-1, 1):
            made = len(compose(each, setting(measure), book, looseness))
            assert made == (best + looseness if fewest <= best + looseness <= most else best)
            assert made == count_lines(each, setting(measure), book, looseness)


@slow
@given(parts=st.lists(st.tuples(copy_text, st.sampled_from(Emphasis)), max_size=6), measure=measures)
def test_runs_keep_their_text_and_face(
    book: FontBook, parts: list[tuple[str, Emphasis]], measure: float
) -> None:
    each = paragraph("", *parts)
    lines = compose(each, setting(measure), book)
    assert "".join(line.text for line in lines) == (each.text if each.text.strip() else "")
    assert {piece.face for line in lines for piece in line.pieces} <= {"song", "hei-medium", "kai"}


@pytest.mark.parametrize("measure", [8.0, 12.0, 40.0])
def test_a_word_of_ten_thousand_letters_is_broken_somewhere(book: FontBook, measure: float) -> None:
    word = "".join(random.Random(7).choices(string.ascii_letters, k=10_000))
    lines = compose_text(f"见{word}。", setting(measure), book)
    assert "".join(line.text for line in lines) == f"见{word}。"
    assert all(right_edge(line, book) <= measure + 0.01 for line in lines)


@slow
@given(text=mixed_text, measure=measures, manner=manners)
def test_every_line_but_the_last_is_full_where_it_has_anything_to_space(
    book: FontBook, text: str, measure: float, manner: dict[str, object]
) -> None:
    for line in compose_text(text, setting(measure, **manner), book)[:-1]:
        assert line.full or sum(char in HAN for char in line.text) < 3
