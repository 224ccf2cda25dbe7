"""Two texts side by side: which sentences changed, and which characters inside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from newsletter.comparison.sentences import sentences

Mark = Literal["same", "out", "in"]
WORD = re.compile(r"[A-Za-z0-9.%]+|\s+|.", re.DOTALL)
LEAST_ALIKE = 0.35
"""Sentences less alike than this are another sentence, not the same one changed."""
LEAST_SAME = 2
"""Fewer characters alike between two changes are chance and shown as changed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stayed, went out or came in."""

    mark: Mark
    text: str


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that changed, went out or came in; ``old_at`` and ``new_at`` are where it begins."""

    pieces: Pieces
    old_at: int = 0
    new_at: int = 0

    @property
    def old(self) -> str:
        """What it was."""
        return old_of(self.pieces)

    @property
    def new(self) -> str:
        """What it is."""
        return new_of(self.pieces)


def marked(old: str, new: str) -> Pieces:
    """Return a changed text with what went out and what came in; figures and Latin words change whole."""
    before, after = WORD.findall(old), WORD.findall(new)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(before[a:b])))
        else:
            found += [Piece("out", "".join(before[a:b])), Piece("in", "".join(after[c:d]))]
    return _smooth([each for each in found if each.text])


def _smooth(pieces: Sequence[Piece]) -> Pieces:
    """Return the pieces with what is alike by chance taken into the changes around it."""
    found, out, into = list[Piece](), "", ""
    for number, each in enumerate(pieces):
        inner = 0 < number < len(pieces) - 1
        if each.mark == "same" and not (inner and len(each.text) < LEAST_SAME):
            found += [*_changed(out, into), each]
            out = into = ""
        else:
            out += each.text if each.mark != "in" else ""
            into += each.text if each.mark != "out" else ""
    return (*found, *_changed(out, into))


def _changed(out: str, into: str) -> Iterator[Piece]:
    if out:
        yield Piece("out", out)
    if into:
        yield Piece("in", into)


def changed_sentences(old: str, new: str) -> tuple[Passage, ...]:
    """Return every sentence of two texts that changed, went out or came in, marked, in order of reading."""
    found, old_at, new_at = list[Passage](), 0, 0
    for pieces in all_sentences(old, new):
        passage = Passage(pieces, old_at, new_at)
        if any(each.mark != "same" for each in pieces):
            found.append(passage)
        old_at, new_at = old_at + len(passage.old), new_at + len(passage.new)
    return tuple(found)


def all_sentences(old: str, new: str) -> Iterator[Pieces]:
    """Yield every sentence of two texts once.

    What stayed and went out is, in order, all of the old text; what stayed and came in all of the new.
    """
    before, after = sentences(old), sentences(new)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ((Piece("same", each),) for each in before[a:b])
        else:
            yield from _paired(before[a:b], after[c:d])


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[Pieces]:
    """Yield sentences of a changed stretch, those that are alike as one."""
    start = 0
    for old in before:
        at = _alike(old, after, start)
        if at is None:
            yield (Piece("out", old),)
            continue
        yield from ((Piece("in", new),) for new in after[start:at])
        yield marked(old, after[at])
        start = at + 1
    yield from ((Piece("in", new),) for new in after[start:])


def _alike(old: str, after: Sequence[str], start: int) -> int | None:
    """Return the first following sentence that is the old one changed."""
    for at in range(start, len(after)):
        matcher = SequenceMatcher(None, old, after[at], autojunk=False)
        if matcher.quick_ratio() >= LEAST_ALIKE and matcher.ratio() >= LEAST_ALIKE:
            return at
    return None


def old_of(pieces: Pieces) -> str:
    """Return what the pieces were."""
    return "".join(each.text for each in pieces if each.mark != "in")


def new_of(pieces: Pieces) -> str:
    """Return what the pieces are."""
    return "".join(each.text for each in pieces if each.mark != "out")
