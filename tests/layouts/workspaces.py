"""Workspaces in every shipped layout, made from the stories of the sample and of the good issue."""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.whole.workshop import GOOD, ROOT, Workshop

SHIPPED = ("tabloid", "broadsheet", "bulletin", "magazine")
SHEET = """\
number: 1
total: 1
date: 2026-06-30
print: {{date: 2026-07-02, run: 800}}
layout: {layout}
{more}pages:
{pages}
"""


@dataclass(frozen=True)
class Plan:
    """What is set: a layout, the approved format, the stories of every page."""

    layout: str
    format: str
    pages: Sequence[Sequence[str]]
    more: str = ""


BROADSHEET = Plan(
    "broadsheet",
    "对开三版",
    (
        ("founding", "opening", "visit", "lab-open", "robot-cell", "notice-exam"),
        ("reform", "dual-tutor", "craftsman", "welder", "alumni"),
        ("photo-page", "sports", "contest", "osmanthus", "services", "weather-tips"),
    ),
)
MAGAZINE = Plan(
    "magazine",
    "大16开八页",
    (
        *((), (), ("opening",), ("dual-tutor",), ("robot-cell", "lab-open")),
        *(("welder",), ("sports", "weather-tips"), ("osmanthus", "services")),
    ),
    "cover: {photo: lake, articles: [dual-tutor, welder, sports, osmanthus]}\n",
)


def sample_in(plan: Plan, folder: Path) -> Workshop:
    """Return a workspace with those stories of the sample that a plan names, in its layout."""
    shutil.copytree(ROOT / "issues", folder / "issues", ignore=shutil.ignore_patterns("issue-002"))
    workshop = Workshop(folder)
    named = {story for page in plan.pages for story in page}
    articles = _kept(workshop.source / "articles.yaml", named)
    photos = {name for found in re.findall(r"photos: \[(.*?)\]", articles) for name in found.split(", ")}
    _kept(workshop.source / "photos.yaml", photos | set(re.findall(r"photo: (\w+)", plan.more)))
    for copy in (workshop.source / "articles").glob("*.md"):
        if copy.stem not in named:
            copy.unlink()
    _plan(workshop, plan)
    return workshop


def good_in(layout: str, folder: Path, pages: int = 2) -> Workshop:
    """Return the good issue's stories in a layout, without a page plan."""
    shutil.copytree(GOOD / "issues", folder / "issues")
    workshop = Workshop(folder)
    sheet = (workshop.source / "issue.yaml").read_text("utf-8").partition("pages:")[0]
    sheet = sheet.replace("layout: leaflet", f"layout: {layout}") + f"page_count: {pages}\n"
    (workshop.source / "issue.yaml").write_text(sheet, "utf-8")
    return workshop


def changed(layout: str, folder: Path, *changes: tuple[str, str], name: str) -> Path:
    """Return a layout of a workspace: a shipped one with changes to its numbers."""
    text = (ROOT / "layouts" / layout / "layout.yaml").read_text("utf-8")
    for old, new in ((f"name: {layout}", f"name: {name}"), *changes):
        assert old in text, old
        text = text.replace(old, new, 1)
    base = f"base: {layout}\n"
    text = (
        re.sub(r"(?m)^base:.*\n", base, text)
        if "\nbase:" in text
        else text.replace("trim:", base + "trim:", 1)
    )
    target = folder / "layouts" / name
    target.mkdir(parents=True)
    (target / "layout.yaml").write_text(text, "utf-8")
    return target


def _plan(workshop: Workshop, plan: Plan) -> None:
    pages = "\n".join(
        f"  - {{page: {at}, name: 第{at}页, articles: [{', '.join(stories)}]}}"
        for at, stories in enumerate(plan.pages, 1)
    )
    sheet = SHEET.format(layout=plan.layout, more=plan.more, pages=pages)
    (workshop.source / "issue.yaml").write_text(sheet, "utf-8")
    publication = workshop.folder / "issues" / "publication.yaml"
    text = re.sub(r"format: [^,]*", f"format: {plan.format}", publication.read_text("utf-8"))
    publication.write_text(text, "utf-8")


def _kept(manifest: Path, identifiers: set[str]) -> str:
    """Keep the named entries of a manifest and return its text."""
    first, *entries = re.split(r"(?m)^(?=- id:)", manifest.read_text("utf-8"))
    kept = [each for each in entries if each.split()[2] in identifiers]
    manifest.write_text(first + "".join(kept), "utf-8")
    return first + "".join(kept)
