"""Lists: which rows open an item, and which go on in one whose marker hangs before its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.measure.columns import SAME
from newsletter.measure.marks import is_marked, marker_of
from newsletter.measure.places import INDENTED, Place

HUNG = 0.4
"""An item's text stands at least so many em right of its marker."""
DEEPEST = 5.0
"""An item's text stands at most so many em right of its marker."""
ALIGNED = 0.7
"""Markers of one list start within so many em of each other: figures are aligned by their ends."""


@dataclass(slots=True)
class _Item:
    """An item as far as it is read: the row of its marker, the indent in em of its text, none if not known.

    ``listed`` where another item stands right before it.
    """

    marker: Place
    text: float | None = None
    listed: bool = False

    def holds(self, place: Place) -> bool:
        """Return whether a row stands where the item's text does."""
        if self.text is not None:
            return place.starts_at(self.text)
        return HUNG < place.indent - self.marker.indent < DEEPEST


def going_on(places: Sequence[Place]) -> list[bool | None]:
    """Return of each row whether it goes on in the next one, none where no list says so."""
    reader = _Reader(places)
    for at in range(len(places)):
        reader.read(at)
    return reader.found


class _Reader:
    """Reads rows one after the other."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = places
        self.found: list[bool | None] = [None] * len(places)
        self.item: _Item | None = None

    def read(self, at: int) -> None:
        """Take a row in, and say whether the one before it goes on in it."""
        place = self.places[at]
        if at and place.stack != self.places[at - 1].stack and not place.first:
            self.item = None
        if self._opens(at):
            self._say(at, False)
            self.item = _Item(place, listed=self.item is not None)
        elif self.item is not None and self.item.holds(place):
            on = self._continues(at, self.item)
            self._say(at, on)
            self.item.text = self.item.text or place.indent
            self.item = self.item if on else None
        elif self.item is not None:
            self._leave(at, self.item)

    def _say(self, at: int, on: bool | None) -> None:
        if at:
            self.found[at - 1] = on

    def _leave(self, at: int, item: _Item) -> None:
        """Take in a row beside a list: its items are at an end, unless their markers do not hang."""
        hung = item.text is not None or (item.listed and not self.places[at - 1].reaches)
        self._say(at, False if hung else None)
        self.item = None

    def _opens(self, at: int) -> bool:
        """Return whether a row that starts like an item is one: its neighbours are a list's."""
        place, after = self.places[at], self._after(at)
        if not is_marked(place.row.text):
            return False
        short = at > 0 and not self.places[at - 1].reaches
        return short or self._is_next(place) or _is_sibling(place, after) or self._hangs(at)

    def _is_next(self, place: Place) -> bool:
        """Return whether a row's marker stands where the open list's do, or further out."""
        item = self.item
        if item is None:
            return False
        if item.text is None:
            return abs(place.indent - item.marker.indent) < ALIGNED
        return place.indent < item.text - SAME

    def _hangs(self, at: int) -> bool:
        """Return whether a row stands left of the next ones, and not by chance: text ends before it."""
        after, second = self._after(at), self._after(at, 2)
        if after is None or not HUNG < after.indent - self.places[at].indent < DEEPEST:
            return False
        ended = at == 0 or self.places[at - 1].stops
        return ended or (
            second is not None and (second.starts_at(after.indent) or is_marked(second.row.text))
        )

    def _continues(self, at: int, item: _Item) -> bool:
        """Return whether a row where an item's text stands is more of it, no new paragraph's first."""
        one, other, after = self.places[at - 1], self.places[at], self._after(at)
        if after is not None and _opens_paragraph(other, after):
            return False
        if one.stops:
            return one.is_flush
        hung = after is not None and after.starts_at(other.indent)
        return one.reaches or hung or _is_sibling(item.marker, after)

    def _after(self, at: int, steps: int = 1) -> Place | None:
        """Return the row so many rows further down the story, none where its legs end."""
        rest = self.places[at + 1 : at + 1 + steps]
        stack = self.places[at].stack
        for each in rest:
            if each.stack != stack and not each.first:
                return None
            stack = each.stack
        return rest[-1] if len(rest) == steps else None


def _is_sibling(place: Place, after: Place | None) -> bool:
    """Return whether the next row starts like an item of the same list: its marker alike and below."""
    if after is None or abs(after.indent - place.indent) >= ALIGNED:
        return False
    kind = marker_of(after.row.text)
    return kind is not None and kind == marker_of(place.row.text)


def _opens_paragraph(place: Place, after: Place) -> bool:
    """Return whether a row is a paragraph's first: indented, the next one not."""
    return place.indent > INDENTED and abs(after.indent) < INDENTED and not is_marked(after.row.text)
