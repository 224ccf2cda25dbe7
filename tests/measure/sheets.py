"""Sheets of lines set as they are by the engine, and what is measured of them."""

import subprocess
import sys
from pathlib import Path

from newsletter.measure import Figures, Found, measure
from tests.bench import peers

STYLE = """<!doctype html><meta charset="utf-8"><style>@page{size:400mm 200mm;margin:10mm}
body{margin:0;font:9pt/14pt "Newsletter Song"} p{margin:0;white-space:pre} .h{font-feature-settings:"halt"}
.late{position:relative;top:3pt} .tight{letter-spacing:-0.05em} .loose{letter-spacing:0.2em}
.kai{font-family:"Newsletter Kai"} .head{font:700 10pt/14pt "Newsletter Hei"} .large{font-size:24pt;line-height:42pt}
.small{font-size:4.5pt;position:relative;top:-7pt;line-height:0}
.leg{position:absolute;top:0} </style>"""
HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"


def figures_of(body: str, folder: Path) -> Figures:
    """Return the figures of a sheet."""
    source = folder / "lines.html"
    source.write_text(STYLE + body, "utf-8")
    command = (sys.executable, "-m", "weasyprint", "-q", str(source), str(source.with_suffix(".pdf")))
    subprocess.run(command, check=True, env=peers.environment(folder))
    return measure(source.with_suffix(".pdf"))


def paragraphs(*lines: str) -> str:
    """Return lines as the engine sets them untouched; U+3000 is the indent."""
    return "".join(f"<p>{line}</p>" for line in lines)


def leg(left: float, *lines: str, top: float = 0) -> str:
    """Return lines in a leg so many em from the left, lines from the top."""
    place = f"left:{left * 9}pt;top:{top * 14}pt"
    return f'<div class="leg" style="{place}">{paragraphs(*lines)}</div>'


def prose(measure: int, count: int, last: int = 4) -> tuple[str, ...]:
    """Return a paragraph of so many lines, indented, its last one so many characters long."""
    text = HAN * 3
    return (f"　　{text[: measure - 2]}", *[text[:measure]] * (count - 2), text[:last])


def texts(found: tuple[Found, ...]) -> tuple[str, ...]:
    """Return the lines at fault."""
    return tuple(each.text for each in found)
