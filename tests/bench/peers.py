"""The peers run as anybody would: bare WeasyPrint by its command, Typst by its Python package."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.bench import typst_source, web
from tests.bench.content import Story

FONTS = Path(__file__).resolve().parents[2] / "fonts"
COMPILE = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root='/', font_paths=[sys.argv[3]])"
)
CONFIGURATION = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    "<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"
)

Command = tuple[str, ...]


def weasyprint(pages: Sequence[Sequence[Story]], folder: Path) -> tuple[Command, Path]:
    """Return the command by which bare WeasyPrint makes a PDF of the content, and the PDF's path."""
    source = folder / "weasyprint.html"
    source.write_text(web.page(pages), "utf-8")
    return weasyprint_command(source)


def weasyprint_command(source: Path) -> tuple[Command, Path]:
    """Return the command by which bare WeasyPrint makes a PDF of a file beside it, and the PDF's path."""
    target = source.with_suffix(".pdf")
    return (sys.executable, "-m", "weasyprint", "--quiet", str(source), str(target)), target


def typst(pages: Sequence[Sequence[Story]], folder: Path) -> tuple[Command, Path]:
    """Return the command by which Typst makes a PDF of the content, and the PDF's path."""
    source = folder / "typst.typ"
    source.write_text(typst_source.document(pages), "utf-8")
    return typst_command(source)


def typst_command(source: Path) -> tuple[Command, Path]:
    """Return the command by which Typst makes a PDF of a file beside it, and the PDF's path."""
    target = source.with_suffix(".pdf")
    return (sys.executable, "-c", COMPILE, str(source), str(target), str(FONTS)), target


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which fontconfig knows the press faces alone, its cache kept in the folder."""
    file = folder / "fonts.conf"
    file.write_text(CONFIGURATION.format(fonts=escape(str(FONTS)), cache=escape(str(folder / "fc"))), "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(file)}
