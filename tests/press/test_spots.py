"""Spot inks: the house colour and its tints on a plate of their own, in print; a mixture on the screen."""

import io
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsletter.checks.press  # noqa: F401
from newsletter.condition import Colours
from newsletter.press import FinishOrder, expected_of, finish, inspect, screen_edition
from newsletter.press.screen import screen_colour
from newsletter.press.spots import Spot, tint_of
from newsletter.rulebook import examine
from tests.press.sheets import proof_of

HOUSE = Spot("PANTONE 186 C", (0.0, 1.0, 1.0, 0.1))
CONTENT = (
    "0 1 1 .1 k 10 10 20 20 re f 0 .08 .08 0 k 40 10 20 20 re f\n"
    "0 0 0 1 k 70 10 20 20 re f 0 1 .5 0 k 100 10 20 20 re f 0 .5 .5 .05 K 2 w 10 50 m 60 50 l S\n"
)


@pytest.fixture(scope="module")
def order(order: FinishOrder) -> FinishOrder:
    """The good order with the house colour as a spot ink."""
    return replace(order, spots=(HOUSE,))


def content_of(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return str(pdf.pages[0].obj["/Contents"].read_bytes(), "latin-1")


@pytest.mark.parametrize("level", ["x-4", "x-1a"])
def test_the_house_colour_and_its_tints_have_a_plate(order: FinishOrder, level: str) -> None:
    asked = replace(order, condition=order.condition.model_copy(update={"level": level}))
    data = finish(proof_of(asked, CONTENT), asked)
    content = content_of(data)
    assert [f"/PressSpot0 {each}" in content for each in ("cs 1 scn", "cs 0.08 scn", "CS 0.5 SCN")] == [
        True
    ] * 3
    assert "0 0 0 1 k" in content and "0 1 0.5 0 k" in content
    found = {(paint.use, paint.space): paint.count for paint in inspect(data).pages[0].paints}
    assert found["fill", "Separation PANTONE 186 C"] == 3, "two areas and a patch of the colour bar"
    assert found["stroke", "Separation PANTONE 186 C"] == 1
    assert not inspect(data).faults


def test_an_ink_that_the_shop_prints_is_no_fault(order: FinishOrder) -> None:
    facts = inspect(finish(proof_of(order, CONTENT), order))
    for spots, told in (({"house": "PANTONE 186 C"}, False), ({"house": "PANTONE 485 C"}, True)):
        condition = order.condition.model_copy(update={"colours": Colours(spots=spots)})
        said = examine(facts, expected_of(replace(order, condition=condition), 1))
        assert ("F071" in {each.rule.code for each in said}) == told


def test_on_the_screen_it_is_a_mixture(order: FinishOrder) -> None:
    edition = screen_edition(finish(proof_of(order, CONTENT), order), {}, order)
    (page,) = inspect(edition).pages
    assert {paint.space for paint in page.paints} == {"DeviceRGB"}
    red = " ".join(f"{part:.4g}" for part in screen_colour(HOUSE.inks, order.condition))
    assert f"{red} rg" in content_of(edition)
    with pikepdf.open(io.BytesIO(edition)) as pdf:
        assert not any(b"PressSpot" in each.unparse() for each in pdf.objects)


@given(st.floats(0.05, 1))
def test_every_tint_of_a_spot_is_one(share: float) -> None:
    tint = tint_of(tuple(share * part for part in HOUSE.inks), [HOUSE])  # type: ignore[arg-type]
    assert tint == ("/PressSpot0", pytest.approx(share, abs=1e-3))


@pytest.mark.parametrize(
    "ink", [(0, 0, 0, 0), (0, 0, 0, 1), (0, 1, 0.9, 0.1), (0.1, 1, 1, 0.1), (0, 0, 0, 0.1)]
)
def test_other_colours_are_none(ink: tuple[float, float, float, float]) -> None:
    assert tint_of(ink, [HOUSE]) is None
    assert tint_of((0, 0, 0, 1), [Spot("Black 2", (0, 0, 0, 1))]) is None
