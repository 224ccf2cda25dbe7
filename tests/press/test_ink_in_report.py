"""A press build's report shows the ink of the plates, page by page and photo by photo."""

import re

import numpy as np
import pytest

from newsletter.diagnostics import Spot
from newsletter.lengths import Mm
from newsletter.press.plates.coverage import most_within
from newsletter.press.plates.drawing import Plates
from tests.whole import conftest as whole

shared, press = whole.shared, whole.press


def test_every_page_has_its_plates_and_its_picture(press: whole.Built) -> None:
    html = (press.workshop.dist / "report.html").read_text("utf-8")
    part = html[html.index('<section id="ink">') : html.index('<section id="stories">')]
    assert part.count("data:image/webp") == len(press.facts.pages)
    assert [part.count(f">{name}<") for name in ("cyan", "magenta", "yellow", "black")] == [4, 4, 4, 4]
    most = [float(each) for each in re.findall(r"most (\d+) %", part)]
    assert len(most) == 4 and all(100 <= each <= 245 for each in most)


def test_every_photo_has_its_ink(press: whole.Built) -> None:
    html = (press.workshop.dist / "report.html").read_text("utf-8")
    inks = re.findall(r'data-label="largest ink">(\d+) %<', html)
    assert len(inks) == sum(len(page.pictures) for page in press.facts.pages)


@pytest.mark.parametrize(("x", "most"), [(-3.0, 10.0), (1.0, 200.0), (50.0, 0.0)])
def test_the_most_ink_is_that_within_the_picture(x: float, most: float) -> None:
    values = np.full((20, 20), 10.0, np.float32)
    values[2, 12] = 200.0
    plates = Plates({}, left=-3.0, top=-3.0, pixel=0.5)
    spot = Spot(1, Mm(x), Mm(-3.0), Mm(4.0), Mm(4.0))
    assert most_within(values, plates, spot) == most
