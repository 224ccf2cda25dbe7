"""Pages placed on press sheets: the block of a sheet set between grippers and tail, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from newsletter.imposition.block import (
    MARKS,
    Spans,
    block_of,
    laid,
    lines_of,
    needed,
    sections_of,
    spine_on_right,
)
from newsletter.imposition.collating import Section
from newsletter.imposition.folding import Cell, Face, folded
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
    least = needed(block_of(job, scheme, per_sheet), job.bleed, sheet.gripper, turned=turned)
    width, height = laid(sheet, least)
    flat = _Flat(job, scheme, width, height, sheet.gripper, turned)
    sections = sections_of(scheme, job.pages, per_sheet)
    sides = tuple(side for number, each in enumerate(sections, 1) for side in flat.sides(number, each))
    return Imposition(scheme, sheet, width, height, job, sides, turned)


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
        if self.turned:
            halves = (
                self._side(number, section, signature.front, 0.25),
                self._side(number, section, signature.back, 0.75),
            )
            yield _joined(*halves)
            return
        yield self._side(number, section, signature.front, 0.5)
        yield replace(self._side(number, section, signature.back, 0.5), back=True)

    def _side(self, number: int, section: Section, face: Face, middle: float) -> Side:
        """Return a face of a signature, its middle at that share of the sheet's width."""
        across, up = lines_of(self.job, self.scheme, face)
        left = self.width * middle - across[-1][1] / 2
        across, up = _moved(across, left), _moved(up, self._bottom(up[-1][1]))
        placements = tuple(
            self._placement(cell, section, across, up, (column, len(face) - 1 - row))
            for row, cells in enumerate(face)
            for column, cell in enumerate(cells)
        )
        trim = Window(Mm(across[0][0]), Mm(up[0][0]), Mm(across[-1][1]), Mm(up[-1][1]))
        folds = _between(across), _between(up)
        return Side(number, False, placements, trim, (self._cuts(face, across), _edges(up)), folds)

    def _bottom(self, high: float) -> float:
        """Return where the pages start: midway between grippers and tail, lower where marks need the tail."""
        free, border = self.height - self.gripper - high, self.job.bleed + MARKS
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


def _joined(left: Side, right: Side) -> Side:
    """Return two faces beside each other as one side."""
    trim = Window(left.trim.left, left.trim.bottom, right.trim.right, left.trim.top)
    cuts = left.cuts[0] + right.cuts[0], left.cuts[1]
    folds = left.folds[0] + right.folds[0], left.folds[1]
    return Side(left.sheet, False, left.placements + right.placements, trim, cuts, folds)


def _moved(spans: Spans, by: float) -> Spans:
    return tuple((start + by, stop + by) for start, stop in spans)


def _between(spans: Spans) -> tuple[Mm, ...]:
    """Return the middles of the white between columns or rows: where the sheet is folded."""
    return tuple(Mm((before[1] + after[0]) / 2) for before, after in pairwise(spans))


def _edges(spans: Spans) -> tuple[Mm, ...]:
    return tuple(Mm(edge) for span in spans for edge in span)
