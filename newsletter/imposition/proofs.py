"""Small pages side by side on a sheet, to be read: no folds, no bleed, as large as they can be."""

from newsletter.imposition.placement import Imposition, Job, Placement, Side, Window
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.sheets import PressSheet
from newsletter.lengths import Mm

BORDER = Mm(10.0)
"""White around all pages; what office printers leave unprinted lies within."""
BETWEEN = Mm(6.0)
"""White between pages, in which the number of the page above stands."""


def proof_sheets(job: Job, sheet: PressSheet, per_sheet: int) -> Imposition:
    """Return the pages in reading order, so many on every sheet, printed on one side.

    Rows and columns, and the way the sheet lies, are those that show the pages largest.
    """
    upright = (sheet.short_edge, sheet.long_edge)
    ways = (
        (across, way)
        for way in (upright, upright[::-1])
        for across in range(1, per_sheet + 1)
        if across * -(-per_sheet // across) < per_sheet + across
    )
    across, (width, height) = max(ways, key=lambda each: round(_scale(job, each[1], each[0], per_sheet), 9))
    scale = _scale(job, (width, height), across, per_sheet)
    pages = tuple(range(1, job.pages + 1))
    groups = (pages[start : start + per_sheet] for start in range(0, job.pages, per_sheet))
    sides = tuple(
        _side(number, group, job, (width, height), across, scale) for number, group in enumerate(groups, 1)
    )
    return Imposition(Scheme.NUP, sheet, width, height, job, sides)


def _scale(job: Job, size: tuple[Mm, Mm], across: int, pages: int) -> float:
    """Return how large pages can be, at most their own size."""
    down = -(-pages // across)
    wide = (size[0] - 2 * BORDER - (across - 1) * BETWEEN) / across / job.width
    high = (size[1] - 2 * BORDER - down * BETWEEN) / down / job.height
    return max(min(wide, high, 1.0), 0.01)


def _side(
    number: int, pages: tuple[int, ...], job: Job, size: tuple[Mm, Mm], across: int, scale: float
) -> Side:
    wide, high = job.width * scale, job.height * scale
    left = (size[0] - across * wide - (across - 1) * BETWEEN) / 2
    placements = []
    for at, page in enumerate(pages):
        column, row = at % across, at // across
        x, top = left + column * (wide + BETWEEN), size[1] - BORDER - row * (high + BETWEEN)
        trim = Window(Mm(x), Mm(top - high), Mm(x + wide), Mm(top))
        placements.append(Placement(page, trim, trim, scale=scale))
    return Side(number, False, tuple(placements), Window(Mm(0.0), Mm(0.0), *size))
