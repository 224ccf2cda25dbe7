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
        yield "\n".join(_story(story, page["frames"]))


def _stories(page: Mapping[str, Any]) -> list[str]:
    """Return the ids of a page's stories in the order in which the screen edition is read."""
    fits = sorted(page["stories"], key=lambda fit: (fit["box"]["y"], fit["box"]["x"]))
    shown = (
        each["story"] for each in page["frames"] if each["frame"] == "text" and each["role"] != "caption"
    )
    return list(dict.fromkeys([*(fit["story"] for fit in fits), *shown]))


def _story(story: str, on_page: list[Frame]) -> Iterator[str]:
    """Yield a story's heads, its legs in reading order, its photos, each with its caption."""
    frames = [each for each in on_page if each.get("story") == story]
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
        captions = (
            each for each in on_page if each.get("role") == "caption" and each["story"] == photo["photo"]
        )
        yield from (f"▲ {''.join(_lines(each))}" for each in captions)


def _mark(role: str) -> str:
    return "# " if role == "headline" else ""


def _lines(frame: Frame) -> list[str]:
    return [str(line) for line in frame["lines"]]
