"""The other issues of a workspace, as far as the series is concerned: number, total number, date."""

import datetime
import re
from pathlib import Path

from newsletter.issue import Sibling

KEYS = {
    "number": "number",
    "期号": "number",
    "total": "total",
    "总期号": "total",
    "date": "date",
    "出版日期": "date",
}
LINE = re.compile(rf"""^({"|".join(KEYS)})\s*:\s*["']?([0-9][0-9-]*)["']?\s*(?:#.*)?$""", re.MULTILINE)
MOST_BYTES = 20_000


def siblings(workspace: Path, slug: str) -> tuple[Sibling, ...]:
    """Return the other issues of the workspace, by their folders' names.

    Only plain lines at the margin are read: a hundred issues may not cost a check a second, and what is
    wrong with another issue's manifest is said when that issue is checked.
    """
    folders = sorted((workspace / "issues").glob("*/issue.yaml"))
    return tuple(_sibling(path) for path in folders if path.parent.name != slug)


def _sibling(path: Path) -> Sibling:
    """Return what an issue's sheet says of its place in the series; nothing where it cannot be read."""
    try:
        with path.open("rb") as stream:
            text = stream.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        text = ""
    said = {KEYS[key]: value for key, value in LINE.findall(text.replace("\r", ""))}
    number, total = _count(said.get("number", "")), _count(said.get("total", ""))
    return Sibling(slug=path.parent.name, number=number, total=total, date=_day(said.get("date", "")))


def _count(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) < 10 else None


def _day(written: str) -> datetime.date | None:
    parts = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", written)
    try:
        return datetime.date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None
