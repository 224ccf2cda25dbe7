"""A preflight as plain data: findings, what was checked, what could not be, what is not, every page."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import newsletter
from newsletter.language import _
from newsletter.report.data import finding_data
from newsletter.report.verdict import clear
from newsletter.report.wording import tally

if TYPE_CHECKING:
    from newsletter.preflight import Checked, Preflight
    from newsletter.press import Sheet
    from newsletter.press.facts import Box, Picture

SCHEMA = "newsletter/preflight"
VERSION = 1
"""Raised when a key changes its meaning or goes; new keys leave it."""


def as_json(result: "Preflight", *, strict: bool = False) -> str:
    """Return a preflight as indented JSON."""
    return json.dumps(as_data(result, strict=strict), ensure_ascii=False, indent=2)


def as_data(result: "Preflight", *, strict: bool = False) -> dict[str, Any]:
    """Return a preflight as plain data; lengths in mm, ink in per cent."""
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "tool": f"newsletter {newsletter.__version__}",
        "file": result.name,
        "profile": result.profile,
        "level": result.level,
        "ok": result.readable and clear(result.findings, strict=strict),
        "findings": [finding_data(each) for each in result.findings],
        "checked": [_checked(each) for each in result.checked if str(each.result) != "incomplete"],
        "could_not_be_checked": [_checked(each) for each in result.checked if each.unread],
        "not_checked": [{"what": _(each.text), "why": _(each.reason)} for each in result.not_checked],
        "pages": [_page(page) for page in result.pages],
        "fonts": [
            {"name": each.base, "kind": each.kind, "embedded": each.embedded, "subset": each.subset}
            for each in (result.file.fonts if result.file else ())
        ],
        "summary": {str(severity): count for severity, count in tally(result.findings).items()},
    }


def _checked(each: "Checked") -> dict[str, Any]:
    clause = each.clause
    return {
        "clause": clause.key,
        "what": _(clause.text),
        "result": str(each.result),
        "rules": list(each.rules),
        "unread_pages": list(each.unread),
    }


def _page(page: "Sheet") -> dict[str, Any]:
    boxes = {name: _box(getattr(page, name)) for name in ("media", "crop", "bleed", "trim", "art")}
    return {
        "page": page.number,
        "boxes": boxes,
        "rotation": page.rotation,
        "ink": _ink(page),
        "fonts": list(page.fonts),
        "pictures": [_picture(each) for each in page.pictures],
        "smallest_type": page.type_sizes[0].least.value if page.type_sizes else None,
        "thinnest_line": page.thinnest_line.value if page.thinnest_line else None,
        "transparency": list(page.transparency),
        "spot_colours": [name for name, _tally in page.spots],
    }


def _box(box: "Box | None") -> dict[str, float] | None:
    """Return a box with its corner from the sheet's origin, in mm."""
    if box is None:
        return None
    scale = 25.4 / 72
    x, y = round(box.x0 * scale, 3), round(box.y0 * scale, 3)
    return {"x": x, "y": y, "width": round(box.width, 3), "height": round(box.height, 3)}


def _ink(page: "Sheet") -> dict[str, Any] | None:
    """Return a page's ink, null where its plates were not drawn."""
    ink = page.ink
    if ink is None:
        return None
    at = {key: value for key, value in asdict(ink.heaviest).items() if key != "page"}
    plates = {each.name: {"mean": each.mean, "maximum": each.maximum} for each in ink.plates}
    return {"plates": plates, "mean": ink.mean, "maximum": ink.maximum, "at": at, "unread": list(ink.unread)}


def _picture(each: "Picture") -> dict[str, Any]:
    place = {key: value for key, value in asdict(each.at).items() if key != "page"}
    pixels = {"pixels": [each.width, each.height], "ppi": [each.ppi_x, each.ppi_y]}
    return {**place, **pixels, "space": each.space, "filter": each.filter}
