"""Casting off: a story's copy cut into the legs of a rectangle, every leg begun and ended well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsletter.dummy import LegFault, SetLine
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.faults import faults
from newsletter.makeup.legs import Cut, Take, cut_legs, divide
from newsletter.makeup.opencut import End, OpenCut, cut_open
from newsletter.makeup.part import Mark, Part, moved, offset_after
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
    stood on the last one. Of a part that goes on elsewhere ``rest`` is where, and ``jump`` the line at its
    foot that says so, for which the last leg has room.
    """

    legs: tuple[tuple[SetLine, ...], ...]
    over: tuple[SetLine, ...]
    cost: float
    faults: tuple[LegFault, ...]
    asked: tuple[Asked, ...] = ()
    alone: bool = False
    rest: Mark | None = None
    jump: SetLine | None = None


@dataclass
class CastOff:
    """The legs of one story, cut once for all rooms of a measure; ``least`` lines make the shortest leg."""

    copy: Copy
    least: int
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
        if (measure, asked) not in self.copy.takes:
            make = all_takes if asked else natural_takes
            self.copy.takes[measure, asked] = make(self.copy, measure)
        return self.copy.takes[measure, asked]

    def _cast(self, measure: float, rooms: tuple[int, ...]) -> CastLegs:
        """Ask no paragraph for other lines where the cut is clean without, for that cannot be bettered."""
        if isinstance(self.copy.article, Part) and self.copy.article.goes_on:
            return self._cast_open(self.copy.article, measure, rooms)
        takes = self.takes(measure, asked=False)
        cut = cut_legs(takes, rooms, self.least)
        if cut is None or cut.cost > ASKED:
            takes = self.takes(measure, asked=True)
            cut = cut_legs(takes, rooms, self.least) or self._forced(takes, rooms)
        return self._set(takes, cut, measure)

    def _cast_open(self, part: Part, measure: float, rooms: tuple[int, ...]) -> CastLegs:
        """Return legs filled with what goes on elsewhere, a line of the last kept for saying where."""
        passages, jump = self.copy.passages(measure), self.copy.jump_line(measure)
        rooms = _without_last(rooms) if jump else rooms
        most = sum(len(each.lines) for each in passages) - part.left
        found: OpenCut | None = None
        for asked in (False, True):
            takes = self.takes(measure, asked)
            other = cut_open(takes, passages, rooms, self.least, most)
            found = other if other and (found is None or other.cost < found.cost) else found
            if found and found.cost <= ASKED:
                break
        found = found or self._open_forced(measure, rooms, most)
        lines = [line for take in found.takes for line in take.lines]
        rest = self._mark(part, found.end, measure)
        at_fault = tuple(faults(found.takes, found.cut.heights, passages, measure))
        asked_for = tuple(_asked(found.takes, self.copy, measure))
        legs = divide(lines, found.cut.heights)
        return CastLegs(legs, (), found.cost, at_fault, asked_for, rest=rest, jump=jump)

    def _open_forced(self, measure: float, rooms: tuple[int, ...], most: int) -> OpenCut:
        """Return the cut of a part for which there is too little copy or no place to end it well."""
        takes, passages = self.takes(measure, asked=False), self.copy.passages(measure)
        for lower in range(max(rooms, default=0)):
            lowered = [max(0, room - lower) for room in rooms]
            for allowed in (most, sum(len(each.lines) for each in passages) - 1):
                found = cut_open(takes, passages, lowered, 1, allowed)
                if found:
                    return replace(found, cost=found.cost + LOWER * lower)
        whole = takes[0][0] if takes else Take((), ())
        heights = (len(whole.lines), *(0 for _room in rooms[1:]))
        return OpenCut((whole,), Cut((0,), heights, 0.0), End(0, len(whole.lines)), LOWER * max(rooms))

    def _mark(self, part: Part, end: End, measure: float) -> Mark:
        """Return where the copy goes on after an end."""
        passages, paragraphs = self.copy.passages(measure), part.manuscript.paragraphs
        passage = passages[end.passage]
        if end.lines < len(passage.lines) and passage.paragraph:
            number = _number(passage.paragraph, paragraphs) - 1
            seen = sum(not each.isspace() for line in passage.lines[: end.lines] for each in line.line.text)
            offset = offset_after(passage.paragraph, seen)
        else:
            later = (each.paragraph for each in passages[end.passage + 1 :] if each.paragraph)
            following = next(later, None)
            number = _number(following, paragraphs) - 1 if following else len(paragraphs)
            offset = 0
        return part.mark(number, offset, self.copy.apart_before(number, measure))

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


def _without_last(rooms: tuple[int, ...]) -> tuple[int, ...]:
    """Return the rooms of legs with a line less for the last that holds any."""
    last = max((at for at, room in enumerate(rooms) if room), default=-1)
    return tuple(room - (at == last) for at, room in enumerate(rooms))


def _asked(chosen: Sequence[Take], copy: Copy, measure: float) -> Iterator[Asked]:
    """Return the paragraphs that are set in other lines than their best."""
    paragraphs = copy.article.manuscript.paragraphs
    for take, passage in zip(chosen, copy.passages(measure), strict=False):
        if take.more and passage.paragraph:
            stretch = max((each.line.stretch for each in take.lines), key=abs)
            number = moved(_number(passage.paragraph, paragraphs), copy.article)
            yield Asked(number, take.more, stretch, passage.paragraph.text[:BEGINNING])


def _number(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> int:
    """Return which paragraph of a story is set; list items, set with other markers, by their place."""
    numbered = list(enumerate(paragraphs, 1))
    same = (at for at, each in numbered if each is paragraph)
    placed = (at for at, each in numbered if each.span == paragraph.span)
    return next(same, None) or next(placed, 0)


def _shortest(takes: Sequence[Take]) -> int:
    """Return the number of the take with the fewest lines."""
    return min(range(len(takes)), key=lambda number: len(takes[number].lines))
