"""The block of pages of a sheet, the white between them, and the sheet that holds it."""

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


def needed(block: tuple[Mm, Mm], bleed: Mm, gripper: Mm, *, turned: bool = False) -> tuple[Mm, Mm]:
    """Return the least sheet that a block of pages can be printed on, with bleed, marks and gripper.

    Where it is tight there are marks at the tail alone: what the grippers hold is not printed. A sheet
    that is turned holds two blocks.
    """
    width = block[0] + 2 * (bleed + MARKS)
    return Mm(2 * width if turned else width), Mm(block[1] + 2 * bleed + MARKS + gripper)


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
