"""Boxes, labels and pull quotes on the printed page: their inks, overprint, the copy whole."""

from pathlib import Path

import pikepdf
import pytest

from newsletter.press import PressFile, characters
from tests.whole.printed import copy_of_story, pages
from tests.whole.workshop import GOOD, Workshop, copy_of, once

QUOTE = "双手是第二把钥匙"
PAPER = "articles.yaml"


def _build(folder: Path) -> None:
    workshop = copy_of(GOOD, folder)
    workshop.edit(PAPER, "  rank: lead\n", f"  rank: lead\n  摘引: {QUOTE}\n  section: 开学\n")
    workshop.edit(PAPER, "  rank: standard\n", "  rank: standard\n  加框: 底纹\n")
    workshop.edit(PAPER, "  rank: brief\n", "  rank: brief\n  box: rule\n")
    run = workshop.run("build")
    assert workshop.pdf.is_file(), run.stdout + run.stderr


@pytest.fixture(scope="module")
def furnished(shared: Path) -> Workshop:
    return Workshop(once(shared / "furniture", _build))


@pytest.fixture(scope="module")
def facts(furnished: Workshop) -> PressFile:
    return furnished.facts()


def test_a_tint_is_pure_magenta_and_yellow_filled(furnished: Workshop) -> None:
    with pikepdf.open(furnished.pdf) as pdf:
        inks = [
            tuple(float(each) for each in operands)
            for operands, operator in map(tuple, pikepdf.parse_content_stream(pdf.pages[0]))
            if str(operator) == "k"
        ]
    assert (0.0, 0.08, 0.08, 0.0) in inks


def test_black_type_overprints_the_tint_and_the_tint_knocks_nothing_out(facts: PressFile) -> None:
    assert facts.pages[0].black_over is not None
    assert facts.pages[0].black_out is None
    assert facts.pages[0].white_over is None
    spaces = {paint.space for sheet in facts.pages for paint in sheet.paints}
    assert not any("RGB" in space for space in spaces)


def test_a_pull_quote_is_printed_beside_the_copy_that_stays_whole(furnished: Workshop) -> None:
    text = pages(furnished.pdf)[0]
    story = furnished.issue().article("opening")
    assert story
    assert text.count(QUOTE) == 2
    assert text.count(copy_of_story(story)) == 1


def test_legs_end_over_the_quote_and_go_on_below_it(furnished: Workshop) -> None:
    glyphs = [each for each in characters(furnished.pdf, 1) if not each.char.isspace()]
    large = [each for each in glyphs if each.size == pytest.approx(15, abs=0.1)]
    assert "".join(each.char for each in large) == QUOTE
