"""What is signed, line by line: copy as it is normalised, headline block, photos' bytes, captions, fields."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from newsletter.diagnostics import Span
from newsletter.issue import Article, Issue, Photo, Record, Signature
from newsletter.manuscript import Paragraph
from newsletter.release import sha256_of

ISSUE, STORY, PAGE = "issue", "story", "page"
MADE = {"places", "manuscript", "readings", "pixels", "fault", "twin"}
"""What the tool adds to a record; it is no part of what an editor wrote."""
UNPRINTED = {*MADE, "sign_off"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a statement: whose it is, what it says, where it stands."""

    label: str
    text: str
    at: Span | None = None

    @property
    def written(self) -> str:
        """The line as it is hashed and kept."""
        return f"{self.label}\t{self.text}\n"


def statement(issue: Issue, of: str, stories: Iterable[str] = ()) -> tuple[Line, ...] | None:
    """Return what a signature of that subject covers, none where the subject is no longer there."""
    kind, _space, name = of.partition(" ")
    if kind == ISSUE:
        return tuple(_whole(issue))
    if kind == PAGE:
        return _page(issue, name, tuple(stories))
    article = issue.article(name)
    return None if article is None else tuple(_story(article, issue))


def covered(signature: Signature, issue: Issue) -> frozenset[str]:
    """Return the ids of the stories that a signature covers."""
    kind, _space, name = signature.of.partition(" ")
    if kind == ISSUE:
        return frozenset(each.id for each in issue.articles)
    return frozenset((name,)) if kind == STORY else frozenset(signature.stories)


def hash_of(lines: Iterable[Line]) -> str:
    """Return the SHA-256 of a statement."""
    return hashlib.sha256("".join(each.written for each in lines).encode()).hexdigest()


def _whole(issue: Issue) -> Iterator[Line]:
    yield from _fields("publication", issue.publication)
    yield from _fields("issue", issue.sheet)
    for article in issue.articles:
        yield from _story(article, issue)


def _page(issue: Issue, name: str, stories: tuple[str, ...]) -> tuple[Line, ...] | None:
    articles = [issue.article(each) for each in stories]
    plans = [plan for plan in issue.sheet.pages if str(plan.page) == name]
    if None in articles:
        return None
    lines = [line for plan in plans for line in _fields(f"page {name}", plan)]
    return (*lines, *(line for each in articles if each is not None for line in _story(each, issue)))


def _story(article: Article, issue: Issue) -> Iterator[Line]:
    """Yield a story's headline block, its copy and its photos."""
    yield from _fields(article.id, article)
    for paragraph in article.manuscript.paragraphs:
        yield Line(article.id, _copy(paragraph), paragraph.span)
    for photo in (issue.photo(each) for each in article.photos):
        if photo is not None:
            yield from _fields(f"photo {photo.id}", photo)
            yield _bytes(photo, issue.folder)


def _fields(label: str, record: Record) -> Iterator[Line]:
    """Yield what an editor wrote of a record; what was left out is left out."""
    data = record.model_dump(mode="json", by_alias=True, exclude=UNPRINTED, exclude_defaults=True)
    for key, value in data.items():
        yield Line(f"{label} · {key}", _said(value), record.at(key))


def _copy(paragraph: Paragraph) -> str:
    """Return a paragraph's characters, and after them what sets it or any of them apart."""
    # Readings part runs, and are set only later: characters of one emphasis are one run here.
    alike = groupby(paragraph.runs, key=lambda run: str(run.emphasis))
    parts = [(emphasis, "".join(run.text for run in runs)) for emphasis, runs in alike]
    text = "".join(words for _emphasis, words in parts)
    stressed = [[emphasis, len(words)] for emphasis, words in parts]
    cell = paragraph.cell
    place = [cell.table, cell.row, cell.column] if cell else []
    apart = [str(paragraph.block), paragraph.marker, paragraph.level, place, list(paragraph.breaks), stressed]
    plain = paragraph.block == "text" and not paragraph.marker and [each for each, _ in parts] == ["plain"]
    return _said(text) if plain else f"{_said(text)}\t{_said(apart)}"


def _bytes(photo: Photo, folder: Path) -> Line:
    path = folder / photo.file
    there = bool(photo.file) and path.is_file()
    return Line(f"photo {photo.id} · bytes", sha256_of(path) if there else "–", photo.at("file"))


def _said(value: Any) -> str:
    """Return a value in one line."""
    return value if isinstance(value, str) and "\n" not in value else json.dumps(value, ensure_ascii=False)
