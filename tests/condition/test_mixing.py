"""The layout's colours as a shop prints them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks import open_desks
from newsletter.condition import Colours, Condition, open_condition, read_profile
from newsletter.layout import Layout, read_layout
from newsletter.mixing import Order, mixed, rich_blacks, spot_inks
from newsletter.rulebook import examine

LAYOUTS = Path(__file__).parents[2] / "layouts"
BLACK = (0, 0, 0, 1)
PANEL = (0.6, 0.6, 0.6, 1.0)
open_desks("mixing")


@pytest.fixture
def layout() -> Layout:
    """The tabloid with a panel in rich black."""
    found = read_layout("tabloid", [LAYOUTS]).value
    assert found is not None
    return found.model_copy(update={"colours": {**found.colours, "panel": PANEL}, "rich": ("panel",)})


def with_colours(condition: Condition, **colours: object) -> Condition:
    return condition.model_copy(update={"colours": Colours.model_validate(colours)})


def test_rich_black_is_the_papers(tmp_path: Path, layout: Layout) -> None:
    coated, news = (open_condition(name, tmp_path) for name in ("coated", "newsprint"))
    assert rich_blacks(mixed(layout, coated)) == (coated.rich_black,)
    assert rich_blacks(mixed(layout, news)) == (BLACK,), "newsprint bears black alone"
    assert mixed(layout, coated).colours["black"] == BLACK


def test_the_house_colour_is_the_shops(tmp_path: Path, layout: Layout) -> None:
    red = (0.0, 0.95, 0.85, 0.0)
    condition = with_colours(
        open_condition("coated", tmp_path),
        replace={"house": red, "absent": red},
        spots={"house": "PANTONE 186 C"},
    )
    found = mixed(layout, condition)
    assert found.colours["house"] == red and "absent" not in found.colours
    assert [(each.name, each.inks) for each in spot_inks(found, condition)] == [("PANTONE 186 C", red)]
    assert found.styles == layout.styles


@given(st.sets(st.sampled_from(("black", "house", "rule", "tint", "paper"))))
def test_nothing_else_changes(names: set[str]) -> None:
    found = read_layout("tabloid", [LAYOUTS]).value
    assert found is not None
    condition = with_colours(
        open_condition("coated", Path()), replace=dict.fromkeys(names, (0.1, 0.2, 0.3, 0.4))
    )
    after = mixed(found, condition).colours
    assert {name for name in after if after[name] != found.colours[name]} == names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("base: coated\n", []),
        ("base: coated\nbleed: 5\n", ["M112"]),
        ("base: coated\nmarks: {offset: 9}\n", ["M113"]),
        ("base: coated\nmarks: {offset: 9, crop: false, registration: false, bar: false}\n", []),
        ("base: coated\ncolours: {replace: {hosue: [0, 1, 1, 0]}, spots: {huose: 红}}\n", ["M114", "M114"]),
    ],
)
def test_a_layout_is_held_against_a_profile(
    tmp_path: Path, layout: Layout, text: str, codes: list[str]
) -> None:
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues" / "shop.yaml").write_text(text, encoding="utf-8")
    profile = read_profile("shop", tmp_path).value
    assert profile is not None
    assert [each.rule.code for each in examine(Order(layout, profile))] == codes


def test_a_rich_colour_must_be_one_of_the_layouts(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    sheet = (
        (LAYOUTS / "tabloid" / "layout.yaml")
        .read_text("utf-8")
        .replace("\nstyles:", "\nrich: [panel]\nstyles:", 1)
    )
    (tmp_path / "own" / "layout.yaml").write_text(f"{sheet}\nbase: tabloid\n", encoding="utf-8")
    staged = read_layout("own", [tmp_path, LAYOUTS])
    assert staged.value is None
    assert ["“panel”" in each.message for each in staged.diagnostics] == [True]
