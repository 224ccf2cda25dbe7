"""Sheets read back: every page's type lies where the imposition says, to a tenth of a millimetre."""

import io
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from newsletter.imposition.placement import Imposition, Job, Placement
from newsletter.imposition.placing import impose
from newsletter.imposition.proofs import proof_sheets
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.sheets import PressSheet
from newsletter.lengths import Mm, to_pt
from newsletter.press import Expectation, FinishOrder, characters, impose_pages, inspect
from newsletter.rulebook import examine

WIDTH, HEIGHT, BORDER = 148.0, 210.0, 12.0
MARK_X, MARK_Y = 20.0, 30.0
"""Where the number of each page begins, from the trim's lower left corner."""
SHEET = PressSheet("", Mm(1194.0), Mm(889.0))
NEAR = 0.1


def _pages(count: int) -> bytes:
    """Return a print file whose pages bear their number, and ink beyond their trim on every side."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
            )
        )
        for number in range(1, count + 1):
            page = pdf.add_blank_page(
                page_size=(to_pt(Mm(WIDTH + 2 * BORDER)), to_pt(Mm(HEIGHT + 2 * BORDER)))
            )
            page.obj["/TrimBox"] = [
                to_pt(Mm(each)) for each in (BORDER, BORDER, BORDER + WIDTH, BORDER + HEIGHT)
            ]
            page.obj["/Resources"] = pikepdf.Dictionary(Font={"/F1": font})
            x, y = to_pt(Mm(BORDER + MARK_X)), to_pt(Mm(BORDER + MARK_Y))
            ground = " ".join(
                f"{to_pt(Mm(each)):.4f}" for each in (0, 0, WIDTH + 2 * BORDER, HEIGHT + 2 * BORDER)
            )
            text = f"0 0.1 0 0 k {ground} re f 0 0 0 1 k BT /F1 20 Tf {x:.4f} {y:.4f} Td (P{number:02}) Tj ET"
            page.obj["/Contents"] = pdf.make_stream(text.encode("ascii"))
        target = io.BytesIO()
        pdf.save(target, static_id=True)
    return target.getvalue()


def _blank(flat: Imposition) -> bytes:
    """Return sheets on which nothing is written."""
    with pikepdf.new() as pdf:
        for _side in flat.sides:
            pdf.add_blank_page(page_size=(to_pt(flat.width), to_pt(flat.height)))
        target = io.BytesIO()
        pdf.save(target, static_id=True)
    return target.getvalue()


def _imposed(pages: int, flat: Imposition, order: FinishOrder) -> bytes:
    return impose_pages(
        _pages(pages), flat, _blank(flat), replace(order, width=flat.width, height=flat.height)
    )


def _numbers(pdf: bytes, side: int, flat: Imposition) -> dict[int, tuple[float, float]]:
    """Return where the number of each page begins on a side, from the sheet's lower left corner."""
    trim = flat.sides[side].trim
    found = characters(pdf, side + 1)
    starts = [at for at, each in enumerate(found) if each.char == "P"]
    numbers = {}
    for at in starts:
        first, tens, ones = found[at : at + 3]
        turned = tens.x0 < first.x0
        x = first.x1 if turned else first.x0
        numbers[int(tens.char + ones.char)] = (trim.left + x, trim.top - first.base)
    return numbers


def _expected(placed: Placement) -> tuple[float, float]:
    trim, scale = placed.trim, placed.scale
    if placed.turned:
        return trim.right - MARK_X * scale, trim.top - MARK_Y * scale
    return trim.left + MARK_X * scale, trim.bottom + MARK_Y * scale


@pytest.mark.parametrize("pages", (4, 8, 12, 16, 24, 64))
@pytest.mark.parametrize(
    ("scheme", "per_sheet"), [("saddle", 4), ("saddle", 16), ("perfect", 8), ("perfect", 32)]
)
def test_pages_lie_where_they_should(pages: int, scheme: str, per_sheet: int, order: FinishOrder) -> None:
    job = Job(pages, Mm(WIDTH), Mm(HEIGHT), Mm(3.0), Mm(0.05), Mm(3.0))
    _read_back(pages, impose(job, Scheme(scheme), SHEET, per_sheet), order)


@pytest.mark.parametrize(("pages", "scheme", "per_sheet"), [(2, "flat", 2), (3, "flat", 2), (8, "fold", 4)])
def test_leaves_and_newspapers_too(pages: int, scheme: str, per_sheet: int, order: FinishOrder) -> None:
    job = Job(pages, Mm(WIDTH), Mm(HEIGHT), Mm(3.0))
    _read_back(pages, impose(job, Scheme(scheme), SHEET, per_sheet), order)


def test_turned_sheets_too(order: FinishOrder) -> None:
    job = Job(8, Mm(WIDTH), Mm(HEIGHT), Mm(3.0))
    _read_back(8, impose(job, Scheme.SADDLE, SHEET, 4, turned=True), order)


def test_turned_sheets_that_stand_upright_too(order: FinishOrder) -> None:
    job = Job(4, Mm(WIDTH), Mm(HEIGHT), Mm(3.0))
    sheet = PressSheet("", Mm(460.0), Mm(325.0))
    _read_back(4, impose(job, Scheme.FOLD, sheet, 4, turned=True), order)


def test_small_pages_too(order: FinishOrder) -> None:
    _read_back(10, proof_sheets(Job(10, Mm(WIDTH), Mm(HEIGHT), Mm(3.0)), SHEET, 8), order)


def _read_back(pages: int, flat: Imposition, order: FinishOrder) -> None:
    pdf = _imposed(pages, flat, order)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == len(flat.sides)
    for number, side in enumerate(flat.sides):
        found = _numbers(pdf, number, flat)
        assert set(found) == {each.page for each in side.placements if each.page}
        for placed in side.placements:
            if placed.page:
                x, y = _expected(placed)
                assert abs(found[placed.page][0] - x) < NEAR, placed
                assert abs(found[placed.page][1] - y) < NEAR, placed


def test_no_page_shows_beyond_its_window(order: FinishOrder) -> None:
    flat = impose(Job(16, Mm(WIDTH), Mm(HEIGHT), Mm(3.0), Mm(0.1)), Scheme.SADDLE, SHEET, 16)
    with pikepdf.open(io.BytesIO(_imposed(16, flat, order))) as pdf:
        for page, side in zip(pdf.pages, flat.sides, strict=True):
            for placed in side.placements:
                assert _shown(page, placed) == pytest.approx(_edges(placed), abs=0.002)


def _edges(placed: Placement) -> tuple[float, ...]:
    window = placed.window
    return window.left, window.bottom, window.right, window.top


def _shown(page: pikepdf.Page, placed: Placement) -> tuple[float, ...]:
    """Return what a page's form lets through, in mm on the sheet."""
    name = f"/Page{placed.page}"
    words = page.obj["/Contents"].read_bytes().decode("ascii").split()
    at = words.index(name)
    a, _b, _c, d, e, f = map(float, words[at - 7 : at - 1])
    x0, y0, x1, y1 = (float(edge) for edge in page.obj["/Resources"]["/XObject"][name]["/BBox"])
    xs, ys = sorted((a * x0 + e, a * x1 + e)), sorted((d * y0 + f, d * y1 + f))
    return tuple(edge * 25.4 / 72 for edge in (xs[0], ys[0], xs[1], ys[1]))


def test_boxes_are_the_sheet_and_the_trimmed_spread(order: FinishOrder) -> None:
    flat = impose(
        Job(4, Mm(WIDTH), Mm(HEIGHT), Mm(3.0)), Scheme.FOLD, PressSheet("", Mm(393.0), Mm(273.0)), 4
    )
    for sheet in inspect(_imposed(4, flat, order)).pages:
        assert sheet.media and sheet.trim and sheet.bleed
        assert (sheet.media.width, sheet.media.height) == pytest.approx((393.0, 273.0), abs=0.01)
        assert (sheet.trim.width, sheet.trim.height) == pytest.approx((2 * WIDTH, HEIGHT), abs=0.01)
        assert sheet.bleed.width == pytest.approx(2 * WIDTH + 6, abs=0.01)


def test_cut_and_fold_marks_stand_on_the_lines(order: FinishOrder) -> None:
    flat = impose(
        Job(4, Mm(WIDTH), Mm(HEIGHT), Mm(3.0)), Scheme.FOLD, PressSheet("", Mm(393.0), Mm(273.0)), 4
    )
    with pikepdf.open(io.BytesIO(_imposed(4, flat, order))) as pdf:
        marks = pdf.pages[0].obj["/Resources"]["/XObject"]["/Marks"].read_bytes().decode("ascii")
    upright = [line.split() for line in marks.splitlines() if line.endswith("S") and " c " not in line]
    xs = {round(float(line[0]) * 25.4 / 72, 1) for line in upright if len(line) == 7 and line[0] == line[3]}
    assert {round(each, 1) for each in flat.sides[0].cuts[0]} <= xs
    dashes = [line.split() for line in marks.splitlines() if " d " in line]
    assert {round(float(line[4]) * 25.4 / 72, 1) for line in dashes} == {196.5}


def test_collating_marks_make_a_stair_on_the_spine(order: FinishOrder) -> None:
    job = Job(48, Mm(WIDTH), Mm(HEIGHT), Mm(3.0), milling=Mm(3.0))
    flat = impose(job, Scheme.PERFECT, SHEET, 16)
    tops = []
    with pikepdf.open(io.BytesIO(_imposed(48, flat, order))) as pdf:
        for page, side in zip(pdf.pages, flat.sides, strict=True):
            marks = page.obj["/Resources"]["/XObject"]["/Marks"].read_bytes().decode("ascii")
            steps = [line.split() for line in marks.splitlines() if line.startswith("q 0 0 0 1 k")]
            assert len(steps) == (not side.back)
            for step in steps:
                left, bottom, width, height = (float(part) * 25.4 / 72 for part in step[6:10])
                assert any(abs(left + width / 2 - fold) < NEAR for fold in side.folds[0])
                tops.append(bottom + height)
    assert [round(above - below, 2) for above, below in pairwise(tops)] == [6.0, 6.0]


def test_sheets_are_still_for_press(good: bytes, order: FinishOrder) -> None:
    flat = impose(
        Job(2, order.width, order.height, order.bleed), Scheme.FLAT, PressSheet("", Mm(297.0), Mm(210.0)), 2
    )
    pdf = impose_pages(good, flat, _blank(flat), replace(order, width=flat.width, height=flat.height))
    file = inspect(pdf)
    assert file.faults == ()
    assert file.info["GTS_PDFXVersion"] == "PDF/X-4"
    assert [each.kind for each in file.intents] == ["GTS_PDFX"]
    said = examine(file, Expectation(condition=order.condition))
    assert [each.rule.code for each in said if each.rule.code < "F040"] == []


def test_the_same_input_gives_the_same_bytes(order: FinishOrder) -> None:
    flat = impose(Job(8, Mm(WIDTH), Mm(HEIGHT), Mm(3.0)), Scheme.SADDLE, SHEET, 8)
    assert _imposed(8, flat, order) == _imposed(8, flat, order)
    moved = impose(Job(8, Mm(WIDTH), Mm(HEIGHT), Mm(3.0), Mm(0.1)), Scheme.SADDLE, SHEET, 8)
    assert _imposed(8, flat, order) != _imposed(8, moved, order)


def test_other_programs_open_them_clean(order: FinishOrder, tmp_path: Path) -> None:
    flat = impose(Job(16, Mm(WIDTH), Mm(HEIGHT), Mm(3.0)), Scheme.SADDLE, SHEET, 16)
    file = tmp_path / "sheets.pdf"
    file.write_bytes(_imposed(16, flat, order))
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []
    try:
        said = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    except FileNotFoundError:
        pytest.skip("no poppler here")
    assert said.stderr == ""
    assert "P16" in said.stdout
