"""An issue as text in page order, story by story, line for line as it is set."""

from collections.abc import Iterator, Mapping
from typing import Any

from newsletter.language import _

HEADS = ("kicker", "headline", "deck", "byline")
Frame = Mapping[str, Any]


def text(dummy: Mapping[str, Any], page: int | None = None) -> str:
    """Return the pages, or the one asked for, from the data of ``dummy.json``."""
    pages = [each for each in dummy["pages"] if page in (None, each["number"])]
    return "\n\n".join("\n\n".join(_page(each)) for each in pages)


def _page(page: Mapping[str, Any]) -> Iterator[str]:
    """Yield a page's heading and its stories, as they follow each other down the page."""
    title = _("Page {page} {name}").format(page=page["number"], name=page["name"]).strip()
    yield f"━━ {title} ━━"
    for story in _stories(page):
        yield "\n".join(_story([each for each in page["frames"] if each.get("story") == story]))


def _stories(page: Mapping[str, Any]) -> list[str]:
    """Return the ids of a page's stories by the place of their topmost frame."""
    tops: dict[str, tuple[float, float]] = {}
    for frame in page["frames"]:
        if frame["frame"] == "text":
            place = (frame["box"]["y"], frame["box"]["x"])
            tops[frame["story"]] = min(tops.get(frame["story"], place), place)
    return sorted(tops, key=tops.__getitem__)


def _story(frames: list[Frame]) -> Iterator[str]:
    """Yield a story's heads, its legs in reading order, its photos with their captions."""
    for role in HEADS:
        yield from (f"{_mark(role)}{''.join(_lines(each))}" for each in frames if each.get("role") == role)
    legs = [each for each in frames if each.get("role") in ("leg", "table", "gutter")]
    jumps = [each for each in frames if each.get("role") == "jump"]
    for jump in (each for each in jumps if not legs or each["box"]["y"] < legs[0]["box"]["y"]):
        yield from _lines(jump)
    yield ""
    for leg in legs:
        yield from _lines(leg)
    for jump in (each for each in jumps if legs and each["box"]["y"] >= legs[0]["box"]["y"]):
        yield from _lines(jump)
    for photo in (each for each in frames if each["frame"] == "photo"):
        yield _("[photo {id}]").format(id=photo["photo"])
    yield from (f"▲ {''.join(_lines(each))}" for each in frames if each.get("role") == "caption")


def _mark(role: str) -> str:
    return "# " if role == "headline" else ""


def _lines(frame: Frame) -> list[str]:
    return [str(line) for line in frame["lines"]]
