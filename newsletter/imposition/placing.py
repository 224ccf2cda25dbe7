"""Pages placed on press sheets: the block of a sheet set between grippers and tail, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsletter.imposition.block import (
    MARKS,
    Room,
    Spans,
    block_of,
    lines_of,
    sections_of,
    spine_on_right,
    stands_upright,
)
from newsletter.imposition.collating import Section
from newsletter.imposition.folding import Cell, Face, folded, half_turned
from newsletter.imposition.placement import Imposition, Job, Placement, Side, Window
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.sheets import PressSheet
from newsletter.lengths import Mm


def impose(
    job: Job, scheme: Scheme, sheet: PressSheet, per_sheet: int, *, turned: bool = False
) -> Imposition:
    """Return the pages on the sides of their sheets, centred between grippers and tail.

    ``turned`` sets front and back beside each other (自翻).
    """
    room = Room(block_of(job, scheme, per_sheet), job.bleed, sheet.gripper, turned)
    sides = sheet.long_edge, sheet.short_edge
    width, height = sides[::-1] if stands_upright(sheet, room) else sides
    flat = _Flat(job, scheme, width, height, sheet.gripper, turned)
    sections = sections_of(scheme, job.pages, per_sheet)
    made = tuple(side for number, each in enumerate(sections, 1) for side in flat.sides(number, each))
    return Imposition(scheme, sheet, width, height, job, made, turned)


@dataclass(frozen=True, slots=True)
class _Flat:
    """The sheets of a job being filled."""

    job: Job
    scheme: Scheme
    width: Mm
    height: Mm
    gripper: Mm
    turned: bool

    def sides(self, number: int, section: Section) -> Iterator[Side]:
        """Yield front and back of a sheet; where it is turned, the one side that bears both."""
        signature = folded(len(section.pages))
        if not self.turned:
            yield self._side(number, section, signature.front, 0.5)
            yield self._side(number, section, signature.back, 0.5, back=True)
            return
        back = half_turned(signature.back) if self.upright else signature.back
        yield _joined(
            self._side(number, section, signature.front, 0.25), self._side(number, section, back, 0.75)
        )

    def _side(self, number: int, section: Section, face: Face, middle: float, *, back: bool = False) -> Side:
        """Return a face of a signature, its middle at that share of the edge that the grippers hold."""
        across, up = lines_of(self.job, self.scheme, face)
        left, bottom = self._corner(across[-1][1], up[-1][1], middle, back=back)
        across, up = _moved(across, left), _moved(up, bottom)
        placements = tuple(
            self._placement(cell, section, across, up, (column, len(face) - 1 - row))
            for row, cells in enumerate(face)
            for column, cell in enumerate(cells)
        )
        trim = Window(Mm(across[0][0]), Mm(up[0][0]), Mm(across[-1][1]), Mm(up[-1][1]))
        folds = _between(across), _between(up)
        return Side(number, back, placements, trim, (self._cuts(face, across), _edges(up)), folds)

    @property
    def upright(self) -> bool:
        """Whether the long edge, which the grippers hold, lies at the left of the front."""
        return self.width < self.height

    def _corner(self, wide: float, high: float, middle: float, *, back: bool) -> tuple[float, float]:
        """Return the lower left corner of a block; turned like a page, left is right on the back."""
        if not self.upright:
            return self.width * middle - wide / 2, self._off_grippers(self.height - high)
        left = self._off_grippers(self.width - wide)
        return self.width - wide - left if back else left, self.height * middle - high / 2

    def _off_grippers(self, white: float) -> float:
        """Return how far pages stand off the held edge: half the white, less where marks need it beyond."""
        free, border = white - self.gripper, self.job.bleed + MARKS
        return self.gripper + min(free / 2, max(self.job.bleed, free - border))

    def _cuts(self, face: Face, across: Spans) -> tuple[Mm, ...]:
        """Return where the sheet is cut from top to bottom: at every edge of a page that is no spine."""
        if self.scheme is Scheme.FLAT:
            return _edges(across)
        fore_edges = (
            span[0] if spine_on_right(cell) else span[1] for cell, span in zip(face[0], across, strict=True)
        )
        return tuple(Mm(edge) for edge in sorted(fore_edges))

    def _placement(
        self, cell: Cell, section: Section, across: Spans, up: Spans, at: tuple[int, int]
    ) -> Placement:
        (left, right), (bottom, top) = across[at[0]], up[at[1]]
        drawn_in = section.depth[cell.page - 1] * self.job.creep
        move = drawn_in if spine_on_right(cell) else -drawn_in
        trim = Window(Mm(left + move), Mm(bottom), Mm(right + move), Mm(top))
        bleed = self.job.bleed
        window = Window(
            Mm(max(trim.left - bleed, self._limit(across, at[0], "left"), self._fold(cell, left, "left"))),
            Mm(max(bottom - bleed, self._limit(up, at[1], "left"))),
            Mm(
                min(trim.right + bleed, self._limit(across, at[0], "right"), self._fold(cell, right, "right"))
            ),
            Mm(min(top + bleed, self._limit(up, at[1], "right"))),
        )
        return Placement(section.pages[cell.page - 1], trim, window, cell.turned)

    def _limit(self, spans: Spans, at: int, side: str) -> float:
        """Return how far a page may show: to the middle of the white between it and its neighbour."""
        if side == "left":
            return (spans[at - 1][1] + spans[at][0]) / 2 if at else float("-inf")
        return (spans[at][1] + spans[at + 1][0]) / 2 if at + 1 < len(spans) else float("inf")

    def _fold(self, cell: Cell, edge: float, side: str) -> float:
        """Return how far a page may show at its spine: to the fold, over which nothing may bleed."""
        at_spine = spine_on_right(cell) == (side == "right")
        if not at_spine or self.scheme in (Scheme.FLAT, Scheme.PERFECT):
            return float("-inf") if side == "left" else float("inf")
        return edge


def _joined(one: Side, other: Side) -> Side:
    """Return two faces, beside or above each other, as one side."""
    low, high = one.trim, other.trim
    trim = Window(low.left, low.bottom, high.right, high.top)
    cuts = _both(one.cuts[0], other.cuts[0]), _both(one.cuts[1], other.cuts[1])
    folds = _both(one.folds[0], other.folds[0]), _both(one.folds[1], other.folds[1])
    return Side(one.sheet, False, one.placements + other.placements, trim, cuts, folds)


def _both(places: tuple[Mm, ...], others: tuple[Mm, ...]) -> tuple[Mm, ...]:
    """Return the places of both, those that fall on each other once."""
    return tuple(sorted({Mm(round(each, 6)) for each in places + others}))


def _moved(spans: Spans, by: float) -> Spans:
    return tuple((start + by, stop + by) for start, stop in spans)


def _between(spans: Spans) -> tuple[Mm, ...]:
    """Return the middles of the white between columns or rows: where the sheet is folded."""
    return tuple(Mm((before[1] + after[0]) / 2) for before, after in pairwise(spans))


def _edges(spans: Spans) -> tuple[Mm, ...]:
    return tuple(Mm(edge) for span in spans for edge in span)
