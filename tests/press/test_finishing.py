"""The press file as ordered: boxes, marks, metadata, overprint; the same bytes twice; fonts as they were."""

import hashlib
import io
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

import newsletter.checks.press  # noqa: F401
from newsletter.lengths import Mm, to_pt
from newsletter.press import (
    FinishOrder,
    PressFile,
    UnfitProof,
    expected_of,
    finish,
    inspect,
    render,
    slug_area,
)
from newsletter.rulebook import examine


@pytest.fixture(scope="module")
def facts(good: bytes) -> PressFile:
    return inspect(good)


def test_same_input_same_bytes(proof: bytes, order: FinishOrder, good: bytes) -> None:
    assert finish(proof, order) == good
    assert finish(proof, replace(order, title="another")) != good


def test_same_bytes_in_any_process(proof: bytes, order: FinishOrder, good: bytes, tmp_path: Path) -> None:
    (tmp_path / "job").write_bytes(pickle.dumps((proof, order)))
    script = (
        "import pickle, sys, hashlib\nfrom newsletter.press import finish\n"
        "print(hashlib.sha256(finish(*pickle.load(open(sys.argv[1], 'rb')))).hexdigest())"
    )
    command = [sys.executable, "-c", script, tmp_path / "job"]
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "America/Lima"}
    run = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment, cwd=Path(__file__).parents[2]
    )
    assert run.stdout.strip() == hashlib.sha256(good).hexdigest()


def test_boxes_are_exact(facts: PressFile, order: FinishOrder) -> None:
    for page in facts.pages:
        assert page.trim and page.bleed and page.media and page.crop is None and page.art is None
        assert (page.media.x0, page.media.y0) == (0.0, 0.0)
        assert abs(page.trim.x0 - to_pt(order.border)) < 1e-4
        assert abs(page.trim.x1 - to_pt(Mm(order.border + order.width))) < 1e-4
        assert abs(page.trim.y1 - to_pt(Mm(order.border + order.height))) < 1e-4
        assert abs(page.bleed.y0 - to_pt(Mm(order.border - order.bleed))) < 1e-4
        assert abs(page.media.y1 - to_pt(Mm(order.height + 2 * order.border))) < 1e-4


def test_only_ink_on_the_plates(facts: PressFile) -> None:
    spaces = {paint.space for page in facts.pages for paint in page.paints}
    assert spaces == {"DeviceCMYK", "Separation All"}


def test_black_overprints_and_white_knocks_out(facts: PressFile) -> None:
    assert all(page.black_over and page.black_over.count > 5 for page in facts.pages)
    assert all(page.black_out is None and page.white_over is None for page in facts.pages)


def test_groups_blend_in_cmyk_where_needed(good: bytes, proof: bytes, facts: PressFile) -> None:
    assert "Group" in facts.pages[1].transparency and "Group" not in facts.pages[0].transparency
    with pikepdf.open(io.BytesIO(good)) as pdf:
        groups = [
            thing.Group.CS for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Group" in thing
        ]
    assert groups and set(groups) == {pikepdf.Name.DeviceCMYK}


def test_fonts_and_pictures_are_untouched(proof: bytes, good: bytes) -> None:
    assert _bodies(proof) == _bodies(good)


def _bodies(data: bytes) -> set[str]:
    """Return the hashes of font programs, Unicode mappings and pictures as they stand in the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        bodies = [
            each for each in streams if "/Length1" in each or each.get("/Subtype") == pikepdf.Name.Image
        ]
        assert len(bodies) >= 5
        return {hashlib.sha256(each.read_raw_bytes()).hexdigest() for each in bodies}


def test_metadata_agrees(facts: PressFile) -> None:
    assert (facts.header, facts.version, facts.language) == ("%PDF-1.6", "1.6", "zh-CN")
    assert facts.info["GTS_PDFXVersion"] == facts.xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert facts.info["CreationDate"] == "D:20260630080000+08'00'"
    assert facts.xmp["xmp:CreateDate"] == "2026-06-30T08:00:00+08:00"
    assert facts.xmp["xmpMM:DocumentID"].startswith("uuid:")
    assert facts.intents[0].identifier == "IFRA26" and facts.intents[0].components == 4


def test_nothing_for_screens_is_left(good: bytes) -> None:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        wanted = {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents", "/ViewerPreferences"}
        assert set(pdf.Root.keys()) == wanted
        assert "/ColorSpace" not in pdf.pages[0].Resources or not pdf.pages[0].Resources.ColorSpace


def test_marks_keep_clear_of_the_bleed(good: bytes, order: FinishOrder) -> None:
    for page in inspect(good).pages:
        marks = next(paint for paint in page.paints if paint.space == "Separation All")
        assert marks.count == 8 + 4 * 3
        assert marks.first.x < -(order.bleed + 3) + 0.1
        assert all(patch.space != "Separation All" for patch in page.edges)


def test_slug_lies_in_the_border(order: FinishOrder) -> None:
    area = slug_area(order)
    assert area.y >= order.height + order.bleed + 3
    assert area.y + area.height <= order.height + order.border + 1e-6
    assert area.x + area.width < order.width / 2 - 2.5


def test_without_marks(proof: bytes, order: FinishOrder) -> None:
    plain = inspect(finish(proof, replace(order, marks=False)))
    assert all(paint.space == "DeviceCMYK" for page in plain.pages for paint in page.paints)


def test_wrong_sheet_is_refused(proof: bytes, order: FinishOrder) -> None:
    with pytest.raises(UnfitProof, match="sheet"):
        finish(proof, replace(order, width=Mm(150.0)))


def test_text_is_read_without_the_slug(facts: PressFile) -> None:
    front = "".join(facts.pages[0].text.split())
    assert "光谷产教之窗" in front and "(鄂)4201—2026000/连" in front
    assert "第1版" not in front and "成立大会在学院礼堂举行，三十余家" in front


def test_older_level_on_request(proof: bytes, order: FinishOrder) -> None:
    older = replace(order, condition=order.condition.model_copy(update={"level": "x-1a"}))
    data = finish(proof, older)
    facts = inspect(data)
    assert (facts.header, facts.info["GTS_PDFXVersion"]) == ("%PDF-1.4", "PDF/X-1a:2003")
    assert b"/ObjStm" not in data and b"/XRef" not in data
    assert facts.intents[0].has_profile and facts.intents[0].identifier == "IFRA26"
    assert examine(facts, expected_of(older, page_count=2)) == (), "the veil over paper is a tint now"


def test_both_levels_look_alike(proof: bytes, order: FinishOrder, tmp_path: Path) -> None:
    older = replace(order, condition=order.condition.model_copy(update={"level": "x-1a"}))
    pictures = []
    for name, asked in (("newer", order), ("older", older)):
        (tmp_path / name).write_bytes(finish(proof, asked))
        with Image.open(io.BytesIO(render(tmp_path / name, 2, 40))) as picture:
            pictures.append(picture.convert("RGB"))
    apart = ImageChops.difference(*pictures).getextrema()
    assert max(most for _least, most in apart) < 24, "the veil has the same colour"
