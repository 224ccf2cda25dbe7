"""What changed, as data and in words."""

import json
from typing import Any

import newsletter
from newsletter.comparison import Change, Changes, StoryChange
from newsletter.comparison.changes import PhotoChange
from newsletter.comparison.passages import Pieces, new_of, old_of
from newsletter.language import _, ngettext


def as_json(slug: str, sides: tuple[str, str], changes: Changes) -> str:
    """Return the changes as indented JSON."""
    data = {
        "schema": "newsletter/changes",
        "version": 1,
        "tool": f"newsletter {newsletter.__version__}",
        "issue": slug,
        "from": sides[0],
        "to": sides[1],
        "same": not changes,
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
        "lines": [_line(each) for each in change.lines],
        "sentences": [_sentence(each) for each in change.sentences],
    }


def _sentence(pieces: Pieces) -> dict[str, Any]:
    marks = [{"mark": each.mark, "text": each.text} for each in pieces]
    return {"old": old_of(pieces), "new": new_of(pieces), "pieces": marks}


def _photo(change: PhotoChange) -> dict[str, Any]:
    lines = [_line(each) for each in change.lines]
    return {"id": change.id, "change": change.fate, "swapped": change.swapped, "lines": lines}


def side_word(name: str) -> str:
    """Return a side's name in the reader's language."""
    words = {
        "now": _("the files as they are now"),
        "build": _("the last build"),
        "previous": _("the build before the last"),
        "signed": _("the last signature"),
    }
    return words.get(name, name)


def fate_word(fate: str) -> str:
    """Return what became of a story or photo."""
    return {"added": _("added"), "removed": _("removed"), "changed": _("changed")}[fate]


def key_word(key: str) -> str:
    """Return a line's name in the reader's language, else its key as the manifest has it."""
    words = {
        "kicker": _("kicker"),
        "headline": _("headline"),
        "deck": _("deck"),
        "byline": _("byline"),
        "source": _("sign-off line"),
        "caption": _("caption"),
        "credit": _("credit"),
        "page": _("page"),
        "photos": _("photos"),
        "rank": _("rank"),
        "section": _("section"),
        "pull_quote": _("pull quote"),
    }
    return words.get(key, key)


def tally(changes: Changes) -> str:
    """Return how much changed in one line."""
    counts = (
        (len(changes.stories), "{n} story", "{n} stories"),
        (sum(len(each.sentences) for each in changes.stories), "{n} sentence", "{n} sentences"),
        (len(changes.photos), "{n} photo", "{n} photos"),
        (len(changes.facts), "{n} field", "{n} fields"),
    )
    told = (ngettext(one, more, count).format(n=count) for count, one, more in counts if count)
    return _("Changed: {what}").format(what=_(", ").join(told))
