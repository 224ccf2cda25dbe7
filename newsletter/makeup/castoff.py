"""Casting off: a story's copy cut into the legs of a rectangle, every leg begun and ended well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsletter.dummy import LegFault, SetLine
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.faults import faults
from newsletter.makeup.legs import Cut, Take, cut_legs, divide
from newsletter.makeup.takes import ASKED, all_takes, natural_takes
from newsletter.manuscript import Paragraph
from newsletter.receipt import Asked

LOWER = 10.0
"""The badness of all legs of a page that is not full ending a line higher."""
BEGINNING = 12
"""The characters by which a paragraph is known."""
Takes = tuple[tuple[Take, ...], ...]


@dataclass(frozen=True, slots=True)
class CastLegs:
    """A story's legs, the lines that found no room, the badness of the cut and what is at fault with it.

    ``asked`` are the paragraphs in other lines than their best; ``alone`` a sign-off line that could have
    stood on the last one.
    """

    legs: tuple[tuple[SetLine, ...], ...]
    over: tuple[SetLine, ...]
    cost: float
    faults: tuple[LegFault, ...]
    asked: tuple[Asked, ...] = ()
    alone: bool = False


@dataclass
class CastOff:
    """The legs of one story, cut once for all rooms of a measure; ``least`` lines make the shortest leg."""

    copy: Copy
    least: int
    _takes: dict[tuple[float, bool], Takes] = field(default_factory=dict)
    _legs: dict[tuple[float, tuple[int, ...]], CastLegs] = field(default_factory=dict)

    def legs(self, measure: float, rooms: tuple[int, ...]) -> CastLegs:
        """Return the best legs at a measure in em for the lines that each leg can hold."""
        if (measure, rooms) not in self._legs:
            self._legs[measure, rooms] = self._cast(measure, rooms)
        return self._legs[measure, rooms]

    def reach(self, measure: float) -> tuple[int, int]:
        """Return the fewest and the most lines that the story can be set in at a measure."""
        counts = [[len(take.lines) for take in takes] for takes in self.takes(measure, asked=True)]
        return sum(map(min, counts)), sum(map(max, counts))

    def takes(self, measure: float, asked: bool) -> Takes:
        """Return the takes of all passages, also those ``asked`` for other lines than their best."""
        if (measure, asked) not in self._takes:
            make = all_takes if asked else natural_takes
            self._takes[measure, asked] = make(self.copy, measure)
        return self._takes[measure, asked]

    def _cast(self, measure: float, rooms: tuple[int, ...]) -> CastLegs:
        """Ask no paragraph for other lines where the cut is clean without, for that cannot be bettered."""
        takes = self.takes(measure, asked=False)
        cut = cut_legs(takes, rooms, self.least)
        if cut is None or cut.cost > ASKED:
            takes = self.takes(measure, asked=True)
            cut = cut_legs(takes, rooms, self.least) or self._forced(takes, rooms)
        return self._set(takes, cut, measure)

    def _forced(self, takes: Takes, rooms: tuple[int, ...]) -> Cut:
        """Return the cut of copy that is too short for the rooms or too long for them."""
        best, chosen = float("inf"), Cut(tuple(map(_shortest, takes)), rooms, 0.0)
        for lower in range(1, max(rooms, default=0) + 1):
            cut = cut_legs(takes, [max(0, room - lower) for room in rooms], self.least)
            if cut is not None and cut.cost + LOWER * lower < best:
                best, chosen = cut.cost + LOWER * lower, cut
        return chosen

    def _set(self, takes: Takes, cut: Cut, measure: float) -> CastLegs:
        """Return the legs of a cut."""
        chosen = [some[number] for some, number in zip(takes, cut.takes, strict=True)]
        lines = [line for take in chosen for line in take.lines]
        found = tuple(faults(chosen, cut.heights, self.copy.passages(measure), measure))
        return CastLegs(
            divide(lines, cut.heights),
            tuple(lines[sum(cut.heights) :]),
            cut.cost,
            found,
            tuple(_asked(chosen, self.copy, measure)),
            any(take.alone for take in chosen),
        )


def _asked(chosen: Sequence[Take], copy: Copy, measure: float) -> Iterator[Asked]:
    """Return the paragraphs that are set in other lines than their best."""
    paragraphs = copy.article.manuscript.paragraphs
    for take, passage in zip(chosen, copy.passages(measure), strict=False):
        if take.more and passage.paragraph:
            stretch = max((each.line.stretch for each in take.lines), key=abs)
            yield Asked(
                _number(passage.paragraph, paragraphs), take.more, stretch, passage.paragraph.text[:BEGINNING]
            )


def _number(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> int:
    """Return which paragraph of a story is set; list items, set with other markers, by their place."""
    numbered = list(enumerate(paragraphs, 1))
    same = (at for at, each in numbered if each is paragraph)
    placed = (at for at, each in numbered if each.span == paragraph.span)
    return next(same, None) or next(placed, 0)


def _shortest(takes: Sequence[Take]) -> int:
    """Return the number of the take with the fewest lines."""
    return min(range(len(takes)), key=lambda number: len(takes[number].lines))
