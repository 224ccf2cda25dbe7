"""The trimmed size of a layout's pages, read without the rest of the layout: `check` must answer at once."""

import re
from collections.abc import Sequence
from pathlib import Path

from newsletter.yaml_source import Scalar, Table, read_yaml

SHEET = "layout.yaml"
TRIM = re.compile(r"^trim:[^\n]*(?:\n[ \t]+[^\n]*)*", re.MULTILINE)


def trim_of(name: str, folders: Sequence[Path]) -> tuple[float, float] | None:
    """Return width and height in mm of a layout's pages; an earlier folder's layout wins.

    None where there is no such layout, or none can be read: what is wrong with it says whoever makes pages.
    """
    sheets = (folder / name / SHEET for folder in folders)
    sheet = next((each for each in sheets if each.is_file()), None)
    found = TRIM.search(sheet.read_text("utf-8", errors="replace")) if sheet else None
    node, _faults = read_yaml(found[0], SHEET) if found else (None, ())
    sides = _values(node).get("trim")
    width, height = (_number(_values(sides).get(key)) for key in ("width", "height"))
    return (width, height) if width and height else None


def _values(node: object) -> dict[str, object]:
    return {entry.key: entry.value for entry in node.entries} if isinstance(node, Table) else {}


def _number(node: object) -> float:
    """Return a length as a number, 0 where it is none."""
    text = node.text or "" if isinstance(node, Scalar) else ""
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text, re.ASCII) else 0.0
