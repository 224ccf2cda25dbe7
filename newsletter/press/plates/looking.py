"""The plates of one page drawn and measured."""

import pikepdf

from newsletter.lengths import Pt, to_pt
from newsletter.press.facts import Box, Sheet
from newsletter.press.limits import Limits
from newsletter.press.plates.coverage import amounts, averaged, heaviest, heavy_areas, plates_of
from newsletter.press.plates.drawing import Plates, draw
from newsletter.press.plates.facts import Ink
from newsletter.press.plates.rims import gaps, near

_SLACK = 5.0
"""Per cent over the limit that a drawing may show: JPEG is not exact to a per cent."""


def ink_of_sheet(pdf: pikepdf.Pdf, sheet: Sheet, limits: Limits) -> Ink | None:
    """Return the ink of a page drawn out to its bleed, none for a page without any box.

    Raises what ``drawing.draw`` raises.
    """
    frame = sheet.trim or sheet.art or sheet.crop or sheet.media
    if frame is None or min(frame.width, frame.height) <= 0:
        return None
    spots = tuple(name for name, _tally in sheet.spots)
    plates = draw(pdf, sheet.number, frame, _region(frame, sheet, limits), spots, limits.profile)
    return _measured(plates, frame, sheet.number, limits)


def _region(frame: Box, sheet: Sheet, limits: Limits) -> Box:
    """Return what is drawn: the trim with the shop's bleed around it, as far as the sheet goes."""
    reach, sides = to_pt(limits.bleed), sheet.media or frame
    return Box(
        Pt(max(frame.x0 - reach, min(sides.x0, frame.x0))),
        Pt(max(frame.y0 - reach, min(sides.y0, frame.y0))),
        Pt(min(frame.x1 + reach, max(sides.x1, frame.x1))),
        Pt(min(frame.y1 + reach, max(sides.y1, frame.y1))),
    )


def _measured(plates: Plates, frame: Box, page: int, limits: Limits) -> Ink:
    """Return what the plates show."""
    width, height = frame.width, frame.height
    total = amounts(plates)
    smooth = averaged(total, plates.pixel)
    most, at = heaviest(smooth, plates, page)
    each = plates_of(plates, width, height)
    return Ink(
        plates=each,
        mean=round(sum(plate.mean for plate in each), 1),
        maximum=most,
        heaviest=at,
        heavy=heavy_areas(smooth, plates, page, limits.ink + _SLACK),
        gaps=gaps(total, plates, width, height, page),
        near=near(total, plates, width, height, page, limits.safe),
        unread=plates.unread,
    )
