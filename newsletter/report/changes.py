"""What changed, as data and in words."""

import json
from typing import Any

import newsletter
from newsletter.comparison import Change, Changes, StoryChange
from newsletter.comparison.changes import PhotoChange
from newsletter.comparison.compared import Comparison
from newsletter.comparison.passages import Passage
from newsletter.issue import Article, Photo, Publication, Record, Sheet
from newsletter.language import _, language, ngettext
from newsletter.manifest.keys import chinese_path


def as_json(comparison: Comparison) -> str:
    """Return the changes as indented JSON."""
    changes = comparison.changes
    data = {
        "schema": "newsletter/changes",
        "version": 1,
        "tool": f"newsletter {newsletter.__version__}",
        "issue": comparison.slug,
        "from": comparison.old.name,
        "to": comparison.new.name,
        "same": not changes,
        "notes": list(comparison.notes),
        "facts": [_line(each) for each in changes.facts],
        "stories": [_story(each) for each in changes.stories],
        "photos": [_photo(each) for each in changes.photos],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _line(change: Change) -> dict[str, Any]:
    return {"key": change.key, "old": change.old, "new": change.new}


def _story(change: StoryChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "headline": change.headline,
        "change": change.fate,
        "pages": list(change.pages),
        "lines": [_line(each) for each in change.lines],
        "sentences": [_sentence(each) for each in change.sentences],
    }


def _sentence(passage: Passage) -> dict[str, Any]:
    marks = [{"mark": each.mark, "text": each.text} for each in passage.pieces]
    return {"old": passage.old, "new": passage.new, "pieces": marks}


def _photo(change: PhotoChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "caption": change.caption,
        "change": change.fate,
        "swapped": change.swapped,
        "lines": [_line(each) for each in change.lines],
    }


def fate_word(fate: str) -> str:
    """Return what became of a story or photo."""
    return {"added": _("added"), "removed": _("removed"), "changed": _("changed")}[fate]


def key_word(key: str) -> str:
    """Return a line's or a field's name: its key, for readers of Chinese the key's Chinese name."""
    if language() != "zh_CN":
        return key
    of, _dot, path = key.partition(".")
    if of == "publication":
        return chinese_path(Publication, path)
    if of == "issue":
        return chinese_path(Sheet, path)
    known: tuple[type[Record], ...] = (Article, Photo, Sheet)
    return next((word for word in (chinese_path(each, key) for each in known) if word != key), key)


def tally(changes: Changes) -> str:
    """Return how much changed in one line."""
    stories, photos, facts = len(changes.stories), len(changes.photos), len(changes.facts)
    sentences = sum(len(each.sentences) for each in changes.stories)
    counts = (
        (stories, ngettext("{n} story", "{n} stories", stories)),
        (sentences, ngettext("{n} sentence", "{n} sentences", sentences)),
        (photos, ngettext("{n} photo", "{n} photos", photos)),
        (facts, ngettext("{n} field", "{n} fields", facts)),
    )
    told = (words.format(n=count) for count, words in counts if count)
    return _("Changed: {what}").format(what=_(", ").join(told))
