"""Any PDF is inspected: what is painted is found where it is; broken and hostile files end cleanly."""

import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from newsletter.press import PressFile, Sheet, UnreadablePdf, characters, inspect, render
from newsletter.press.packet import instant, properties

MM = 72 / 25.4


def _page(content: bytes, **resources: pikepdf.Object) -> bytes:
    """Return a PDF of one page of 100 × 200 mm with a trim 10 mm inside."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100 * MM, 200 * MM))
    page.TrimBox = [10 * MM, 10 * MM, 90 * MM, 190 * MM]
    page.Contents = pdf.make_stream(content)
    page.Resources = pikepdf.Dictionary({f"/{kind}": value for kind, value in resources.items()})
    return _saved(pdf)


def _saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    target = io.BytesIO()
    pdf.save(target, **options)  # type: ignore[arg-type]
    return target.getvalue()


def _sheet(content: bytes, **resources: pikepdf.Object) -> Sheet:
    found = inspect(_page(content, **resources), with_text=False)
    assert found.faults == ()
    return found.pages[0]


def test_a_page_to_open_at_is_no_action() -> None:
    with pikepdf.open(io.BytesIO(_page(b""))) as pdf:
        pdf.Root.OpenAction = [pdf.pages[0].obj, pikepdf.Name.Fit]
        assert inspect(_saved(pdf), with_text=False).actions == ()
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.beep()")
        assert inspect(_saved(pdf), with_text=False).actions == ("OpenAction",)


def test_place_is_from_the_top_left_of_the_trim() -> None:
    fill = _sheet(f"0 0 0 1 k {20 * MM} {150 * MM} {30 * MM} {10 * MM} re f".encode()).paints[0].first
    assert (fill.x, fill.y, fill.width, fill.height) == (10.0, 30.0, 30.0, 10.0)


def test_saved_states_and_clips_count() -> None:
    content = b"q 2 0 0 2 10 10 cm 5 5 10 10 re W n 1 0 0 rg 0 0 100 100 re f Q 0 g 40 40 9 9 re f"
    red, grey = _sheet(content).paints
    assert (red.space, red.first.width) == ("DeviceRGB", pytest.approx(20 / MM, abs=0.01))
    assert (grey.space, grey.first.width) == ("DeviceGray", pytest.approx(9 / MM, abs=0.01))


def test_turned_picture_has_the_ppi_of_its_own_sides() -> None:
    content = f"q 0 {20 * MM} {-10 * MM} 0 {50 * MM} {50 * MM} cm BI /W 200 /H 50 /CS /G /BPC 1 ID \0 EI Q"
    picture = _sheet(content.encode()).pictures[0]
    assert (picture.width, picture.height, picture.inline) == (200, 50, True)
    assert (picture.ppi_x, picture.ppi_y) == (pytest.approx(254.0), pytest.approx(127.0))
    assert (picture.at.width, picture.at.height) == (10.0, 20.0)


@pytest.mark.parametrize(
    ("states", "over", "out"),
    [
        ({"OP": True, "OPM": 1}, 1, 0),
        ({"op": True, "OPM": 1}, 1, 0),
        ({"OP": True, "op": False, "OPM": 1}, 0, 1),
        ({"op": True}, 0, 1),
        ({}, 0, 1),
    ],
)
def test_black_type_overprints(states: dict[str, object], over: int, out: int) -> None:
    state = pikepdf.Dictionary(A=pikepdf.Dictionary(**states))
    sheet = _sheet(b"/A gs 0 0 0 1 k BT /F 9 Tf 99 99 Td (x) Tj ET", ExtGState=state)
    assert (sheet.black_over.count if sheet.black_over else 0) == over
    assert (sheet.black_out.count if sheet.black_out else 0) == out


def test_invisible_type_is_passed_over() -> None:
    assert _sheet(b"BT 3 Tr /F 2 Tf (x) Tj ET").paints == ()


def test_lines_are_measured_as_placed() -> None:
    stroke = _sheet(b".5 0 0 .5 0 0 cm .2 w 100 100 m 200 100 l S").thinnest_line
    bar = _sheet(b"0 0 0 1 k 50 50 100 .25 re f").thinnest_line
    outside = _sheet(b".1 w 0 0 m 20 0 l S").thinnest_line
    assert stroke and stroke.value == pytest.approx(0.1 / MM, abs=1e-3)
    assert bar and bar.value == pytest.approx(0.25 / MM, abs=1e-3)
    assert outside is None


def test_forms_are_read_where_they_are_called() -> None:
    pdf = pikepdf.open(io.BytesIO(_page(b"q 1 0 0 1 100 100 cm /X Do Q")))
    form = pdf.make_stream(b"/CS0 cs 1 scn 0 0 10 10 re f")
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 5, 5]
    spot = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/PANTONE 185 C"), pikepdf.Name.DeviceCMYK])
    form.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(CS0=spot))
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    paint = inspect(_saved(pdf)).pages[0].paints[0]
    assert paint.space == "Separation PANTONE 185 C"
    assert paint.first.x == pytest.approx(100 / MM - 10, abs=0.01)
    assert paint.first.width == pytest.approx(5 / MM, abs=0.01)


def test_characters_have_size_and_place(good: bytes) -> None:
    found = characters(good, 1)
    name = next(each for each in found if each.char == "光")
    assert name.size == pytest.approx(24, abs=0.01)
    assert name.x0 == pytest.approx(10, abs=0.05)
    assert name.x1 - name.x0 == pytest.approx(24 / MM, abs=0.05)
    ink = next(each for each in characters(good, 1, ink=True) if each.char == "光")
    assert name.x0 < ink.x0 < ink.x1 < name.x1


def test_page_is_rendered(good: bytes) -> None:
    from PIL import Image

    picture = Image.open(io.BytesIO(render(good, 1, 36)))
    assert picture.format == "PNG" and picture.size == (244, 332)
    assert render(good, 2, 36, "JPEG").startswith(b"\xff\xd8")
    with pytest.raises(UnreadablePdf, match="no page 3"):
        render(good, 3)


# Broken and hostile files


def _loop() -> bytes:
    """Return a page whose form calls itself twice."""
    pdf = pikepdf.open(io.BytesIO(_page(b"/X Do")))
    form = pdf.make_stream(b"/X Do /X Do 0 0 1 rg 30 30 50 50 re f")
    form.Subtype, form.BBox = pikepdf.Name.Form, [0, 0, 500, 500]
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    return _saved(pdf)


def _bomb() -> bytes:
    """Return a page whose content unpacks to 300 MB."""
    pdf = pikepdf.open(io.BytesIO(_page(b"")))
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(b"q Q " * 1_000_000) for _each in range(75)) + packer.flush()
    pdf.pages[0].Contents.write(body, filter=pikepdf.Name.FlateDecode)
    return _saved(pdf)


def _wrong_types() -> bytes:
    pdf = pikepdf.open(io.BytesIO(_page(b"/F 9 Tf (x) Tj /X Do /G gs")))
    page = pdf.pages[0]
    page.TrimBox = pikepdf.Array([pikepdf.Name.A, 1, 2, 3])
    page.Resources = pikepdf.Dictionary(
        Font=3, XObject=pikepdf.Array([]), ExtGState=pikepdf.Dictionary(G=pikepdf.Array([]))
    )
    pdf.Root.OutputIntents = pikepdf.Dictionary()
    pdf.Root.Names = 5
    return _saved(pdf)


@pytest.mark.parametrize("make", [_loop, _bomb, _wrong_types])
def test_hostile_file_is_a_fault(make: Callable[[], bytes]) -> None:
    data = make()
    start = time.perf_counter()
    found = inspect(data)
    assert time.perf_counter() - start < 10
    assert found.faults


def test_damage_anywhere_ends_cleanly(good: bytes) -> None:
    """Bytes overwritten all over the file: facts, faults or one sentence, never anything else."""
    for start in range(0, len(good), len(good) // 60):
        hurt = good[:start] + b"\0<<[(" * 12 + good[start + 60 :]
        try:
            assert isinstance(inspect(hurt), PressFile)
        except UnreadablePdf as fault:
            assert fault.sentence


@pytest.mark.parametrize("share", [0.01, 0.3, 0.9, 0.999])
def test_file_cut_short_ends_cleanly(good: bytes, share: float) -> None:
    try:
        assert isinstance(inspect(good[: int(len(good) * share)]), PressFile)
    except UnreadablePdf as fault:
        assert fault.exit_code == 3


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.6\n", b"PK\3\4" * 100])
def test_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        inspect(data)


def test_locked_file_is_refused(good: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        (tmp_path / "locked.pdf").write_bytes(_saved(pdf, encryption=pikepdf.Encryption(owner="a", user="b")))
    with pytest.raises(UnreadablePdf, match=r"locked\.pdf is locked by a password"):
        inspect(tmp_path / "locked.pdf")
    with pytest.raises(UnreadablePdf, match="cannot be read"):
        inspect(tmp_path / "none.pdf")


def test_metadata_with_entities_is_not_read() -> None:
    assert properties(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') == {}
    assert properties(b"<a") == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("D:20260630080000+08'00'", "2026-06-30T08:00:00+08:00"),
        ("D:20260630080000+08'00", "2026-06-30T00:00:00Z"),
        ("D:20260630", "2026-06-30T00:00:00Z"),
    ],
)
def test_dates_are_moments(one: str, other: str) -> None:
    assert instant(one) == instant(other) is not None
    assert instant("yesterday") is None


def test_rounding_at_a_clip_is_no_line() -> None:
    """The engine clips each side of a border from a ring; the hole of the ring only touches the clip."""
    side = b"0 0 0 1 k 50 80 100 20 re W n 50 50 100 30.000001 re 40 40 120 60 re f*"
    assert _sheet(side).thinnest_line.value == pytest.approx(20 / MM, abs=0.01)


def test_rare_han_are_whole(good: bytes) -> None:
    assert "名师张𬭎" in inspect(good).pages[1].text
    assert "𬭎" in [each.char for each in characters(good, 2)]
