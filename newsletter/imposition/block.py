"""The block of pages of a sheet, the white between them, and the sheet that holds it."""

from dataclasses import dataclass
from itertools import accumulate

from newsletter.imposition.collating import Section, gathered, leaves, nested
from newsletter.imposition.folding import Cell, Face, folded
from newsletter.imposition.placement import Job
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.sheets import PressSheet
from newsletter.lengths import Mm

TRIM_OFF = Mm(3.0)
"""What the knife takes of every page of a bound copy at head, foot and fore-edge."""
MARKS = Mm(3.0)
"""The room beyond the bleed that cut marks need: half a millimetre clear of it, two and a half long."""
Spans = tuple[tuple[float, float], ...]
"""From where to where each column or row reaches."""
_ROUNDING = 0.05


def sections_of(scheme: Scheme, pages: int, per_sheet: int) -> tuple[Section, ...]:
    """Return the pages of each sheet."""
    if scheme is Scheme.FLAT:
        return leaves(pages)
    return gathered(pages, per_sheet) if scheme is Scheme.PERFECT else nested(pages, per_sheet)


def block_of(job: Job, scheme: Scheme, per_sheet: int) -> tuple[Mm, Mm]:
    """Return width and height of the trimmed pages of the largest sheet, with the waste between them."""
    section = sections_of(scheme, job.pages, per_sheet)[0]
    across, up = lines_of(job, scheme, folded(len(section.pages)).front)
    return Mm(across[-1][1]), Mm(up[-1][1])


@dataclass(frozen=True, slots=True)
class Room:
    """What a block of pages needs of a sheet that lies one way or the other, in mm."""

    block: tuple[Mm, Mm]
    bleed: Mm
    gripper: Mm
    turned: bool = False

    def least(self, *, upright: bool) -> tuple[Mm, Mm]:
        """Return the least width and height: bleed, marks, and the long edge that the grippers hold.

        That edge lies below, or at the left of a sheet that stands upright. Where it is tight there are no
        marks there: what the grippers hold is not printed. A sheet that is turned holds two blocks along it.
        """
        count = 2 if self.turned else 1
        free = 2 * (self.bleed + MARKS)
        held = 2 * self.bleed + MARKS + self.gripper
        wide, high = self.block
        if upright:
            return Mm(wide + held), Mm(count * (high + free))
        return Mm(count * (wide + free)), Mm(high + held)

    def lacking(self, sheet: PressSheet, *, upright: bool) -> float:
        """Return by how many mm a sheet that lies so is too small, 0 where it is not."""
        least = self.least(upright=upright)
        sides = (sheet.short_edge, sheet.long_edge) if upright else (sheet.long_edge, sheet.short_edge)
        lacks = max(least[0] - sides[0], least[1] - sides[1])
        return lacks if lacks > _ROUNDING else 0.0


def stands_upright(sheet: PressSheet, room: Room) -> bool:
    """Return whether the sheet holds the pages only, or better, standing upright."""
    return room.lacking(sheet, upright=True) < room.lacking(sheet, upright=False)


def shortfall(sheet: PressSheet, room: Room) -> Mm:
    """Return by how many mm the sheet is too small, in the direction where it lacks most; 0 where it fits."""
    return Mm(room.lacking(sheet, upright=stands_upright(sheet, room)))


def lines_of(job: Job, scheme: Scheme, face: Face) -> tuple[Spans, Spans]:
    """Return from where to where each column reaches, from the left, and each row, from the bottom."""
    gaps = [_gap(job, scheme, spine=spine_on_right(cell)) for cell in face[0][:-1]]
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


def spine_on_right(cell: Cell) -> bool:
    """Return whether a page's spine lies on its right: of left-hand pages, and of right-hand ones turned."""
    return (cell.page % 2 == 0) != cell.turned
