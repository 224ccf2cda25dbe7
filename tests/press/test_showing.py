"""Words of a page are seen where they make a difference to it, and only there."""

import io
import re

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.press.showing import Showing, showings

WIDTH, HEIGHT, BORDER = 200, 100, 20
PERMIT = re.compile("PERMIT42")


def _pdf(content: str) -> bytes:
    """Return a page with a face of every viewer's; the trim lies 20 pt inside the sheet."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    page.trimbox = [BORDER, BORDER, WIDTH - BORDER, HEIGHT - BORDER]
    face = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    form = pdf.make_stream(
        b"BT /F 9 Tf 40 50 Td (PERMIT 42) Tj ET",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, WIDTH, HEIGHT],
        Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=face)),
    )
    page.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F=face), XObject=pikepdf.Dictionary(Group=form)
    )
    page.Contents = pdf.make_stream(content.encode())
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def _shown(content: str) -> tuple[Showing, ...]:
    return showings(_pdf(content), (PERMIT,), lambda each: each.strip())[0]


def _words(x: float = 40, y: float = 50, size: float = 9, colour: str = "0 0 0 1 k") -> str:
    return f"{colour} BT /F {size} Tf {x} {y} Td (PERMIT 42) Tj ET"


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (_words(), 1.0),
        (_words(colour="0 0 0 0 k"), 0.0),
        (_words(colour="0 0 0 0.05 k"), 0.0),
        (f"0 1 1 0 k 0 0 200 100 re f {_words(colour='0 1 1 0 k')}", 0.0),
        (f"0 1 1 0 k 0 0 200 100 re f {_words(colour='0 0 0 0 k')}", 1.0),
        (f"{_words()} 0 1 1 0 k 0 0 200 100 re f", 0.0),
        (f"q 0 0 10 10 re W n {_words()} Q", 0.0),
        (f"3 Tr {_words()}", 0.0),
        ("/Group Do", 1.0),
        ("/Group Do 0 1 1 0 k 0 0 200 100 re f", 0.0),
    ],
)
def test_what_makes_no_difference_is_not_seen(content: str, seen: float) -> None:
    (shown,) = _shown(content)
    assert shown.seen == seen
    assert shown.size == 9


def test_words_across_the_cut_are_seen_in_part() -> None:
    (shown,) = _shown(_words(x=5))
    assert 0 < shown.seen < 1


def test_words_outside_the_trim_are_none() -> None:
    assert _shown(_words(y=5)) == ()


def test_a_page_without_the_words_shows_nothing() -> None:
    assert _shown("0 0 0 1 k 0 0 50 50 re f") == ()


@settings(deadline=None, max_examples=25)
@given(st.floats(25, 120), st.floats(25, 65), st.floats(5, 12))
def test_black_on_white_is_seen_wherever_it_stands(x: float, y: float, size: float) -> None:
    (shown,) = _shown(_words(x=round(x, 2), y=round(y, 2), size=round(size, 2)))
    inside = x + size * 5 < WIDTH - BORDER
    assert shown.seen == 1 or not inside
    assert abs(shown.size - size) < 0.01
