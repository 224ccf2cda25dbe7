"""What is signed, line by line: copy as it is normalised, headline block, photos' bytes, captions, fields.

How the lines are written has a number, the form, which every signature carries. Nothing that is written
here may change but in a new form: all signatures ever given would be void.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
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
UNPRINTED: Mapping[int, Mapping[str, Any]] = {
    1: {**dict.fromkeys(MADE, True), "sign_off": True},
    2: {**dict.fromkeys(MADE, True), "sign_off": True, "print": {"samples": True}},
}
"""What a form leaves out. 2: sample copies are delivered, and recorded, after the signatures are given."""
FORM = max(UNPRINTED)
"""The form in which statements are signed today."""


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


def is_over(of: str, page: int, stories: Collection[str]) -> bool:
    """Return whether a signature of that subject is over something on a page with some stories."""
    kind, _space, name = of.partition(" ")
    return name == str(page) if kind == PAGE else kind == ISSUE or name in stories


def statement(
    issue: Issue, of: str, stories: Iterable[str] = (), form: int = FORM
) -> tuple[Line, ...] | None:
    """Return what a signature of that subject covers, none where the subject is no longer there.

    Raises KeyError for a form that this version does not know.
    """
    kind, _space, name = of.partition(" ")
    writer = _Writer(issue, UNPRINTED[form])
    if kind == ISSUE:
        return tuple(writer.whole())
    if kind == PAGE:
        return writer.page(name, tuple(stories))
    article = issue.article(name)
    return None if article is None else tuple(writer.story(article))


def covered(signature: Signature, issue: Issue) -> frozenset[str]:
    """Return the ids of the stories that a signature covers."""
    kind, _space, name = signature.of.partition(" ")
    if kind == ISSUE:
        return frozenset(each.id for each in issue.articles)
    return frozenset((name,)) if kind == STORY else frozenset(signature.stories)


def hash_of(lines: Iterable[Line]) -> str:
    """Return the SHA-256 of a statement."""
    return hashlib.sha256("".join(each.written for each in lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes an issue's statements in one form; ``left_out`` are the keys that are no part of it."""

    issue: Issue
    left_out: Mapping[str, Any]

    def whole(self) -> Iterator[Line]:
        """Yield what the whole issue says."""
        yield from self.fields("publication", self.issue.publication)
        yield from self.fields("issue", self.issue.sheet)
        for article in self.issue.articles:
            yield from self.story(article)

    def page(self, name: str, stories: tuple[str, ...]) -> tuple[Line, ...] | None:
        """Return what a page says: its plan and its stories."""
        articles = [self.issue.article(each) for each in stories]
        plans = [plan for plan in self.issue.sheet.pages if str(plan.page) == name]
        if None in articles:
            return None
        lines = [line for plan in plans for line in self.fields(f"page {name}", plan)]
        return (*lines, *(line for each in articles if each is not None for line in self.story(each)))

    def story(self, article: Article) -> Iterator[Line]:
        """Yield a story's headline block, its copy and its photos."""
        yield from self.fields(article.id, article)
        for paragraph in article.manuscript.paragraphs:
            yield Line(article.id, _copy(paragraph), paragraph.span)
        for photo in (self.issue.photo(each) for each in article.photos):
            if photo is not None:
                yield from self.fields(f"photo {photo.id}", photo)
                yield _bytes(photo, self.issue.folder)

    def fields(self, label: str, record: Record) -> Iterator[Line]:
        """Yield what an editor wrote of a record; what was left out is left out."""
        data = record.model_dump(
            mode="json", by_alias=True, exclude=dict(self.left_out), exclude_defaults=True
        )
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
