"""What changed, numbered: each change once in the list, under the same number where a page frames it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from newsletter.comparison.changes import Change, Changes, Fate, PhotoChange, StoryChange
from newsletter.comparison.passages import Passage, Piece, Pieces, new_of, old_of

Kind = Literal["line", "passage", "picture", "whole"]
Of = Literal["facts", "story", "photo"]
LEAST_MOVED = 6
"""Characters; a shorter sentence that goes out here and comes in there is not the same one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One change: a line by its ``key``, a passage of the copy, a picture, or a story or photo as a whole.

    ``went_to`` and ``came_from`` are the story that a sentence moved to or from; ``old_at`` and ``new_at``
    where a passage begins in the copy.
    """

    number: int
    kind: Kind
    key: str = ""
    pieces: Pieces = ()
    old_at: int = 0
    new_at: int = 0
    went_to: str = ""
    came_from: str = ""

    @property
    def replaced(self) -> bool:
        """Whether one value took the place of another with which it has nothing in common."""
        return self.kind == "line" and [each.mark for each in self.pieces] == ["out", "in"]

    @property
    def old(self) -> str:
        """What it was."""
        return old_of(self.pieces)

    @property
    def new(self) -> str:
        """What it is."""
        return new_of(self.pieces)


@dataclass(frozen=True, slots=True)
class Block:
    """The changes of one story, one photo, or of the fields of publication and issue.

    The ``headline`` of a photo is its caption; ``pages`` are those of a story.
    """

    of: Of
    id: str = ""
    headline: str = ""
    fate: Fate = "changed"
    items: tuple[Item, ...] = ()
    pages: tuple[int, ...] = ()


def blocks_of(changes: Changes) -> tuple[Block, ...]:
    """Return the changes in the order in which they are read, numbered through."""
    moved = _Moved(changes)
    found, number = list[Block](), 0
    for block in (*_facts(changes), *(_story(each, moved) for each in changes.stories)):
        found.append(_numbered(block, number))
        number += len(block.items)
    for photo in changes.photos:
        found.append(_numbered(_photo(photo), number))
        number += len(found[-1].items)
    return tuple(found)


def _numbered(block: Block, before: int) -> Block:
    items = tuple(replace(each, number=before + at) for at, each in enumerate(block.items, start=1))
    return replace(block, items=items)


def _facts(changes: Changes) -> Iterator[Block]:
    if changes.facts:
        yield Block("facts", items=tuple(map(_line, changes.facts)))


def _line(change: Change) -> Item:
    return Item(0, "line", change.key, change.pieces)


def _story(change: StoryChange, moved: "_Moved") -> Block:
    """Return a story's changes; one that is new or gone is one change, not as many as it has sentences."""
    if change.fate != "changed":
        text = "".join(each.text for passage in change.sentences for each in passage.pieces)
        piece = Piece("in" if change.fate == "added" else "out", text.rstrip("\n"))
        return Block(
            "story",
            change.id,
            change.headline,
            change.fate,
            (Item(0, "whole", pieces=(piece,)),),
            change.pages,
        )
    passages = _joined(_passage(each, moved) for each in change.sentences)
    items = (*map(_line, change.lines), *passages)
    return Block("story", change.id, change.headline, change.fate, items, change.pages)


def _passage(passage: Passage, moved: "_Moved") -> Item:
    item = Item(0, "passage", "", passage.pieces, passage.old_at, passage.new_at)
    went, came = moved.of(passage)
    return replace(item, went_to=went, came_from=came) if went or came else item


def _joined(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return passages with those as one that follow one another and went, or came, together."""
    found: list[Item] = []
    for each in items:
        if found and _follows(found[-1], each):
            last = found[-1]
            text = last.pieces[0].text + each.pieces[0].text
            found[-1] = replace(last, pieces=(Piece(each.pieces[0].mark, text),))
        else:
            found.append(each)
    return tuple(found)


def _follows(before: Item, after: Item) -> bool:
    """Return whether one passage goes on where another ends, both out or both in, to or from one story."""
    one, other = before.pieces, after.pieces
    if len(one) != 1 or len(other) != 1 or one[0].mark != other[0].mark:
        return False
    fate = (before.went_to, before.came_from) == (after.went_to, after.came_from)
    ends = before.old_at + len(before.old), before.new_at + len(before.new)
    return fate and ends == (after.old_at, after.new_at)


def _photo(change: PhotoChange) -> Block:
    whole = (Item(0, "whole"),) if change.fate != "changed" else ()
    picture = (Item(0, "picture"),) if change.swapped else ()
    items = (*whole, *picture, *map(_line, change.lines))
    return Block("photo", change.id, change.caption, change.fate, items)


class _Moved:
    """Sentences that went out of one place and came in at another."""

    def __init__(self, changes: Changes) -> None:
        self.out = self._found(changes, "out")
        self.into = self._found(changes, "in")

    def of(self, passage: Passage) -> tuple[str, str]:
        """Return where a sentence went to and where it came from, empty where it did neither."""
        key = (passage.pieces[0].mark, _bare(passage.pieces[0].text))
        if len(passage.pieces) != 1 or len(key[1]) < LEAST_MOVED:
            return "", ""
        if key[0] == "out":
            return self.into.get(key[1], ""), ""
        return "", self.out.get(key[1], "")

    @staticmethod
    def _found(changes: Changes, mark: str) -> Mapping[str, str]:
        return {
            _bare(passage.pieces[0].text): story.id
            for story in changes.stories
            for passage in story.sentences
            if len(passage.pieces) == 1 and passage.pieces[0].mark == mark
        }


def _bare(text: str) -> str:
    return "".join(text.split())
