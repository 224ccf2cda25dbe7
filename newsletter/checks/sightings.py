"""Where a pattern is seen in what is printed, and the finding that says so."""

import re
from collections.abc import Iterable, Iterator

from newsletter.checks.phrases import Pattern
from newsletter.checks.reading import Passage, passages, whole_text
from newsletter.diagnostics import Finding, Fix
from newsletter.issue import Issue
from newsletter.manuscript import Block

Sighting = tuple[Passage, re.Match[str]]
VERSE = frozenset((Block.VERSE, Block.VERSE_TITLE, Block.VERSE_AUTHOR))
BEFORE, BEHIND = 5, 7
"""How many characters of the passage a message shows before and behind what was seen."""
LONGEST = 16


def led_by(first: str, pattern: str) -> str:
    """Return a pattern each of whose matches begins with one of the characters of a set.

    Said in front, nearly every place is passed over at one look: several times as fast where the pattern
    begins with what stands before it, or with what may be left out.
    """
    return f"(?=[{first}])(?:{pattern})"


def prose(issue: Issue) -> Iterator[Passage]:
    """Return all that is printed but verse, which has its own marks and its own grammar."""
    yield from (each for each in passages(issue) if not each.paragraph or each.paragraph.block not in VERSE)


def seen(issue: Issue, *patterns: Pattern) -> Iterator[Sighting]:
    """Return where the patterns are seen in prose; ``^`` and ``$`` of a pattern are those of lines."""
    whole = whole_text(issue)
    found = [pattern for pattern in patterns if pattern.search(whole)]
    for passage in prose(issue) if found else ():
        for pattern in found:
            yield from ((passage, found) for found in pattern.finditer(passage.text))


def around(text: str, start: int, end: int) -> str:
    """Return the words around a part of a text, of a long one its beginning."""
    if end - start > LONGEST:
        return text[max(0, start - BEFORE) : start + LONGEST].strip() + "…"
    return text[max(0, start - BEFORE) : end + BEHIND].strip()


def noted(sighting: Sighting, message: str, hint: str = "", new: str | None = None) -> Finding:
    """Return the finding on a sighting; ``message`` may name {words} and {word}.

    ``new`` is what sets it right without judgement. A line of a record is replaced as a whole: where its
    characters stand inside the value nobody knows.
    """
    passage, found = sighting
    words = around(passage.text, *found.span())
    at = passage.at(found.start(), len(found.group()))
    return Finding(at, message.format(words=words, word=found.group()), hint, fix=_fix(sighting, new))


def _fix(sighting: Sighting, new: str | None) -> Fix | None:
    passage, found = sighting
    if new is None:
        return None
    if passage.paragraph is not None:
        return Fix(found.group(), new)
    text = passage.text
    return Fix(text, text[: found.start()] + new + text[found.end() :])


def noted_all(sightings: Iterable[Sighting], message: str, hint: str = "") -> Iterator[Finding]:
    """Return the findings on sightings that are worded alike."""
    yield from (noted(each, message, hint) for each in sightings)
