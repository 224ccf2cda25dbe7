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
PUBLICATION = re.compile(r"""^(?:publication|刊物)\s*:\s*["']?([^\s"'#]+)""", re.MULTILINE)
MOST_BYTES = 20_000
Sheets = tuple[tuple[str, str], ...]
"""Folders of issues, each with the text of its sheet."""


def siblings(sheets: Sheets, slug: str, publication: str = "") -> tuple[Sibling, ...]:
    """Return the other issues of a publication among the sheets of a workspace, by their folders' names.

    ``publication`` is the file that an issue names in place of publication.yaml, if any.

    Only plain lines at the margin are read: a hundred issues may not cost a check a second, and what is
    wrong with another issue's manifest is said when that issue is checked.
    """
    others = ((name, text) for name, text in sheets if name != slug)
    return tuple(_sibling(name, text) for name, text in others if _publication(text) == publication)


def all_issues(workspace: Path) -> tuple[Sibling, ...]:
    """Return all issues of the workspace, of every publication, read in the same way."""
    return tuple(_sibling(name, text) for name, text in all_sheets(workspace))


def all_sheets(workspace: Path) -> Sheets:
    """Return the name of every issue's folder and the text of its sheet."""
    paths = sorted((workspace / "issues").glob("*/issue.yaml"))
    return tuple((path.parent.name, text_of(path)) for path in paths)


def text_of(path: Path) -> str:
    """Return the beginning of a manifest, empty where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES).decode("utf-8", "replace").replace("\r", "")
    except OSError:
        return ""


def publications_used(sheets: Sheets) -> frozenset[str]:
    """Return the files of the publications that sheets name, empty for the usual one."""
    return frozenset(_publication(text) for _name, text in sheets)


def _publication(text: str) -> str:
    """Return the file of the publication that a sheet names, empty for the usual one."""
    named = PUBLICATION.search(text)
    return named[1] if named else ""


def _sibling(name: str, text: str) -> Sibling:
    """Return what a sheet says of its issue's place in the series."""
    said = {KEYS[key]: value for key, value in LINE.findall(text)}
    number, total = _count(said.get("number", "")), _count(said.get("total", ""))
    return Sibling(slug=name, number=number, total=total, date=_day(said.get("date", "")))


def _count(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) < 10 else None


def _day(written: str) -> datetime.date | None:
    parts = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", written)
    try:
        return datetime.date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None
