"""The engine's contract with our CMYK JPEGs, and what two renderers make of it."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from newsletter.photos import Picture

Press = Callable[..., Picture]
FIELDS = {"red": (200, 20, 30), "white": (255, 255, 255), "black": (0, 0, 0)}


@pytest.fixture
def proof(tmp_path: Path, press: Press) -> Path:
    from weasyprint import HTML

    picture = Image.new("RGB", (300, 100))
    for place, colour in enumerate(FIELDS.values()):
        picture.paste(colour, (place * 100, 0, place * 100 + 100, 100))
    picture.save(tmp_path / "fields.png")
    made = press(tmp_path / "fields.png", width=30, height=10)
    page = f"""<style>@page {{ size: 30mm 10mm; margin: 0 }} img {{ display: block; width: 30mm }}</style>
        <img src="{made.file.as_uri()}">"""
    HTML(string=page).write_pdf(tmp_path / "proof.pdf")
    with pikepdf.open(tmp_path / "proof.pdf") as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.ColorSpace == "/DeviceCMYK"
        assert image.Filter == "/DCTDecode"
        assert [int(each) for each in image.Decode] == [1, 0] * 4
        assert image.read_raw_bytes() == made.file.read_bytes()
    return tmp_path / "proof.pdf"


def assert_fields(page: Image.Image) -> None:
    width, height = page.size
    red, white, black = (page.convert("RGB").getpixel((width * n // 6, height // 2)) for n in (1, 3, 5))
    assert red[0] > 150
    assert max(red[1:]) < 90
    assert min(white) > 245
    assert max(black) < 70


def test_pdfium_shows_the_right_colours(proof: Path) -> None:
    with pypdfium2.PdfDocument(proof) as document:
        assert_fields(document[0].render(scale=2).to_pil())


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not installed")
def test_poppler_shows_the_right_colours(proof: Path, tmp_path: Path) -> None:
    subprocess.run(["pdftoppm", "-r", "72", "-png", proof, tmp_path / "page"], check=True)
    (page,) = tmp_path.glob("page*.png")
    with Image.open(page) as picture:
        assert_fields(picture)
