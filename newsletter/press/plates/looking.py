"""The plates of one page drawn and measured."""

from pathlib import Path

import pikepdf

from newsletter.press.facts import Box
from newsletter.press.plates.coverage import amounts, averaged, heaviest, heavy_areas, plates_of
from newsletter.press.plates.drawing import draw
from newsletter.press.plates.facts import Ink
from newsletter.press.plates.rims import gaps, near


def ink_of_page(
    pdf: pikepdf.Pdf,
    page: int,
    frame: Box,
    region: Box,
    spots: tuple[str, ...],
    profile: Path | None,
    limit: float,
    safe: float,
) -> Ink:
    """Return the ink of a page (from 1) drawn over ``region``; ``frame`` is the trim, ``safe`` mm wide its margin.

    ``limit`` is in per cent; RGB is separated for ``profile``. Raises what ``drawing.draw`` raises.
    """
    plates = draw(pdf, page, frame, region, spots, profile)
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
        heavy=heavy_areas(smooth, plates, page, limit),
        gaps=gaps(total, plates, width, height, page),
        near=near(total, plates, width, height, page, safe),
        unread=plates.unread,
    )
