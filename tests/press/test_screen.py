"""The screen edition: the print file's pages as cut, in RGB, nothing of the press left, nothing of the reader's lost."""

import hashlib
import io
import os
import pickle
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from newsletter.condition import open_condition
from newsletter.lengths import Mm, to_pt
from newsletter.press import (
    Bookmark,
    FinishOrder,
    PressFile,
    UnfitProof,
    UnreadablePdf,
    characters,
    finish,
    inspect,
    screen_edition,
)
from newsletter.press.operators import operations
from newsletter.press.screen import screen_colour
from tests.whole import conftest as whole
from tests.whole.workshop import GOOD, SLUG, Workshop, copy_of, once

shared, press = whole.shared, whole.press

HERE = Path(__file__).parent
BOOKMARKS = (
    Bookmark("第1版　要闻", 1, Mm(0.0), (Bookmark("产教联合体成立", 1, Mm(32.0)),)),
    Bookmark("第2版　教学", 2, Mm(0.0)),
)
GREEN = (40, 160, 60)


def picture(size: tuple[int, int] = (200, 150), mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size, GREEN if mode == "RGB" else 0).save(stream, "JPEG")
    return stream.getvalue()


class Shown(NamedTuple):
    """An image as it stands in a file."""

    jpeg: bytes
    size: tuple[int, int]
    space: str
    decoded: bool


def images(data: bytes) -> list[Shown]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return [_shown(each) for each in streams if each.get("/Subtype") == pikepdf.Name.Image]


def _shown(image: pikepdf.Stream) -> Shown:
    size = (int(image.Width), int(image.Height))
    return Shown(image.read_raw_bytes(), size, str(image.ColorSpace), "/Decode" in image)


@pytest.fixture(scope="module")
def pictures(good: bytes) -> dict[str, bytes]:
    return {hashlib.sha256(each.jpeg).hexdigest(): picture() for each in images(good)}


@pytest.fixture(scope="module")
def edition(good: bytes, pictures: dict[str, bytes], order: FinishOrder) -> bytes:
    return screen_edition(good, pictures, order, BOOKMARKS)


@pytest.fixture(scope="module")
def printed(good: bytes) -> PressFile:
    return inspect(good)


@pytest.fixture(scope="module")
def facts(edition: bytes) -> PressFile:
    return inspect(edition)


def test_pages_are_as_cut(facts: PressFile, edition: bytes, order: FinishOrder) -> None:
    assert not facts.faults and len(facts.pages) == 2
    for page in facts.pages:
        assert page.media and (page.media.x0, page.media.y0) == (0, 0)
        assert page.media.x1 == pytest.approx(to_pt(order.width), abs=1e-4)
        assert page.media.y1 == pytest.approx(to_pt(order.height), abs=1e-4)
    with pikepdf.open(io.BytesIO(edition)) as pdf:
        assert all(
            set(page.obj.keys()).isdisjoint({"/TrimBox", "/BleedBox", "/CropBox"}) for page in pdf.pages
        )


def test_no_ink_is_left(facts: PressFile, edition: bytes) -> None:
    paints = {paint.space for page in facts.pages for paint in page.paints}
    assert paints == {"DeviceRGB"}
    with pikepdf.open(io.BytesIO(edition)) as pdf:
        forms = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/BBox" in each]
        streams = [page.obj["/Contents"] for page in pdf.pages] + forms
        used = {each.operator for stream in streams for each in operations(stream.read_bytes())}
    assert used.isdisjoint({b"k", b"K", b"g", b"G", b"cs", b"CS"}) and {b"rg", b"RG"} <= used
    assert b"DeviceCMYK" not in _unpacked(edition) and b"Separation" not in _unpacked(edition)


def test_nothing_of_the_press_is_left(facts: PressFile, edition: bytes) -> None:
    whole_file = _unpacked(edition)
    for word in (b"PressMarks", b"PressOver", b"PressOut", b"/OPM", b"OutputIntent", b"GTS_PDFX", b"PDF/X"):
        assert word not in whole_file
    assert facts.intents == () and "pdfxid:GTS_PDFXVersion" not in facts.xmp
    assert all(page.black_over is None for page in facts.pages)
    assert facts.pages[1].transparency  # the veil stays a veil


def _unpacked(data: bytes) -> bytes:
    """Return a file with every stream but fonts and pictures in the clear."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)  # fmt: skip
    return target.getvalue()


def test_black_is_black_and_red_is_the_profiles_red(edition: bytes, order: FinishOrder) -> None:
    with pikepdf.open(io.BytesIO(edition)) as pdf:
        written = list(operations(pdf.pages[0].obj["/Contents"].read_bytes()))
    colours = {tuple(map(float, each.operands.split())) for each in written if each.operator == b"rg"}
    assert (0.0, 0.0, 0.0) in colours and (1.0, 1.0, 1.0) in colours
    red = screen_colour((0.0, 1.0, 1.0, 0.1), order.condition)
    assert any(colour == pytest.approx(red, abs=1e-3) for colour in colours)
    assert red[0] > 0.75 and max(red[1:]) < 0.3


@pytest.mark.parametrize("name", ["newsprint", "coated", "uncoated"])
def test_white_and_black_in_every_condition(name: str) -> None:
    condition = open_condition(name, HERE)
    assert screen_colour((0.0, 0.0, 0.0, 0.0), condition) == (1.0, 1.0, 1.0)
    assert screen_colour((0.0, 0.0, 0.0, 1.0), condition) == (0.0, 0.0, 0.0)
    assert screen_colour((0.0, 0.0, 0.0, 0.8), condition) == (0.2, 0.2, 0.2)
    assert len(set(screen_colour((1.0, 0.5, 0.0, 0.1), condition))) == 3


def test_text_and_its_places_are_the_print_files(
    good: bytes, edition: bytes, facts: PressFile, printed: PressFile
) -> None:
    for ours, theirs in zip(facts.pages, printed.pages, strict=True):
        assert ours.text and ours.text == theirs.text
    for page in (1, 2):
        inside = [each for each in characters(good, page) if each.y0 < 210]
        shown = characters(edition, page)
        assert [each.char for each in shown] == [each.char for each in inside]
        assert all(
            abs(a.x0 - b.x0) < 0.01 and abs(a.y0 - b.y0) < 0.01 for a, b in zip(shown, inside, strict=True)
        )


def test_the_slug_is_gone(good: bytes, edition: bytes) -> None:
    assert "第1版" in "".join(each.char for each in characters(good, 1))
    assert "第1版" not in "".join(each.char for each in characters(edition, 1))


def test_fonts_are_untouched(good: bytes, edition: bytes, facts: PressFile) -> None:
    assert _fonts(edition) == _fonts(good) != set()
    assert facts.fonts and all(each.embedded and each.notdef is None for each in facts.fonts)


def _fonts(data: bytes) -> set[str]:
    """Return the hashes of the font programs as they stand in the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Length1" in each]
        return {hashlib.sha256(each.read_raw_bytes()).hexdigest() for each in streams}


def test_every_picture_is_the_screens(good: bytes, edition: bytes) -> None:
    shown = images(edition)
    assert len(shown) == len(images(good)) > 0
    assert set(shown) == {Shown(picture(), (200, 150), "/DeviceRGB", decoded=False)}


@pytest.mark.parametrize(
    ("jpeg", "sentence"),
    [(picture((150, 200)), "shape"), (picture(mode="L"), "RGB"), (b"nothing", "RGB")],
)
def test_an_unfit_picture_is_refused(
    good: bytes, pictures: dict[str, bytes], order: FinishOrder, jpeg: bytes, sentence: str
) -> None:
    with pytest.raises(UnfitProof, match=sentence):
        screen_edition(good, dict.fromkeys(pictures, jpeg), order)


def test_pictures_missing_and_left_over_are_refused(
    good: bytes, pictures: dict[str, bytes], order: FinishOrder
) -> None:
    with pytest.raises(UnfitProof, match="none for the screen"):
        screen_edition(good, {}, order)
    with pytest.raises(UnfitProof, match="not in the print file"):
        screen_edition(good, {**pictures, "0" * 64: picture()}, order)


def test_metadata_and_bookmarks(facts: PressFile, printed: PressFile, edition: bytes) -> None:
    assert facts.language == "zh-CN" and facts.identified
    for key in ("Title", "Creator", "CreationDate", "ModDate"):
        assert facts.info[key] == printed.info[key]
    for key in ("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmpMM:DocumentID"):
        assert facts.xmp[key] == printed.xmp[key]
    assert facts.xmp["xmpMM:InstanceID"] != printed.xmp["xmpMM:InstanceID"]
    with pikepdf.open(io.BytesIO(edition)) as pdf, pdf.open_outline() as outline:
        first, second = outline.root
        assert (first.title, second.title) == ("第1版　要闻", "第2版　教学")
        assert first.children[0].title == "产教联合体成立"
        top = float(first.children[0].destination[3])
        assert top == pytest.approx(to_pt(Mm(210 - 32.0)), abs=0.01)
        assert second.destination[0] == pdf.pages[1].obj


def test_same_input_same_bytes(
    good: bytes, pictures: dict[str, bytes], order: FinishOrder, edition: bytes, tmp_path: Path
) -> None:
    (tmp_path / "print.pdf").write_bytes(good)
    assert screen_edition(tmp_path / "print.pdf", pictures, order, BOOKMARKS) == edition
    assert screen_edition(good, pictures, order) != edition
    (tmp_path / "job").write_bytes(pickle.dumps((good, pictures, order, BOOKMARKS)))
    script = (
        "import pickle, sys, hashlib\nfrom newsletter.press import screen_edition\n"
        "print(hashlib.sha256(screen_edition(*pickle.load(open(sys.argv[1], 'rb')))).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "America/Lima"}
    command = [sys.executable, "-c", script, tmp_path / "job"]
    run = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment, cwd=HERE.parents[1]
    )
    assert run.stdout.strip() == hashlib.sha256(edition).hexdigest()


def test_an_older_level_will_do(proof: bytes, order: FinishOrder, pictures: dict[str, bytes]) -> None:
    older = replace(order, condition=order.condition.model_copy(update={"level": "x-1a"}))
    facts = inspect(screen_edition(finish(proof, older), pictures, older))
    assert {paint.space for page in facts.pages for paint in page.paints} == {"DeviceRGB"}


def test_what_cannot_be_read(tmp_path: Path, order: FinishOrder) -> None:
    with pytest.raises(UnreadablePdf):
        screen_edition(tmp_path / "nowhere.pdf", {}, order)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="no qpdf")
def test_qpdf_finds_nothing(edition: bytes, tmp_path: Path) -> None:
    (tmp_path / "screen.pdf").write_bytes(edition)
    check = subprocess.run(
        ["qpdf", "--check", tmp_path / "screen.pdf"], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0 and "WARNING" not in check.stdout + check.stderr


@pytest.fixture(scope="module")
def draft(shared: Path) -> Workshop:
    """The small issue built as a draft."""
    return Workshop(once(shared / "draft", lambda folder: copy_of(GOOD, folder).run("build")))


def _screen(workshop: Workshop) -> Path:
    return workshop.dist / f"{SLUG}.screen.pdf"


def _texts(facts: PressFile) -> list[str]:
    """Return the text of the pages; the screen's says white at the ends of lines that is not printed."""
    return ["".join(page.text.split()) for page in facts.pages]


def test_the_drafts_label_stays(draft: Workshop) -> None:
    assert "送审稿" in "".join(inspect(_screen(draft)).pages[0].text.split())
    assert _texts(inspect(_screen(draft))) == _texts(draft.facts())


def test_the_sample_is_small_and_whole(press: whole.Built) -> None:
    file = _screen(press.workshop)
    facts = inspect(file)
    assert file.stat().st_size < 5_000_000
    assert "送审稿" not in facts.pages[0].text
    assert _texts(facts) == _texts(press.facts)
    ours, theirs = ([len(page.pictures) for page in each.pages] for each in (facts, press.facts))
    assert ours == theirs
    assert {picture.space for page in facts.pages for picture in page.pictures} == {"DeviceRGB"}
    with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
        assert len(outline.root) == len(facts.pages) and all(page.children for page in outline.root)


def test_it_looks_like_the_print_file(press: whole.Built) -> None:
    scale = 40 / 72
    for ours, theirs in zip(
        _drawn(_screen(press.workshop), scale), _drawn(press.workshop.pdf, scale), strict=True
    ):
        trimmed = theirs.crop(_middle(theirs.size, ours.size))
        difference = ImageStat.Stat(ImageChops.difference(ours, trimmed).convert("L"))
        assert difference.mean[0] < 12, "more than a shade of colour apart"


def _drawn(file: Path, scale: float) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(file)
    return [page.render(scale=scale).to_pil().convert("RGB") for page in document]


def _middle(outer: tuple[int, int], inner: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top = round((outer[0] - inner[0]) / 2), round((outer[1] - inner[1]) / 2)
    return left, top, left + inner[0], top + inner[1]
