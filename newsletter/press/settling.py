"""What is settled page by page once the colours are those of the plates: black, rich black, transparency."""

import pikepdf

from newsletter.diagnostics import Diagnostic
from newsletter.press.black import Ground, knocked_out, rich_blacks, too_dark
from newsletter.press.edits import edit
from newsletter.press.flattening import flatten, make_opaque
from newsletter.press.groups import is_transparent
from newsletter.press.level import level_of
from newsletter.press.order import FinishOrder
from newsletter.press.shadows import Shadows
from newsletter.press.survey import survey


def settled(pdf: pikepdf.Pdf, order: FinishOrder) -> tuple[Diagnostic, ...]:
    """Settle black and, where the level cannot hold it, transparency; return what is to be told of it."""
    said: list[Diagnostic] = []
    flat = not level_of(order.condition).modern
    if flat and any(is_transparent(each) for each in pdf.objects):
        for number, page in enumerate(pdf.pages, 1):
            found = flatten(pdf, number, survey(page, number))
            edit(pdf, page, found.edits)
            said.extend(found.refused)
    if flat and not said:
        make_opaque(pdf)
    shadows = Shadows()
    for number, page in enumerate(pdf.pages, 1):
        painted = survey(page, number)
        said.extend(rich_blacks(number, painted, order))
        ground = Ground(painted, order.condition.ink_limit, shadows)
        said.extend(too_dark(number, ground))
        edit(pdf, page, knocked_out(ground, order.condition.overprint))
    return tuple(said)
