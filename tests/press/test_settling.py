"""Black and what lies below it; transparency computed away for PDF/X-1a, or refused with page and place."""

import io
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from newsletter.condition import Overprint
from newsletter.press import FinishOrder, finish, finished, inspect
from newsletter.press.painted import Painted
from newsletter.press.survey import survey
from tests.press.sheets import proof_of

DARK = (204, 204, 204, 0)
LIGHT = (26, 26, 26, 0)
PHOTO = "q 80 0 0 -60 10 80 cm /P Do Q\n"
PANEL = "0 0 0 1 k 20 30 40 20 re f\n"
TYPE = "BT /F 8 Tf 1 0 0 -1 30 50 Tm (Head) Tj ET\n"


@pytest.fixture(scope="module")
def order(order: FinishOrder) -> FinishOrder:
    """The good order without marks."""
    return replace(order, marks=False)


def photo(inks: tuple[int, int, int, int]) -> Image.Image:
    return Image.new("CMYK", (80, 60), inks)


def painted(data: bytes) -> list[Painted]:
    """Return what the page paints."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(survey(pdf.pages[0], 1))


def older(order: FinishOrder) -> FinishOrder:
    return replace(order, condition=order.condition.model_copy(update={"level": "x-1a"}))


def test_a_black_panel_knocks_out_of_what_is_too_dark(order: FinishOrder) -> None:
    for inks, over in ((DARK, False), (LIGHT, True)):
        *_photo, panel = painted(finish(proof_of(order, PHOTO + PANEL, photo(inks)), order))
        assert (panel.ink, panel.over) == ((0, 0, 0, 1), over)


def test_a_rule_too_small_to_matter_overprints(order: FinishOrder) -> None:
    rule = "0 0 0 1 k 20 30 40 .3 re f\n"
    *_photo, found = painted(finish(proof_of(order, PHOTO + rule, photo(DARK)), order))
    assert found.over


def test_what_hides_the_dark_counts(order: FinishOrder) -> None:
    cover = "0 0 0 .1 k 15 25 60 40 re f\n"
    staged = finished(proof_of(order, PHOTO + cover + PANEL + TYPE, photo(DARK)), order)
    assert staged.value and not staged.diagnostics
    assert painted(staged.value)[2].over


def test_black_type_on_a_dark_photo_is_told_and_overprints(order: FinishOrder) -> None:
    staged = finished(proof_of(order, PHOTO + "0 0 0 1 k " + TYPE, photo(DARK)), order)
    (told,) = staged.diagnostics
    assert (told.rule.code, told.spot and told.spot.page) == ("F039", 1)
    assert "340 %" in told.message and "240 %" in told.message
    assert staged.value and painted(staged.value)[-1].over
    assert not finished(proof_of(order, PHOTO + "0 0 0 1 k " + TYPE, photo(LIGHT)), order).diagnostics


def test_type_beside_red_type_is_not_on_red(order: FinishOrder) -> None:
    staged = finished(proof_of(order, "0 1 1 0 k " + TYPE + "0 0 0 1 k " + TYPE), order)
    assert staged.value and not staged.diagnostics


def test_red_and_white_on_a_photo_have_their_own_ink_alone(order: FinishOrder) -> None:
    content = PHOTO + "0 1 1 .1 k " + TYPE + "0 0 0 0 k " + TYPE
    staged = finished(proof_of(order, content, photo(DARK)), order)
    assert staged.value and not staged.diagnostics
    assert [each.over for each in painted(staged.value)[1:]] == [False, False]


@pytest.mark.parametrize(
    ("policy", "panel", "type_"), [("all", True, True), ("type", False, True), ("none", False, False)]
)
def test_overprint_as_the_profile_says(order: FinishOrder, policy: str, panel: bool, type_: bool) -> None:
    asked = order.condition.model_copy(update={"overprint": Overprint.model_validate({"black": policy})})
    found = painted(finish(proof_of(order, PANEL + TYPE), replace(order, condition=asked)))
    assert [each.over for each in found] == [panel, type_]


def test_rich_black_only_where_it_is_asked_for(order: FinishOrder) -> None:
    rich = ".5 .4 .4 1 k 20 30 40 20 re f\n"
    (told,) = finished(proof_of(order, rich), order).diagnostics
    assert (told.rule.code, told.spot and (told.spot.x, told.spot.y)) == ("F036", (20, 30))
    asked = replace(order, rich=((0.5, 0.4, 0.4, 1.0),))
    assert not finished(proof_of(order, rich), asked).diagnostics


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ink=st.tuples(*[st.integers(0, 100)] * 4),
    ground=st.tuples(*[st.integers(0, 100)] * 4),
    alpha=st.sampled_from((25, 50, 75)),
    inside=st.booleans(),
)
def test_a_veil_on_a_flat_ground_becomes_the_colour_that_comes_out(
    order: FinishOrder, ink: tuple[int, ...], ground: tuple[int, ...], alpha: int, inside: bool
) -> None:
    colour, below = (" ".join(f"{part / 100:g}" for part in parts) + " k " for parts in (ink, ground))
    veil = f"{colour} 20 30 40 20 re f"
    called = f"q /A{alpha} gs /G Do Q --- {veil}" if inside else f"q /A{alpha} gs {veil} Q"
    data = finish(proof_of(order, f"{below} 10 20 90 80 re f\n{called}"), older(order))
    assert inspect(data).pages[0].transparency == ()
    found = painted(data)
    wanted = [
        (alpha * over + (100 - alpha) * under) / 10_000 for over, under in zip(ink, ground, strict=True)
    ]
    assert found[1].ink == pytest.approx(wanted, abs=1e-3)
    assert found[0].ink == pytest.approx([part / 100 for part in ground], abs=1e-3)
    assert not found[1].over


def test_type_and_what_follows_it_keep_their_colours(order: FinishOrder) -> None:
    content = f"0 0 0 1 k q /A50 gs {TYPE} Q {PANEL}"
    faint, panel = painted(finish(proof_of(order, content), older(order)))
    assert (faint.ink, faint.over) == ((0, 0, 0, 0.5), False)
    assert (panel.ink, panel.over) == ((0, 0, 0, 1), True)


def test_black_in_a_veiled_box_stands_on_the_box(order: FinishOrder) -> None:
    inside = f"0 1 1 0 k 20 30 80 40 re f 0 0 0 1 k {PANEL}"
    _box, panel = painted(finish(proof_of(order, f"q /A50 gs /G Do Q --- {inside}"), older(order)))
    assert panel.ink == (0, 0.5, 0.5, 0.5)


def test_a_veiled_picture_on_paper_keeps_its_samples(order: FinishOrder) -> None:
    data = finish(proof_of(order, f"q /A25 gs {PHOTO} Q", photo(DARK)), older(order))
    (found,) = painted(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = (
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        )
        assert [float(each) for each in image["/Decode"]] == [0.25, 0] * 4
    assert not found.clear


@pytest.mark.parametrize(
    "content",
    [
        PHOTO + "q /A50 gs 0 1 1 0 k 20 30 40 20 re f Q",
        TYPE + "q /A50 gs 0 1 1 0 k 20 30 40 40 re f Q",
        "0 1 0 0 k 10 10 30 90 re f q /A50 gs 0 0 1 0 k 20 30 40 20 re f Q",
        "0 1 0 0 k 10 10 90 90 re f q /M gs 0 0 1 0 k 20 30 40 20 re f Q",
        "q /A50 gs /G Do Q --- /A50 gs 0 1 0 0 k 20 30 40 20 re f 1 0 0 0 k 20 30 40 20 re f",
    ],
)
def test_what_cannot_be_computed_is_refused_with_its_place(order: FinishOrder, content: str) -> None:
    staged = finished(proof_of(order, content, photo(DARK)), older(order))
    assert staged.value is None
    (told,) = staged.diagnostics
    assert told.rule.code == "F038"
    assert told.spot and (told.spot.page, round(told.spot.x), round(told.spot.y)) == (1, 20, 30)
    assert finished(proof_of(order, content, photo(DARK)), order).value, "PDF/X-4 holds it"
