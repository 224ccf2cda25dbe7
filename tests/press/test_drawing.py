"""Marks for any sheet: crop and register marks by their places, greys in balance by the profile."""

import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageCms

from newsletter.condition import Inks, open_condition, shipped
from newsletter.lengths import Mm
from newsletter.press import drawing, inspect
from newsletter.press.colour_bar import GREYS, balanced, inks_of


def drawn(*marks: str) -> bytes:
    """Return a page of 200 × 100 mm with marks on it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(566.929, 283.465))
        page = pdf.pages[0]
        page.obj.Resources = pikepdf.Dictionary(
            XObject={"/M": drawing.form_of(pdf, marks, Mm(200.0), Mm(100.0))}
        )
        page.obj.Contents = pdf.make_stream(b"/M Do")
        data = io.BytesIO()
        pdf.save(data)
    return data.getvalue()


def test_crop_marks_stand_on_the_lines_of_the_trim() -> None:
    (page,) = inspect(drawn(drawing.pen(Mm(0.1)), *drawing.crop_marks((20, 20, 180, 80), 4, 9))).pages
    (paint,) = page.paints
    assert (paint.use, paint.space, paint.count) == ("stroke", "Separation All", 8)
    assert paint.first.x == pytest.approx(11, abs=0.1)
    assert paint.first.width == pytest.approx(5, abs=0.2)
    assert paint.first.y == pytest.approx(80, abs=0.1)


def test_a_form_ends_as_it_began() -> None:
    marks = [*drawing.register_mark(10, 10, 2.5), drawing.dashed((0, 50), (200, 50))]
    with pikepdf.open(io.BytesIO(drawn(*marks))) as pdf:
        content = pdf.pages[0].obj.Resources.XObject["/M"].read_bytes().split()
    assert content.count(b"q") == content.count(b"Q") == 1
    assert content[-4:] == [b"[]", b"0", b"d", b"Q"]


def lab(icc: Path, inks: Inks) -> np.ndarray:
    transform = ImageCms.buildTransform(str(icc), ImageCms.createProfile("LAB"), "CMYK", "LAB", 1)
    dot = Image.new("CMYK", (1, 1), tuple(round(part * 255) for part in inks))
    light, a, b = transform.apply(dot).tobytes()
    return np.array([light / 2.55, *np.array([a, b], np.uint8).astype(np.int8)], float)


@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize("grey", GREYS)
def test_greys_in_colour_look_like_greys_in_black(tmp_path: Path, name: str, grey: float) -> None:
    icc = open_condition(name, tmp_path).icc
    in_colour = balanced(icc, grey)
    assert in_colour[3] == 0
    assert np.linalg.norm(lab(icc, in_colour) - lab(icc, (0, 0, 0, grey))) < 3


@pytest.mark.parametrize("name", shipped())
def test_no_patch_takes_more_ink_than_the_paper_bears(tmp_path: Path, name: str) -> None:
    condition = open_condition(name, tmp_path)
    found = inks_of(condition)
    assert max(sum(each) for each in found) * 100 <= condition.ink_limit
    assert len(found) == len(set(found)) >= 16
