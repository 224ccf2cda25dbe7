"""Pages placed on the sides of press sheets, in mm from the sheet's lower left corner, y upwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from newsletter.diagnostics import NO_LENGTH
from newsletter.imposition.collating import Page, Section, gathered, leaves, nested
from newsletter.imposition.folding import Cell, Face, folded
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.sheets import PressSheet
from newsletter.lengths import Mm

TRIM_OFF = Mm(3.0)
"""What the knife takes of every page of a bound copy at head, foot and fore-edge."""
MARKS = Mm(3.0)
"""The room beyond the bleed that cut marks need: half a millimetre clear of it, two and a half long."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is imposed: pages of one trim with their bleed, in mm.

    ``creep`` is the thickness of the paper, by which each sheet outside a page pushes it out; ``milling``
    what is milled off the spine of every page before it is glued.
    """

    pages: int
    width: Mm
    height: Mm
    bleed: Mm
    creep: Mm = NO_LENGTH
    milling: Mm = NO_LENGTH


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle on the sheet."""

    left: Mm
    bottom: Mm
    right: Mm
    top: Mm

    @property
    def width(self) -> Mm:
        """Its width."""
        return Mm(self.right - self.left)

    @property
    def height(self) -> Mm:
        """Its height."""
        return Mm(self.top - self.bottom)

    def grown(self, by: float) -> "Window":
        """Return the rectangle with so much more on every side."""
        return Window(Mm(self.left - by), Mm(self.bottom - by), Mm(self.right + by), Mm(self.top + by))


@dataclass(frozen=True, slots=True)
class Placement:
    """A page on a sheet: its trim as placed, what may show of it, upside down or not, its scale."""

    page: Page
    trim: Window
    window: Window
    turned: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: pages, and where it is cut and folded.

    ``trim`` is what is left of the sheet when its outer edges are cut off.
    """

    sheet: int
    back: bool
    placements: tuple[Placement, ...]
    trim: Window
    cuts: tuple[tuple[Mm, ...], tuple[Mm, ...]] = ((), ())
    folds: tuple[tuple[Mm, ...], tuple[Mm, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Imposition:
    """All sides of all sheets, front before back; ``width`` and ``height`` are the sheet's as it lies."""

    scheme: Scheme
    sheet: PressSheet
    width: Mm
    height: Mm
    job: Job
    sides: tuple[Side, ...]

    @property
    def sheets(self) -> int:
        """How many sheets there are."""
        return max(side.sheet for side in self.sides)


def sections_of(scheme: Scheme, pages: int, per_sheet: int) -> tuple[Section, ...]:
    """Return the pages of each sheet."""
    if scheme is Scheme.FLAT:
        return leaves(pages)
    return gathered(pages, per_sheet) if scheme is Scheme.PERFECT else nested(pages, per_sheet)


def block_of(job: Job, scheme: Scheme, per_sheet: int) -> tuple[Mm, Mm]:
    """Return width and height of the trimmed pages of the largest sheet, the waste between them included."""
    section = sections_of(scheme, job.pages, per_sheet)[0]
    across, up = _lines(job, scheme, folded(len(section.pages)).front)
    return Mm(across[-1][1]), Mm(up[-1][1])


def needed(block: tuple[Mm, Mm], bleed: Mm, gripper: Mm) -> tuple[Mm, Mm]:
    """Return the least sheet that a block of pages can be printed on, with bleed, marks and gripper.

    Where it is tight there are marks at the tail alone: what the grippers hold is not printed.
    """
    return Mm(block[0] + 2 * (bleed + MARKS)), Mm(block[1] + 2 * bleed + MARKS + gripper)


def laid(sheet: PressSheet, least: tuple[Mm, Mm]) -> tuple[Mm, Mm]:
    """Return the sheet's width and height as it lies: the long edge held, unless only the other way fits."""
    ways = (sheet.long_edge, sheet.short_edge), (sheet.short_edge, sheet.long_edge)
    return min(ways, key=lambda way: round(_lacking(way, least), 6))


def shortfall(sheet: PressSheet, least: tuple[Mm, Mm]) -> Mm:
    """Return by how many mm the sheet is too small, in the direction where it lacks most; 0 where it fits."""
    return Mm(_lacking(laid(sheet, least), least))


def _lacking(way: tuple[Mm, Mm], least: tuple[Mm, Mm]) -> float:
    lacks = max(least[0] - way[0], least[1] - way[1])
    return lacks if lacks > 0.05 else 0.0


def impose(job: Job, scheme: Scheme, sheet: PressSheet, per_sheet: int) -> Imposition:
    """Return the pages on the sides of their sheets, centred between grippers and tail."""
    least = needed(block_of(job, scheme, per_sheet), job.bleed, sheet.gripper)
    width, height = laid(sheet, least)
    flat = _Flat(job, scheme, width, height, sheet.gripper)
    sections = sections_of(scheme, job.pages, per_sheet)
    sides = tuple(side for number, each in enumerate(sections, 1) for side in flat.sides(number, each))
    return Imposition(scheme, sheet, width, height, job, sides)


Spans = tuple[tuple[float, float], ...]


def _lines(job: Job, scheme: Scheme, face: Face) -> tuple[Spans, Spans]:
    """Return from where to where each column reaches, from the left, and each row, from the bottom."""
    gaps = [_gap(job, scheme, spine=_spine_on_right(cell)) for cell in face[0][:-1]]
    rows = [2 * TRIM_OFF for _row in face[:-1]]
    return _spans(job.width, gaps), _spans(job.height, rows)


def _spans(size: float, gaps: list[float]) -> Spans:
    starts = accumulate((size + gap for gap in gaps), initial=0.0)
    return tuple((start, start + size) for start in starts)


def _gap(job: Job, scheme: Scheme, *, spine: bool) -> float:
    """Return the white between two columns: what is milled at a spine, what is cut off at a fore-edge."""
    if spine:
        return 2 * job.milling if scheme is Scheme.PERFECT else 0.0
    return 2 * TRIM_OFF


def _spine_on_right(cell: Cell) -> bool:
    """Return whether a page's spine lies on its right: of left-hand pages, and of right-hand ones turned."""
    return (cell.page % 2 == 0) != cell.turned


@dataclass(frozen=True, slots=True)
class _Flat:
    """The sheets of a job being filled."""

    job: Job
    scheme: Scheme
    width: Mm
    height: Mm
    gripper: Mm

    def sides(self, number: int, section: Section) -> Iterator[Side]:
        """Yield front and back of a sheet."""
        signature = folded(len(section.pages))
        yield self._side(number, section, signature.front, back=False)
        yield self._side(number, section, signature.back, back=True)

    def _side(self, number: int, section: Section, face: Face, *, back: bool) -> Side:
        across, up = _lines(self.job, self.scheme, face)
        left = (self.width - across[-1][1]) / 2
        bottom = self._bottom(up[-1][1])
        across, up = _moved(across, left), _moved(up, bottom)
        placements = tuple(
            self._placement(cell, section, across, up, (column, len(face) - 1 - row))
            for row, cells in enumerate(face)
            for column, cell in enumerate(cells)
        )
        trim = Window(Mm(across[0][0]), Mm(up[0][0]), Mm(across[-1][1]), Mm(up[-1][1]))
        folds = _between(across), _between(up)
        return Side(number, back, placements, trim, (self._cuts(face, across), _edges(up)), folds)

    def _bottom(self, high: float) -> float:
        """Return where the pages start: midway between grippers and tail, lower where marks need the tail."""
        free, border = self.height - self.gripper - high, self.job.bleed + MARKS
        return self.gripper + min(free / 2, max(self.job.bleed, free - border))

    def _cuts(self, face: Face, across: Spans) -> tuple[Mm, ...]:
        """Return where the sheet is cut from top to bottom: at every edge of a page that is no spine."""
        if self.scheme is Scheme.FLAT:
            return _edges(across)
        fore_edges = (
            span[0] if _spine_on_right(cell) else span[1] for cell, span in zip(face[0], across, strict=True)
        )
        return tuple(Mm(edge) for edge in sorted(fore_edges))

    def _placement(
        self, cell: Cell, section: Section, across: Spans, up: Spans, at: tuple[int, int]
    ) -> Placement:
        (left, right), (bottom, top) = across[at[0]], up[at[1]]
        drawn_in = section.depth[cell.page - 1] * self.job.creep
        move = drawn_in if _spine_on_right(cell) else -drawn_in
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
        at_spine = _spine_on_right(cell) == (side == "right")
        if not at_spine or self.scheme in (Scheme.FLAT, Scheme.PERFECT):
            return float("-inf") if side == "left" else float("inf")
        return edge


def _moved(spans: Spans, by: float) -> Spans:
    return tuple((start + by, stop + by) for start, stop in spans)


def _between(spans: Spans) -> tuple[Mm, ...]:
    """Return the middles of the white between columns or rows: where the sheet is folded."""
    return tuple(Mm((before[1] + after[0]) / 2) for before, after in pairwise(spans))


def _edges(spans: Spans) -> tuple[Mm, ...]:
    return tuple(Mm(edge) for span in spans for edge in span)
