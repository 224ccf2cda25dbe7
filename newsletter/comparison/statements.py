"""A statement, as signatures are given over it, read back into content: the one form of all sides.

What is signed and what is compared are the same lines: nothing can change unseen, and nothing but a change
makes a signature void.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from newsletter.comparison.content import Content, PhotoContent, StoryContent
from newsletter.dummy import Dummy
from newsletter.issue import Issue
from newsletter.signing.naming import BETWEEN, RECORDS
from newsletter.signing.statement import FORM, ISSUE, UNPRINTED, statement

PHOTO, PAGE = "photo ", "page "
BYTES = "bytes"
EMPHASIS = {"plain": "{}", "strong": "**{}**", "stress": "*{}*", "both": "***{}***"}
BEFORE = {"crosshead": "## ", "quote": "> ", "text": "", "item": ""}
BREAK = "⏎"
NAMES = ("page", "role", "rule")
"""Keys that tell the entries of a list apart."""


@dataclass
class _Reading:
    """What was read so far."""

    facts: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    planned: dict[str, int] = field(default_factory=dict)
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    copy: dict[str, list[str]] = field(default_factory=dict)
    photos: dict[str, dict[str, str]] = field(default_factory=dict)


def content_of(issue: Issue, dummy: Dummy | None = None) -> Content:
    """Return the content of an issue: what a signature of all of it covers, and where its stories stand."""
    lines = statement(issue, ISSUE) or ()
    content = content_in(issue.slug, ((each.label, each.text) for each in lines))
    return with_pages(content, dummy) if dummy else content


def with_pages(content: Content, dummy: Dummy) -> Content:
    """Return the content with the pages on which its stories are made up."""
    found: dict[str, list[int]] = {}
    for page in dummy.pages:
        for fit in page.fits:
            found.setdefault(fit.story, []).append(page.number)
    made = {story: tuple(dict.fromkeys(pages)) for story, pages in found.items()}
    stories = tuple(replace(each, pages=made.get(each.id, ())) for each in content.stories)
    return replace(content, stories=stories)


def content_in(slug: str, lines: Iterable[tuple[str, str]]) -> Content:
    """Return the content that the lines of a statement, label and text, say."""
    found = _Reading()
    for label, text in lines:
        subject, dot, key = label.rpartition(BETWEEN)
        if not dot:
            found.copy.setdefault(label, []).append(_paragraph(text))
        elif subject.startswith(PHOTO):
            found.photos.setdefault(subject.removeprefix(PHOTO), {})[key] = _plain(text)
        elif subject.startswith(PAGE):
            _plan({"page": subject.removeprefix(PAGE), key: _value(text)}, found)
        elif subject in RECORDS:
            _fact(subject, key, text, found)
        else:
            found.fields.setdefault(subject, {})[key] = text
    return _content(slug, found)


def lines_in(text: str) -> Iterable[tuple[str, str]]:
    """Yield label and text of every line of a statement that was kept."""
    for line in text.split("\n"):
        label, tab, said = line.partition("\t")
        if tab:
            yield label, said


def _fact(subject: str, key: str, text: str, found: _Reading) -> None:
    value = _value(text)
    if (subject, key) == ("issue", "pages"):
        for plan in value:
            _plan(plan, found)
        return
    told = _flat({key: value})
    found.facts.update((f"{subject}.{name}", said) for name, said in told if not _left_out(name))


def _left_out(name: str) -> bool:
    """Return whether the statements of today leave a key out that those of an earlier form had."""
    left: Any = UNPRINTED[FORM]
    for key in name.split("."):
        left = left.get(key) if isinstance(left, Mapping) else left
    return left is True


def _plan(plan: Mapping[str, Any], found: _Reading) -> None:
    """Take a page of the plan: its name, and which stories stand on it."""
    number = str(plan["page"])
    if name := plan.get("name"):
        found.pages[number] = str(name)
    for story in plan.get("articles", ()):
        found.planned[story] = int(number)
    more = {key: value for key, value in plan.items() if key not in ("page", "name", "articles")}
    found.facts.update(_flat({f"pages.{number}.{key}": value for key, value in more.items()}))


def _content(slug: str, found: _Reading) -> Content:
    stories = tuple(
        _story(name, found) for name in dict.fromkeys((*found.fields, *found.copy)) if name not in RECORDS
    )
    photos = tuple(
        PhotoContent(name, _without(lines, (BYTES, "id")), lines.get(BYTES, ""))
        for name, lines in found.photos.items()
    )
    return Content(slug, found.facts, stories, photos, found.pages)


def _story(name: str, found: _Reading) -> StoryContent:
    said = found.fields.get(name, {})
    page = int(said["page"]) if said.get("page", "").isdecimal() else found.planned.get(name, 0)
    photos = tuple(map(str, _value(said["photos"]))) if "photos" in said else ()
    lines = dict(_flat({key: _value(text) for key, text in _without(said, ("id", "page", "photos")).items()}))
    return StoryContent(name, lines, "".join(f"{each}\n" for each in found.copy.get(name, ())), page, photos)


def _without(lines: Mapping[str, str], keys: tuple[str, ...]) -> dict[str, str]:
    return {key: text for key, text in lines.items() if key not in keys}


def _value(text: str) -> Any:
    """Return what a text says: a list or mapping where it is one, else the text."""
    if text[:1] not in ("[", "{"):
        return _plain(text)
    try:
        return json.loads(text)
    except ValueError:
        return text


def _plain(text: str) -> str:
    """Return a text of one line as it was written; where it had more, they were kept as JSON."""
    if not (text.startswith('"') and "\\n" in text):
        return text
    try:
        return str(json.loads(text))
    except ValueError:
        return text


def _flat(data: Mapping[str, Any], before: str = "") -> list[tuple[str, str]]:
    """Return nested keys with dots; entries of a list by what tells them apart; what is empty is left out."""
    found: list[tuple[str, str]] = []
    for key, value in data.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{before}{key}.")
        elif isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
            found += _flat(_entries(value), f"{before}{key}.")
        elif value not in (None, "", [], ()):
            said = " ".join(map(str, value)) if isinstance(value, list) else str(value)
            found.append((f"{before}{key}", said))
    return found


def _entries(entries: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a list of records by their names; of two of one name both are kept."""
    found: dict[str, Any] = {}
    for number, each in enumerate(entries, start=1):
        naming = next((key for key in NAMES if key in each), "")
        name = str(each.get(naming, number))
        rest = {key: value for key, value in each.items() if key != naming}
        said = rest["name"] if [*rest] == ["name"] else rest or name
        found[name if name not in found else f"{name}.{number}"] = said
    return found


def _paragraph(text: str) -> str:
    """Return a paragraph as it would be written: its kind before it, emphasis as in Markdown."""
    words, tab, apart = text.rpartition("\t")
    if not tab or not apart.startswith("["):
        return _plain(text)
    try:
        block, marker, level, place, breaks, stressed = json.loads(apart)
    except ValueError:
        return _plain(text)
    before: str = "  " * level + _kind(block, place) + (f"{marker} " if marker else "")
    return before + "".join(_stressed(_plain(words), stressed, breaks))


def _kind(block: str, place: list[int]) -> str:
    """Return what stands before a paragraph of a kind; a row of a table begins with two strokes."""
    if place:
        return "‖ " if place[-1] == 0 else "| "
    return BEFORE.get(block, f":{block}: ")


def _stressed(words: str, stressed: list[tuple[str, int]], breaks: list[int]) -> Iterator[str]:
    """Yield a paragraph's runs in their marks, with a sign where a line of verse begins."""
    start = 0
    for emphasis, length in stressed:
        cuts = [start, *(each for each in breaks if start < each < start + length), start + length]
        run = BREAK.join(words[one:other] for one, other in pairwise(cuts))
        begins = BREAK if start in breaks and start else ""
        yield begins + EMPHASIS.get(emphasis, "{}").format(run)
        start += length
    yield words[start:]
