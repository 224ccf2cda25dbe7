"""What makes the built file a press file, read back from disk."""

from tests.whole.conftest import Built
from tests.whole.workshop import Workshop


def test_no_rgb(press: Built) -> None:
    spaces = {paint.space for sheet in press.facts.pages for paint in sheet.paints}
    spaces |= {picture.space for sheet in press.facts.pages for picture in sheet.pictures}
    assert not any("RGB" in space or "Lab" in space or space == "ICCBased 3" for space in spaces)
    assert "DeviceCMYK" in spaces


def test_it_is_pdf_x_4(press: Built) -> None:
    facts = press.facts
    assert facts.faults == ()
    assert facts.header.startswith("%PDF-1.6")
    assert "PDF/X-4" in facts.xmp.get("pdfxid:GTS_PDFXVersion", "")
    assert not facts.encrypted and facts.identified and not facts.actions and not facts.embedded_files
    (intent,) = facts.intents
    assert (intent.kind, intent.has_profile, intent.components) == ("GTS_PDFX", True, 4)
    assert facts.info.get("Trapped") or facts.info.get("/Trapped")


def test_every_sheet_has_its_boxes(press: Built) -> None:
    for sheet in press.facts.pages:
        assert sheet.media and sheet.bleed and sheet.trim
        assert (round(sheet.trim.width, 2), round(sheet.trim.height, 2)) == (285, 420)
        assert (round(sheet.bleed.width, 2), round(sheet.bleed.height, 2)) == (291, 426)
        assert (sheet.media.x0, sheet.media.y0) == (0, 0)
        assert sheet.media.holds(sheet.bleed) and sheet.bleed.holds(sheet.trim)
        assert sheet.annotations == 0


def test_fonts_are_embedded_and_no_glyph_is_missing(press: Built) -> None:
    assert press.facts.fonts
    assert all(font.embedded and font.subset and font.notdef is None for font in press.facts.fonts)


def test_body_black_overprints(press: Built) -> None:
    assert all(sheet.black_over is not None and sheet.white_over is None for sheet in press.facts.pages)


def test_ink_is_within_the_shops_limit(press: Built) -> None:
    inks = [sheet.heaviest_ink.value for sheet in press.facts.pages if sheet.heaviest_ink]
    assert inks and max(inks) <= 240


def test_the_same_bytes_in_another_folder_with_other_hashes(press: Built, again: Workshop) -> None:
    assert again.pdf.read_bytes() == press.workshop.pdf.read_bytes()


def test_originals_are_untouched(press: Built) -> None:
    assert press.workshop.originals() == press.report["originals"]
