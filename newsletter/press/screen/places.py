"""The areas of a page, each found by a point in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from newsletter.dummy import Box
from newsletter.structure import Area, Element, Kind


@dataclass(frozen=True, slots=True)
class Slot:
    """An area as the part of an element, which it knows by its number in reading order."""

    element: int
    area: Area


@dataclass(frozen=True, slots=True)
class Strip:
    """All areas that share one box: a line, of which parts may belong to different elements."""

    box: Box
    kind: Kind
    slots: tuple[Slot, ...]

    def has(self, x: float, y: float) -> bool:
        """Return whether a point, in mm from the trim's top left, lies in the strip."""
        box = self.box
        return box.x <= x < box.x + box.width and box.y <= y < box.y + box.height


@dataclass(slots=True)
class PagePlaces:
    """The strips of one page; what was found last is looked at first, for lines follow each other."""

    strips: tuple[Strip, ...]
    last: int = 0

    def at(self, x: float, y: float, *kinds: Kind) -> Strip | None:
        """Return the strip of those kinds at a point, furniture only where there is no other."""
        for number in chain(range(self.last, len(self.strips)), range(self.last)):
            strip = self.strips[number]
            if strip.kind in kinds and strip.kind is not Kind.PLACE and strip.has(x, y):
                self.last = number
                return strip
        places = (each for each in self.strips if each.kind is Kind.PLACE and each.kind in kinds)
        return next((each for each in places if each.has(x, y)), None)


@dataclass(slots=True)
class _Gathered:
    """The slots of one page by their box."""

    strips: dict[tuple[Kind, Box], list[Slot]] = field(default_factory=dict)


def places_of(elements: Iterable[Element]) -> dict[int, PagePlaces]:
    """Return the places of every page, for elements numbered in their order."""
    pages: dict[int, _Gathered] = {}
    for slot in _slots(elements):
        page = pages.setdefault(slot.area.page, _Gathered())
        page.strips.setdefault((slot.area.kind, slot.area.box), []).append(slot)
    return {number: PagePlaces(tuple(_strips(page))) for number, page in pages.items()}


def _slots(elements: Iterable[Element]) -> Iterator[Slot]:
    for number, element in enumerate(elements):
        yield from (Slot(number, area) for area in element.inner if isinstance(area, Area))


def _strips(page: _Gathered) -> Iterator[Strip]:
    for (kind, box), slots in page.strips.items():
        yield Strip(box, kind, tuple(sorted(slots, key=lambda slot: slot.area.start)))
