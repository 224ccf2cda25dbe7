"""The contract with the engine: WeasyPrint puts every character where the line says.

Measured for WeasyPrint 70 with Pango 1.50: letter-spacing follows every glyph, also the last of a span,
and leaves —— whole; drawing rounds each step towards zero to 1/1000 em, so that a span of twenty
characters can end 0.01 em early; a mark halved from the left (halt on “（《) is drawn 0.012 em too far left,
what follows it stands right. Fonts are set up before weasyprint is imported: a process of its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rulers import NEWS, OPENERS, ROOT, ends, paragraph, setting, shipped_copy

from newsletter.compose import compose
from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.manuscript import Emphasis, Paragraph

TOLERANCE = 0.02
PROBE = Path(__file__).with_name("probe.py")


def copy() -> list[Paragraph]:
    mixed = paragraph(
        "院长说：", ("“先学会——不碰坏它，", Emphasis.STRONG), ("再学会……装好它。”", Emphasis.STRESS),
        ("共2026人，合27.5%的GDP（约）。", Emphasis.STRONG), ("马蒂亚斯·林德——", Emphasis.STRESS), ("等等。", Emphasis.PLAIN),
    )  # fmt: skip
    words = paragraph(
        "It’s said that internationalization（国际化）and the microelectronics industry’s future在此。" * 2
    )
    return [*map(paragraph, NEWS), mixed, words, *shipped_copy()[:6]]


LATIN = (("hei-medium", 1.03), ("song", 1.04))


def rendered(lines: list[Line], book: FontBook, folder: Path) -> list[list[tuple[str, float]]]:
    """Return the characters of each line with their origins in em, as pdfium reads them from the PDF."""
    config = folder / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{ROOT / "fonts"}</dir>'
        f"<cachedir>{folder}</cachedir></fontconfig>"
    )
    faces = {key: (face.family, face.weight) for key, face in book.faces.items()}
    rows = [
        [(p.text, *faces[p.face], p.tracking, p.halved, p.scale, p.proportional, p.wide) for p in line.pieces]
        for line in lines
    ]
    done = subprocess.run(
        [sys.executable, str(PROBE)],
        input=json.dumps(rows),
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        check=True,
    )
    return [[(character, x) for character, x in row] for row in json.loads(done.stdout)]


@pytest.mark.parametrize("measure", [12.0, 15.0])
def test_characters_stand_where_the_lines_say(book: FontBook, tmp_path: Path, measure: float) -> None:
    manner = setting(measure, hyphenation="en_GB", latin=LATIN, line_end="either")
    lines = [line for each in copy() for line in compose(each, manner, book)]
    assert len(lines) > 60
    found = rendered(lines, book, tmp_path)
    assert len(found) == len(lines)
    for line, row in zip(lines, found, strict=True):
        assert not differences(line, row, book), line.text


def differences(line: Line, row: list[tuple[str, float]], book: FontBook) -> list[tuple[str, float, float]]:
    """Return the characters that stand elsewhere; both parts of a joined —— have one place."""
    wanted = [(character, left - line.start, halved) for character, left, _, halved in ends(line, book)]
    visible = [each for each in wanted if not each[0].isspace()]
    printed = [each for each in row if not each[0].isspace()]
    assert [each[0] for each in printed] == [each[0] for each in visible]
    result = []
    for at, ((character, x, halved), (_, real)) in enumerate(zip(visible, printed, strict=True)):
        if character == "—" and at and visible[at - 1][0] == "—":
            continue
        place = x - 0.5 if halved and character in OPENERS else x
        if abs(real - place) > TOLERANCE:
            result.append((character, place, real))
    return result
