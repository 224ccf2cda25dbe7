"""A story's passages cut into legs: the takes and the heights that spoil least, found exactly.

Every passage has takes, in so many lines each, at a price. Legs are as high as their rooms, or one line
lower: all end level within a line. A dynamic programme over the passages keeps, for every number of lines
set and every leg begun, the cheapest way there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from newsletter.dummy import Foot, SetLine
from newsletter.makeup.feet import PRICES

LOW_LEG = 8.0
"""The badness of a leg that ends a line above the others."""
LOW_LEG_INSIDE = 2.0
"""What every leg after a low one adds: white is looked for at the end."""
SCRAP = 30.0
"""The badness of a leg that only its lowering makes shorter than the layout allows."""


@dataclass(frozen=True, slots=True)
class Take:
    """One way to set a passage: its lines, what a leg's end after each would spoil, its own badness.

    It is asked for ``more`` lines than at its best. ``alone`` says that a sign-off line stands below the
    last line though that had room for it.
    """

    lines: tuple[SetLine, ...]
    feet: tuple[Foot, ...]
    cost: float = 0.0
    more: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """The number of every passage's take, the height of every leg, and the badness of both."""

    takes: tuple[int, ...]
    heights: tuple[int, ...]
    cost: float


class Place(NamedTuple):
    """Where the next line stands: lines set so far, legs closed, lines in the closed legs."""

    lines: int
    leg: int
    above: int


class Way(NamedTuple):
    """The cheapest way to a place: the last passage's take, the heights it closed legs at, the way before."""

    cost: float
    take: int = 0
    closed: tuple[int, ...] = ()
    before: "Way | None" = None


Ways = Mapping[Place, Way]
BEGUN: Ways = {Place(0, 0, 0): Way(0.0)}
"""The one way to where a story begins."""


class Closing(NamedTuple):
    """Legs closed within a take: where that leads, their heights, the badness of their ends."""

    place: Place
    heights: tuple[int, ...] = ()
    price: float = 0.0


def cut_legs(passages: Sequence[Sequence[Take]], rooms: Sequence[int], least: int) -> Cut | None:
    """Return the cheapest cut that sets every line and leaves not every leg low, or none.

    ``rooms`` are the lines that each leg can hold, ``least`` those of the shortest leg allowed.
    """
    way = _cutter(rooms, least).cheapest(passages)
    return _cut(way, rooms) if way else None


def cuts_at(
    passages: Sequence[Sequence[Take]],
    ends: Mapping[int, Sequence[Take]],
    rooms: Sequence[int],
    least: int,
) -> Iterator[tuple[int, Take, Cut]]:
    """Yield for the last takes that copy may end with, by their passages, the cheapest cut of all before.

    The ways through what comes before are found once for all ends; ends without a cut are left out.
    """
    cutter, last = _cutter(rooms, least), max(ends, default=-1)
    longest, ways = _rests(passages[: last + 1], max), BEGUN
    for at in range(last + 1):
        for take in ends.get(at, ()):
            way = cutter.closed(cutter.onward(ways, (take,), 0, 0))
            if way:
                yield at, take, _cut(way, rooms)
        ways = cutter.onward(ways, passages[at], longest[at + 1], 0)


def _cutter(rooms: Sequence[int], least: int) -> "_Cutter":
    return _Cutter(tuple(room for room in rooms if room > 0), least)


def _cut(way: Way, rooms: Sequence[int]) -> Cut:
    """Return the cut that a way makes."""
    takes, closed = _steps(way)
    heights = iter(closed)
    return Cut(takes, tuple(next(heights) if room > 0 else 0 for room in rooms), way.cost)


def _steps(way: Way) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the takes of a way and the heights of its legs, in order."""
    steps = []
    while way.before is not None:
        steps.append(way)
        way = way.before
    steps.reverse()
    return tuple(step.take for step in steps), tuple(height for step in steps for height in step.closed)


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Rooms that all hold something."""

    rooms: tuple[int, ...]
    least: int

    def cheapest(self, passages: Sequence[Sequence[Take]]) -> Way | None:
        """Return the cheapest way through all passages that closes every leg, or none."""
        fewest, longest = _rests(passages, min), _rests(passages, max)
        ways = BEGUN
        for at, takes in enumerate(passages):
            ways = self.onward(ways, takes, longest[at + 1], fewest[at + 1])
        return self.closed(ways)

    def closed(self, ways: Ways) -> Way | None:
        """Return the cheapest way that has closed every leg, or none."""
        legs = len(self.rooms)
        return min((way for place, way in ways.items() if place.leg == legs), default=None, key=_cost)

    def onward(self, ways: Ways, takes: Sequence[Take], longest: int, fewest: int) -> Ways:
        """Return the cheapest ways past one passage, after which so many lines follow, most and fewest."""
        most = sum(self.rooms)
        return self._onward(ways, takes, most - max(0, len(self.rooms) - 1) - longest, most - fewest)

    def _onward(self, ways: Ways, takes: Sequence[Take], low: int, high: int) -> dict[Place, Way]:
        """Return the cheapest ways past one passage, to between ``low`` and ``high`` lines.

        Most takes end inside a leg and close none.
        """
        ahead: dict[Place, Way] = {}
        fulls = (*self.rooms, 0)
        for place, way in ways.items():
            inside = place.above + fulls[place.leg] - 1
            for number, take in enumerate(takes):
                end = place.lines + len(take.lines)
                if not low <= end <= high:
                    continue
                if end < inside:
                    _keep(ahead, Place(end, place.leg, place.above), way.cost + take.cost, number, (), way)
                    continue
                for closed in self._closings(place, place.lines, take):
                    cost = way.cost + take.cost + closed.price
                    _keep(ahead, closed.place, cost, number, closed.heights, way)
        return ahead

    def _closings(self, place: Place, start: int, take: Take) -> Iterator[Closing]:
        """Return the ways to close legs within a take that starts after so many lines."""
        _lines, leg, above = place
        end = start + len(take.lines)
        if leg == len(self.rooms):
            if end == above:
                yield Closing(place)
            return
        full = above + self.rooms[leg]
        if end < full:
            yield Closing(Place(end, leg, above))
        for foot in (full, full - 1):
            if max(start, above) < foot <= end:
                price = self._price(leg, full - foot, take.feet[foot - start - 1])
                for more in self._closings(Place(end, leg + 1, foot), start, take):
                    yield Closing(more.place, (foot - above, *more.heights), price + more.price)

    def _price(self, leg: int, low: int, foot: Foot) -> float:
        """Return the badness of a leg's end; nothing follows the last leg that could be parted from it."""
        after = len(self.rooms) - 1 - leg
        price = PRICES[foot] if after else 0.0
        if low:
            price += LOW_LEG + LOW_LEG_INSIDE * after + SCRAP * (self.rooms[leg] == self.least)
        return price


def _keep(
    ahead: dict[Place, Way], place: Place, cost: float, take: int, closed: tuple[int, ...], before: Way
) -> None:
    """Keep a way to a place where none so cheap is known."""
    known = ahead.get(place)
    if known is None or cost < known.cost:
        ahead[place] = Way(cost, take, closed, before)


def _cost(way: Way) -> float:
    return way.cost


def _rests(passages: Sequence[Sequence[Take]], extreme: Callable[[Iterable[int]], int]) -> list[int]:
    """Return the fewest or the most lines of the passages from each one on."""
    counts = [extreme(len(take.lines) for take in takes) for takes in reversed(passages)]
    return [0, *accumulate(counts)][::-1]


def divide(lines: Sequence[SetLine], heights: Iterable[int]) -> tuple[tuple[SetLine, ...], ...]:
    """Return the lines in legs of so many lines each; what is over is left out."""
    ends = [0, *accumulate(heights)]
    return tuple(tuple(lines[start:end]) for start, end in pairwise(ends))
