"""What a layout wishes for: how large photos are, how much white a head has, which colours and keys it may name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.fonts import FontBook
from newsletter.issue import Article, Rank
from newsletter.layout import Layout, open_layout
from newsletter.makeup.headblock import head_blocks
from newsletter.prominence import Prominence
from newsletter.stylesheet import foreign_colour
from tests.layouts.workspaces import ROOT, SHIPPED, changed


def _layout(name: str = "tabloid") -> Layout:
    found = open_layout(ROOT / "layouts" / name).value
    assert found is not None
    return found


@given(st.sampled_from(Rank), st.integers(1, 12), st.floats(0.1, 16))
def test_a_wish_is_the_layouts_own_and_never_wider_than_the_page(
    rank: Rank, columns: int, wish: float
) -> None:
    own = Prominence.model_validate({rank.value: wish})
    assert own.wish(rank, columns) == min(wish, columns)
    assert 0 < Prominence().wish(rank, columns) <= columns
    assert Prominence().wish(rank, 2 * columns) == pytest.approx(2 * Prominence().wish(rank, columns))


def test_more_white_makes_the_head_taller_and_the_type_no_smaller() -> None:
    layout, book = _layout(), FontBook.open([ROOT / "fonts"])
    article = Article(id="a", headline="光谷光电产教联合体在我院成立", rank=Rank.LEAD)
    airy = layout.headlines | {"lead": layout.headlines["lead"].model_copy(update={"white": 3.0})}
    near = min(head_blocks(article, layout.span(6), layout, book).values(), key=lambda each: each.cost)
    wide = min(
        head_blocks(article, layout.span(6), layout.model_copy(update={"headlines": airy}), book).values(),
        key=lambda each: each.cost,
    )
    assert wide.height > near.height
    assert wide.headline.size == near.headline.size


def test_a_short_headline_stands_on_one_line() -> None:
    layout, book = _layout("magazine"), FontBook.open([ROOT / "fonts"])
    article = Article(id="a", headline="锉刀诗抄五首", rank=Rank.BRIEF)
    blocks = list(head_blocks(article, layout.span(3), layout, book).values())
    assert len(min(blocks, key=lambda each: each.cost).headline.lines) == 1
    one, two = (min(each.cost for each in blocks if len(each.headline.lines) == count) for count in (1, 2))
    assert two > one + 30


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_style_sheets_name_inks_alone(name: str) -> None:
    file = ROOT / "layouts" / name / "style.css.j2"
    assert foreign_colour(file.read_text("utf-8")) is None


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (".a { top: 0 }\n.b { color: #c00 }", (2, "#c00")),
        (".a { top: 0;\n color: rgb(1, 2, 3) }", (2, "rgb(1, 2, 3)")),
        (".a { background: red; }", (1, "red")),
        ("/* #c00 */\n.a { color: {{ colour('house') }} }", None),
        ("#name { color: inherit }", None),
        (".a { color: device-cmyk(0 1 1 0) }", None),
    ],
)
def test_a_colour_that_is_not_of_inks_is_found_in_its_line(css: str, found: tuple[int, str] | None) -> None:
    assert foreign_colour(css) == found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  gutter: 1.6", "  guter: 1.6", "grid.guter: there is no such key; “gutter” is"),
        ("house: [0, 1, 1, 0.1]", "house: [0, 100, 100, 10]", "a colour is four inks from 0 to 1"),
        ("house: [0, 1, 1, 0.1]", 'house: "#c00"', "a colour is four inks from 0 to 1"),
        ("  columns: 6", "  columns: six", "a whole number is asked for, and there is “six”"),
        ("{lead: 3.6", "{lead: 0", "photos.lead: it must be more than 0"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(old: str, new: str, said: str, tmp_path: Path) -> None:
    folder = changed("tabloid", tmp_path, (old, new), name="ours")
    staged = open_layout(folder)
    assert staged.value is None
    assert any(said in each.message for each in staged.diagnostics)
