"""The plates of one page drawn and measured."""

from dataclasses import dataclass

import pikepdf

from newsletter.lengths import Pt, to_pt
from newsletter.press.facts import Box, Sheet
from newsletter.press.heat import heat_map
from newsletter.press.limits import Limits
from newsletter.press.plates.coverage import amounts, averaged, heaviest, heavy_areas, most_within, plates_of
from newsletter.press.plates.drawing import Plates, draw
from newsletter.press.plates.facts import Ink
from newsletter.press.plates.rims import gaps, near

_SLACK = 5.0
"""Per cent over the limit that a drawing may show: JPEG is not exact to a per cent."""


@dataclass(frozen=True, slots=True)
class InkMap:
    """The ink of a page, a picture of where it lies, and the most of each placed picture in per cent."""

    page: int
    ink: Ink
    picture: bytes
    placed: tuple[float, ...]


def ink_map(pdf: pikepdf.Pdf, sheet: Sheet, limits: Limits) -> InkMap | None:
    """Return the ink of a page with its picture, none for a page without any box.

    Placed pictures are in the order of the facts. Raises what ``drawing.draw`` raises.
    """
    frame = _frame(sheet)
    if frame is None:
        return None
    plates = _drawn(pdf, sheet, frame, limits)
    smooth = averaged(amounts(plates), plates.pixel)
    placed = tuple(most_within(smooth, plates, each.at) for each in sheet.pictures)
    ink = _measured(plates, frame, sheet.number, limits)
    return InkMap(sheet.number, ink, heat_map(smooth, limits.ink), placed)


def ink_of_sheet(pdf: pikepdf.Pdf, sheet: Sheet, limits: Limits) -> Ink | None:
    """Return the ink of a page drawn out to its bleed, none for a page without any box.

    Raises what ``drawing.draw`` raises.
    """
    frame = _frame(sheet)
    return _measured(_drawn(pdf, sheet, frame, limits), frame, sheet.number, limits) if frame else None


def _frame(sheet: Sheet) -> Box | None:
    """Return what is measured of a page, none where it has no box."""
    frame = sheet.trim or sheet.art or sheet.crop or sheet.media
    return frame if frame is not None and min(frame.width, frame.height) > 0 else None


def _drawn(pdf: pikepdf.Pdf, sheet: Sheet, frame: Box, limits: Limits) -> Plates:
    spots = tuple(name for name, _tally in sheet.spots)
    return draw(pdf, sheet.number, frame, _region(frame, sheet, limits), spots, limits.profile)


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
