"""What does not fit, marked in a wireframe: lines over in red, white in yellow hatching."""

from collections.abc import Sequence

from newsletter.console.canvas import Canvas, Cells
from newsletter.console.sheet import Sheet
from newsletter.dummy import DummyPage, Role, StoryFit, TextFrame

OVER, SHORT = "bold reverse red", "bold reverse yellow"


def greeked(cells: Cells) -> Cells:
    """Return the cells of a column without the one that parts it from the next."""
    return Cells(cells.left, cells.top, max(cells.right - 1, cells.left), cells.bottom)


def mark_misfit(canvas: Canvas, sheet: Sheet, page: DummyPage, fit: StoryFit) -> None:
    """Write what is over at the foot of a story's last leg; hatch the white that its legs leave."""
    legs = [each for each in page.frames if isinstance(each, TextFrame) and each.role is Role.LEG]
    legs = [each for each in legs if each.story == fit.story]
    if fit.overset and legs:
        last = greeked(sheet.cells_of(legs[-1].box))
        canvas.centre(Cells(last.left, last.bottom, last.right, last.bottom), f"+{fit.overset}", OVER)
    elif fit.leaves_white:
        foot = sheet.cells_of(fit.box).bottom
        for leg in legs:
            cells = greeked(sheet.cells_of(leg.box))
            canvas.fill(Cells(cells.left, cells.bottom + 1, cells.right, foot), "╱", "warning")
        _label_white(canvas, sheet, legs, foot, fit.short)


def _label_white(canvas: Canvas, sheet: Sheet, legs: Sequence[TextFrame], foot: int, short: int) -> None:
    """Write how many lines are missing in the white under the shortest leg."""
    if legs:
        cells = greeked(sheet.cells_of(min(legs, key=lambda leg: leg.box.bottom).box))
        white = Cells(cells.left, min(cells.bottom + 1, foot), cells.right, foot)
        canvas.centre(white, f"−{short}", SHORT)
