"""Where a change stands on made pages: the lines of a sentence, a headline, a photo, a story's room."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsletter.comparison.items import Block, Item
from newsletter.comparison.made import MadePage, MadePages, TextPlace
from newsletter.comparison.statements import BREAK
from newsletter.dummy import Role
from newsletter.lengths import Mm
from newsletter.press import Area

BODY = (Role.LEG, Role.TABLE)
LINES = {
    "kicker": Role.KICKER,
    "headline": Role.HEADLINE,
    "deck": Role.DECK,
    "byline": Role.BYLINE,
    "section": Role.LABEL,
    "pull_quote": Role.PULL_QUOTE,
    "caption": Role.CAPTION,
    "credit": Role.CAPTION,
}
MARKUP = re.compile(rf"[*>#|‖{BREAK}\s]|^:[a-z-]+:", re.MULTILINE)
Position = tuple[MadePage, TextPlace, int]


@dataclass(frozen=True, slots=True)
class Place:
    """An area of a page where a change stands."""

    page: int
    area: Area


def places(block: Block, item: Item, made: MadePages, *, new: bool) -> tuple[Place, ...]:
    """Return where a change stands on the pages of the one side, nothing where it stands nowhere."""
    if block.of == "photo":
        return tuple(_of_photo(block.id, item, made))
    if block.of == "facts":
        return ()
    text = item.new if new else item.old
    if item.kind == "whole" or item.key == "page":
        return tuple(Place(page.number, room) for page in made for of, room in page.fits if of == block.id)
    if item.kind == "line" and (found := tuple(_of_role(block.id, item.key, made))):
        return found if text else ()
    if item.kind == "line" and item.key != "source":
        return ()
    return Copy(block.id, made).places(text, item.new_at if new else item.old_at)


def _of_photo(photo: str, item: Item, made: MadePages) -> Iterator[Place]:
    yield from _of_role(photo, item.key, made)
    if item.kind in ("picture", "whole") or item.key in ("focus", "keep"):
        yield from (Place(page.number, area) for page in made for of, area in page.photos if of == photo)


def _of_role(of: str, key: str, made: MadePages) -> Iterator[Place]:
    role = LINES.get(key, "")
    for page in made:
        yield from (
            Place(page.number, text.area) for text in page.texts if (text.story, text.role) == (of, role)
        )


class Copy:
    """A story's copy as its legs have it, without white space, and where each character stands."""

    def __init__(self, story: str, made: MadePages) -> None:
        frames = [
            (page, text) for page in made for text in page.texts if text.story == story and text.role in BODY
        ]
        self.at: list[Position] = []
        words = []
        for page, text in frames:
            for number, line in enumerate(text.lines):
                words.append(_bare(line))
                self.at += [(page, text, number)] * len(words[-1])
        self.text = "".join(words)

    def places(self, text: str, near: int) -> tuple[Place, ...]:
        """Return the areas of a passage, one for each leg; of equal passages it is the nearest."""
        wanted = _bare(text)
        start = self._find(wanted, near) if wanted else -1
        if start < 0:
            return ()
        runs = groupby(self.at[start : start + len(wanted)], key=lambda each: (each[0].number, id(each[1])))
        return tuple(_joined(list(run)) for _frame, run in runs)

    def _find(self, wanted: str, near: int) -> int:
        """Return where a passage begins, -1 where it is not printed."""
        found, at = list[int](), self.text.find(wanted)
        while at >= 0:
            found.append(at)
            at = self.text.find(wanted, at + 1)
        return min(found, key=lambda each: abs(each - near), default=-1)


def _joined(run: list[Position]) -> Place:
    page, text, first = run[0]
    return Place(page.number, text.span(first, run[-1][2]))


def _bare(text: str) -> str:
    """Return a text without white space and the marks of its kind and emphasis, which are not printed."""
    return MARKUP.sub("", text)


def grown(area: Area, by: float) -> Area:
    """Return an area with so many mm more on every side, no further than the page's top left."""
    left, top = max(0.0, area.x - by), max(0.0, area.y - by)
    right, bottom = area.x + area.width + by, area.y + area.height + by
    return Area(Mm(left), Mm(top), Mm(right - left), Mm(bottom - top))
