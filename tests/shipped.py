"""The layouts and the faces that ship with the tool, opened once for all tests."""

from functools import cache
from pathlib import Path

from newsletter.fonts import FontBook
from newsletter.layout import Layout, open_layout

ROOT = Path(__file__).resolve().parents[1]


@cache
def shipped_layout(name: str) -> Layout:
    """Return a layout of ``layouts/``."""
    layout = open_layout(ROOT / "layouts" / name).value
    assert layout is not None, name
    return layout


@cache
def shipped_faces() -> FontBook:
    """Return the faces of ``fonts/``."""
    return FontBook.open([ROOT / "fonts"])
