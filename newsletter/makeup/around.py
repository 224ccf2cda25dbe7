"""The search for a page on which stories are held at their places: the rest is filled around them.

The page is parted along the edges of what is held, and every set of the free stories is weighed in every
part. What the search of a whole page knows of all widths and heights serves for parts that hold nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.areas import Area
from newsletter.makeup.parting import inside, partings
from newsletter.makeup.rectangle import Rectangle
from newsletter.makeup.search import INFINITE, Beside, Search, Stack, Tree, White

WHITE_COST, WHITE_LINE = 2000.0, 5.0
"""The badness of room that no story is left to fill, and of each line of a column of it."""
THROUGH = 3.0
"""The badness of a cut, as of a stack in the search of a whole page."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How a set of free stories fills an area around what is held in it: the area's cut, the sets below."""

    cost: float
    stacked: bool = False
    parts: tuple[tuple[Area, int], ...] = ()


NOT = Filling(INFINITE)


@dataclass
class Around:
    """The search around rectangles ``held`` at areas; ``search`` knows the free stories, if any.

    ``white`` may be left where nothing fills an area.
    """

    held: Mapping[Area, Rectangle]
    search: Search | None
    gap: int
    white: bool
    _fillings: dict[tuple[Area, int], Filling] = field(default_factory=dict)

    def trees(self, page: Area, most: int) -> list[tuple[float, Tree]]:
        """Return up to ``most`` trees of the page, the cheapest first, each from another first cut."""
        members = self.search.whole if self.search else 0
        found = sorted(self._ways(page, members), key=lambda each: each.cost)
        return [(each.cost, self._tree(page, members, each)) for each in found[:most] if each.cost < INFINITE]

    def _best(self, area: Area, members: int) -> Filling:
        key = area, members
        if key not in self._fillings:
            self._fillings[key] = min(self._ways(area, members), key=lambda each: each.cost, default=NOT)
        return self._fillings[key]

    def _ways(self, area: Area, members: int) -> Iterator[Filling]:
        """Yield the ways to fill an area with a set of stories."""
        held = inside(area, tuple(self.held))
        if held == (area,):
            yield Filling(self.held[area].cost) if not members else NOT
        elif held:
            yield from self._cuts(area, members, held)
        else:
            yield Filling(self._free(area, members))

    def _cuts(self, area: Area, members: int, held: Sequence[Area]) -> Iterator[Filling]:
        """Yield the cheapest sharing of a set of stories between the parts of every cut, and the others."""
        for parted in partings(area, held, self.gap):
            for first in _subsets(members):
                parts = (parted.first, first), (parted.second, members ^ first)
                cost = THROUGH * parted.stacked
                for part, of in parts:
                    cost += self._best(part, of).cost if cost < INFINITE else 0.0
                if cost < INFINITE:
                    yield Filling(cost, parted.stacked, parts)

    def _free(self, area: Area, members: int) -> float:
        """Return the badness of an area that holds nothing."""
        if not members:
            return WHITE_COST + WHITE_LINE * area.columns * max(0, area.lines) if self.white else INFINITE
        if self.search is None or area.lines < 1 or members not in self.search.curves:
            return INFINITE
        return float(self.search.curves[members][area.columns - 1, area.lines])

    def _tree(self, area: Area, members: int, filling: Filling) -> Tree:
        """Return the tree of an area."""
        if filling.parts:
            one, other = (self._tree(part, of, self._best(part, of)) for part, of in filling.parts)
            return Stack(one, other) if filling.stacked else Beside(one, other)
        if area in self.held:
            return self.held[area]
        if not members or self.search is None:
            return White(area.columns, area.lines)
        return self.search.best(members, area.columns, area.lines)


def _subsets(members: int) -> Iterator[int]:
    """Yield every part of a set, the empty one and the whole too."""
    part = members
    while True:
        yield part
        if not part:
            return
        part = (part - 1) & members
