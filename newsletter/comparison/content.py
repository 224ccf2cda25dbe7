"""The content of an issue, compact: words, photos by hash, pages. A build keeps it beside what it made."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from newsletter.dummy import Dummy
from newsletter.issue import Article, Issue
from newsletter.manuscript import Block, Paragraph, Run
from newsletter.release import sha256_of, write

KEPT = ".content.json"
LINES = ("section", "kicker", "headline", "deck", "byline", "source", "pull_quote")
PHOTO_LINES = ("caption", "credit", "keep", "group")
SETTINGS = ("rank", "box", "headline_style", "headline_over", "place")
EMPHASIS = {"plain": "{}", "strong": "**{}**", "stress": "*{}*", "both": "***{}***"}


@dataclass(frozen=True, slots=True)
class StoryContent:
    """A story: its lines by key, its copy a paragraph a line, the planned page (0 for none), its photos.

    ``pages`` are those that it stands on in a made issue, none where it is not made.
    """

    id: str
    lines: dict[str, str]
    text: str
    page: int = 0
    photos: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoContent:
    """A photo: its caption and credit, the SHA-256 of its file, empty where that is not there."""

    id: str
    lines: dict[str, str]
    sha256: str


@dataclass(frozen=True, slots=True)
class Content:
    """All that readers see of an issue but its design."""

    slug: str
    facts: dict[str, str]
    stories: tuple[StoryContent, ...] = ()
    photos: tuple[PhotoContent, ...] = ()
    pages: dict[str, str] = field(default_factory=dict)


def content_of(issue: Issue, dummy: Dummy | None = None) -> Content:
    """Return the content of an issue; readings that the tool adds itself are no part of it."""
    planned = {story: plan.page for plan in issue.sheet.pages for story in plan.articles}
    made = _made(dummy)
    stories = tuple(
        _story(each, each.page or planned.get(each.id, 0), made.get(each.id, ())) for each in issue.articles
    )
    photos = tuple(
        PhotoContent(each.id, _lines(each, PHOTO_LINES), _hash(issue.folder / each.file))
        for each in issue.photos
    )
    pages = {str(plan.page): plan.name for plan in issue.sheet.pages}
    return Content(issue.slug, _facts(issue), stories, photos, pages)


def _made(dummy: Dummy | None) -> dict[str, tuple[int, ...]]:
    """Return the pages of every story of a made issue."""
    found: dict[str, list[int]] = {}
    for page in dummy.pages if dummy else ():
        for fit in page.fits:
            found.setdefault(fit.story, []).append(page.number)
    return {story: tuple(dict.fromkeys(pages)) for story, pages in found.items()}


def _story(article: Article, page: int, pages: tuple[int, ...]) -> StoryContent:
    lines = _lines(article, (*LINES, *SETTINGS))
    text = "".join(_paragraph(each) + "\n" for each in article.manuscript.paragraphs)
    return StoryContent(article.id, lines, text, page, article.photos, pages)


def _lines(record: Any, keys: tuple[str, ...]) -> dict[str, str]:
    return {key: str(getattr(record, key)) for key in keys if getattr(record, key)}


def _paragraph(paragraph: Paragraph) -> str:
    """Return a paragraph as it would be written: its kind before it, emphasis as in Markdown."""
    before = {Block.CROSSHEAD: "## ", Block.QUOTE: "> "}.get(paragraph.block, "")
    marker = f"{paragraph.marker} " if paragraph.marker else ""
    return before + marker + "".join(map(_run, paragraph.runs))


def _run(run: Run) -> str:
    return EMPHASIS[str(run.emphasis)].format(run.text)


def _hash(file: Path) -> str:
    return sha256_of(file) if file.is_file() else ""


def _facts(issue: Issue) -> dict[str, str]:
    """Return the fields of publication and sheet by their keys."""
    publication = issue.publication.model_dump(mode="json", exclude={"editors"})
    editors = {post.role: post.name for post in issue.publication.editors}
    sheet = issue.sheet.model_dump(mode="json", exclude={"pages", "waive"}, warnings=False)
    return dict(_flat({"publication": {**publication, "editors": editors}, "issue": sheet}))


def _flat(data: Mapping[str, Any], before: str = "") -> list[tuple[str, str]]:
    """Return nested keys with dots; what is empty is left out."""
    found: list[tuple[str, str]] = []
    for key, value in data.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{before}{key}.")
        elif value not in (None, "", [], ()):
            found.append((f"{before}{key}", str(value)))
    return found


def keep(folder: Path, content: Content) -> None:
    """Write the content beside what was made of it; the same content gives the same bytes."""
    data = json.dumps(asdict(content), ensure_ascii=False, sort_keys=True, indent=1)
    write(folder / KEPT, data.encode())


def read_content(file: Path) -> Content | None:
    """Return the content that a build kept, none where there is none that can be read."""
    try:
        return _read(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _read(data: Mapping[str, Any]) -> Content:
    def each(kind: Callable[..., Any], key: str) -> tuple[Any, ...]:
        return tuple(kind(**{name: _tuple(value) for name, value in item.items()}) for item in data[key])

    return Content(
        data["slug"],
        data["facts"],
        each(StoryContent, "stories"),
        each(PhotoContent, "photos"),
        data["pages"],
    )


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
