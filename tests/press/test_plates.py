"""The plates of a page show the ink that its paints lay down, overprint and all."""

import io
from collections.abc import Mapping

import numpy as np
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsletter.diagnostics import Spot
from newsletter.lengths import Mm, Pt
from newsletter.press import Box, Ink, Limits, inspect
from newsletter.press.plates.drawing import draw
from tests.press.hostile import Spoil, page_of

SHEET = Box(Pt(0.0), Pt(0.0), Pt(420.0), Pt(595.0))
SQUARE = "100 100 200 200 re f"
LIMITS = Limits(profile=None, ink=240.0, safe=Mm(3.0), bleed=Mm(3.0), smallest_type=Pt(7.0))


def _ink(content: str, spoil: Spoil | None = None, spots: tuple[str, ...] = ()) -> Mapping[str, float]:
    """Return the ink in the middle of the square, in per cent, of every plate that has any."""
    with pikepdf.open(io.BytesIO(page_of(content.encode(), spoil))) as pdf:
        plates = draw(pdf, 1, SHEET, SHEET, spots, None)
    assert plates.unread == ()
    row, column = round((595 - 200) / 1), 200
    found = {name: round(float(drawn[row, column]) / 2.55) for name, drawn in plates.ink.items()}
    return {name: value for name, value in found.items() if value}


def _resources(**kinds: object) -> Spoil:
    def spoil(_pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.Resources = pikepdf.Dictionary(**kinds)

    return spoil


def _separation(name: str) -> pikepdf.Array:
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
    return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/" + name), pikepdf.Name.DeviceCMYK, tint])


OVER = {"OP": True, "op": True}
STATES = pikepdf.Dictionary(
    Over=pikepdf.Dictionary(OPM=1, **OVER),
    Replace=pikepdf.Dictionary(OPM=0, **OVER),
    Twice=pikepdf.Dictionary(BM=pikepdf.Name.Multiply),
)


@settings(max_examples=15, deadline=None)
@given(st.tuples(*[st.integers(0, 100)] * 4))
def test_cmyk_is_laid_down_as_written(ink: tuple[int, int, int, int]) -> None:
    found = _ink(" ".join(str(each / 100) for each in ink) + " k " + SQUARE)
    for name, wanted in zip(("Cyan", "Magenta", "Yellow", "Black"), ink, strict=True):
        assert found.get(name, 0) == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (f".4 g {SQUARE}", {"Black": 60}),
        (f"1 0 0 rg {SQUARE}", {"Magenta": 100, "Yellow": 100}),
        (f"1 0 0 0 k {SQUARE} 0 0 0 1 k {SQUARE}", {"Black": 100}),
        (f"1 0 0 0 k {SQUARE} /Over gs 0 0 0 1 k {SQUARE}", {"Cyan": 100, "Black": 100}),
        (f"1 0 0 0 k {SQUARE} /Replace gs 0 0 0 1 k {SQUARE}", {"Black": 100}),
        (f"1 0 0 0 k {SQUARE} /Over gs 0 .5 0 0 k {SQUARE}", {"Cyan": 100, "Magenta": 50}),
        (
            f".8 .8 0 0 k {SQUARE} /Twice gs 0 0 .7 .7 k {SQUARE}",
            {"Cyan": 80, "Magenta": 80, "Yellow": 70, "Black": 70},
        ),
        (f"q 1 0 0 0 k Q {SQUARE}", {"Black": 100}),
        ("0 0 0 1 k 100 100 200 200 re 0 1 0 0 K 3 w B", {"Black": 100}),
        (f"1 0 0 0 k {SQUARE} q /Over gs 0 0 0 0 k {SQUARE} Q", {"Cyan": 100}),
    ],
)
def test_paint_is_laid_down(content: str, wanted: dict[str, int]) -> None:
    assert _ink(content, _resources(ExtGState=STATES)) == wanted


def test_spot_colour_has_its_own_plate_and_knocks_out() -> None:
    spaces = _resources(ColorSpace=pikepdf.Dictionary(Red=_separation("School Red")), ExtGState=STATES)
    content = f"1 0 0 0 k {SQUARE} /Red cs .6 sc {SQUARE}"
    assert _ink(content, spaces, ("School Red",)) == {"School Red": 60}
    over = f"1 0 0 0 k {SQUARE} /Over gs /Red cs .6 sc {SQUARE}"
    assert _ink(over, spaces, ("School Red",)) == {"Cyan": 100, "School Red": 60}


def test_registration_is_on_every_plate() -> None:
    spaces = _resources(ColorSpace=pikepdf.Dictionary(All=_separation("All")))
    assert set(_ink(f"/All cs 1 sc {SQUARE}", spaces).values()) == {100}
    assert len(_ink(f"/All cs 1 sc {SQUARE}", spaces)) == 4


def _picture(pdf: pikepdf.Pdf, data: bytes, **entries: object) -> pikepdf.Stream:
    picture = pikepdf.Stream(pdf, data)
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    for key, value in {"Width": 8, "Height": 8, "BitsPerComponent": 8, **entries}.items():
        picture["/" + key] = value
    return pdf.make_indirect(picture)


def _with_picture(data: bytes, **entries: object) -> Spoil:
    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=_picture(pdf, data, **entries)))

    return spoil


PLACED = "q 200 0 0 200 100 100 cm /I Do Q"


def _jpeg() -> bytes:
    target = io.BytesIO()
    Image.fromarray(np.full((64, 64, 4), (128, 0, 255, 51), np.uint8), "CMYK").save(
        target, "JPEG", quality=100
    )
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "entries", "wanted"),
    [
        (
            bytes((128, 0, 255, 51)) * 64,
            {"ColorSpace": pikepdf.Name.DeviceCMYK},
            {"Cyan": 50, "Yellow": 100, "Black": 20},
        ),
        (b"\x66" * 64, {"ColorSpace": pikepdf.Name.DeviceGray}, {"Black": 60}),
        (b"\x66" * 64, {"ColorSpace": pikepdf.Name.DeviceGray, "Decode": [1, 0]}, {"Black": 40}),
        (b"\0" * 8, {"ColorSpace": pikepdf.Name.DeviceGray, "BitsPerComponent": 1}, {"Black": 100}),
        (
            _jpeg(),
            {
                "ColorSpace": pikepdf.Name.DeviceCMYK,
                "Filter": pikepdf.Name.DCTDecode,
                "Decode": [1, 0] * 4,
                "Width": 64,
                "Height": 64,
            },
            {"Cyan": 50, "Yellow": 100, "Black": 20},
        ),
        (
            b"\1" * 64,
            {
                "ColorSpace": pikepdf.Array(
                    [
                        pikepdf.Name.Indexed,
                        pikepdf.Name.DeviceCMYK,
                        1,
                        pikepdf.String(b"\0\0\0\0\xff\0\0\x80"),
                    ]
                )
            },
            {"Cyan": 100, "Black": 50},
        ),
        (b"\xcc" * 64, {"ColorSpace": _separation("Magenta")}, {"Magenta": 80}),
    ],
)
def test_picture_is_laid_down(data: bytes, entries: dict[str, object], wanted: dict[str, int]) -> None:
    found = _ink(PLACED, _with_picture(data, **entries))
    assert found.keys() == wanted.keys()
    assert all(found[name] == pytest.approx(wanted[name], abs=1) for name in wanted)


def test_inline_picture_is_laid_down() -> None:
    content = "q 200 0 0 200 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 66> EI Q"
    assert _ink(content) == {"Black": 60}


def test_stencil_takes_the_colour_of_fills() -> None:
    stencil = _with_picture(b"\0" * 8, ImageMask=True, BitsPerComponent=1)
    assert _ink("0 1 0 0 k " + PLACED, stencil) == {"Magenta": 100}


def test_form_takes_over_its_callers_colour() -> None:
    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        form = pikepdf.Stream(pdf, SQUARE.encode())
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 420, 595]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=pdf.make_indirect(form)))

    assert _ink("0 0 1 0 k /F Do", spoil) == {"Yellow": 100}
    assert _ink("0 0 1 0 k /F Do 1 0 0 0 k /F Do", spoil) == {"Cyan": 100}


def test_tile_and_blend_are_laid_down() -> None:
    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        tile = pikepdf.Stream(pdf, b"0 .4 0 0 k 0 0 50 50 re f")
        tile.PatternType, tile.PaintType, tile.TilingType = 1, 1, 1
        tile.BBox, tile.XStep, tile.YStep = [0, 0, 50, 50], 50, 50
        tile.Resources = pikepdf.Dictionary()
        ramp = pikepdf.Dictionary(
            FunctionType=2, Domain=[0, 1], C0=[0.3, 0, 0, 0.2], C1=[0.3, 0, 0, 0.2], N=1
        )
        blend = pikepdf.Dictionary(
            ShadingType=2,
            ColorSpace=pikepdf.Name.DeviceCMYK,
            Coords=[100, 100, 300, 100],
            Extend=[True, True],
            Function=ramp,
        )
        page.Resources = pikepdf.Dictionary(
            Pattern=pikepdf.Dictionary(T=pdf.make_indirect(tile)),
            Shading=pikepdf.Dictionary(S=pdf.make_indirect(blend)),
        )

    assert _ink(f"/Pattern cs /T scn {SQUARE}", spoil) == {"Magenta": 40}
    assert _ink("/S sh", spoil) == {"Cyan": 30, "Black": 20}


def test_annotation_is_laid_down() -> None:
    def spoil(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        look = pikepdf.Stream(pdf, b"0 .7 0 0 k 0 0 10 10 re f")
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 10, 10]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Stamp,
            Rect=[100, 100, 300, 300],
            AP=pikepdf.Dictionary(N=pdf.make_indirect(look)),
        )
        page.obj.Annots = pikepdf.Array([pdf.make_indirect(note)])

    assert _ink("", spoil) == {"Magenta": 70}


def _measured(content: str, spoil: Spoil | None = None) -> Ink:
    sheet = inspect(page_of(content.encode(), spoil), limits=LIMITS).pages[0]
    assert sheet.ink is not None
    return sheet.ink


def test_heaviest_area_is_found_where_it_lies() -> None:
    ink = _measured(f"1 1 1 0 k {SQUARE}")
    (area,) = ink.heavy
    mm = 25.4 / 72
    assert (area.ink, ink.maximum) == (300.0, 300.0)
    assert (area.at.x, area.at.y) == (pytest.approx(100 * mm, abs=0.7), pytest.approx(295 * mm, abs=0.7))
    assert area.area == pytest.approx((200 * mm) ** 2, rel=0.02)


def test_mean_is_that_of_the_page() -> None:
    ink = _measured("0 0 0 .5 k 0 0 210 595 re f")
    black = next(plate for plate in ink.plates if plate.name == "Black")
    assert (black.mean, black.maximum) == (pytest.approx(25, abs=0.3), pytest.approx(50, abs=0.5))


def _trimmed(_pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Put the trim 20 pt inside the sheet, with a bleed of 3 mm in its box."""
    page.obj.TrimBox = [20, 20, 400, 575]
    page.obj.BleedBox = [11.5, 11.5, 408.5, 583.5]


@pytest.mark.parametrize(
    ("rectangle", "sides"),
    [
        ("20 200 100 100", ["left"]),
        ("10 200 100 100", []),
        ("300 200 100 100", ["right"]),
        ("200 500 50 75", ["top"]),
        ("200 20 50 75", ["bottom"]),
        ("40 200 100 100", []),
    ],
)
def test_bare_bleed_is_seen(rectangle: str, sides: list[str]) -> None:
    ink = _measured(f"0 .5 0 0 k {rectangle} re f", _trimmed)
    assert [rim.side for rim in ink.gaps] == sides
    assert ink.near == ()


@pytest.mark.parametrize("rectangle", ["24 200 100 100", "296 200 100 100", "200 496 50 75", "200 24 50 75"])
def test_matter_close_to_the_cut_is_seen(rectangle: str) -> None:
    ink = _measured(f"0 .5 0 0 k {rectangle} re f", _trimmed)
    assert len(ink.near) == 1 and ink.gaps == ()


def test_place_of_a_bare_bleed() -> None:
    (rim,) = _measured("0 .5 0 0 k 20 275 100 100 re f", _trimmed).gaps
    assert isinstance(rim.at, Spot)
    assert (rim.at.y, rim.at.height) == (
        pytest.approx(200 * 25.4 / 72, abs=0.5),
        pytest.approx(35.3, abs=0.8),
    )


def test_more_spot_colours_than_plates_are_said() -> None:
    names = [f"Ink {number}" for number in range(20)]
    spaces = pikepdf.Dictionary({f"/S{at}": _separation(name) for at, name in enumerate(names)})
    content = " ".join(f"/S{at} cs 1 sc {SQUARE}" for at in range(20))
    ink = _measured(content, _resources(ColorSpace=spaces))
    assert ink.unread == ("spot colours",)
