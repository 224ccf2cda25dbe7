"""Black and what lies below it: what knocks out for the paper's sake, what is told to the editor.

Settled so. Solid black overprints, as the profile's ``overprint`` says: no white rim where a plate shifts.
Where black and what lies below would pass the ink limit together, areas and rules knock out, for a rim
around a panel shows less than ink that does not dry; a limit counts on areas from 15 mm² (GWG 2015).
Type goes on overprinting, whose strokes are smaller than that, and F039 says where it can hardly be read.
Any other colour, white above all, knocks out, so that a red headline on a photo has its own ink alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from newsletter.condition import Overprint
from newsletter.diagnostics import Diagnostic
from newsletter.language import _
from newsletter.press.below import apart, covers
from newsletter.press.edits import Edit
from newsletter.press.order import FinishOrder
from newsletter.press.overprint import BLACK, Ink, state_name
from newsletter.press.painted import Painted
from newsletter.press.refusals import overprint_over_limit, rich_black_unasked
from newsletter.press.shadows import Shadows

SOLID = 0.85
"""The black from which on other inks below it make it a rich black."""
COLOUR = 0.3
RICH_TYPE = 12.0
"""Points under which type is small: no rich black is asked for there (F073)."""
TOLERANCE = 5.0
LEAST_AREA = 15.0
"""Square millimetres; on less an ink limit does not count (GWG 2015, 4.13)."""
MOST_SHARE = 0.2
"""The share of the ground under a string from which on it is too dark for black type."""


@dataclass(slots=True)
class Ground:
    """What black stands on, on one page; ``heavy`` are the paints on which it may be too much."""

    painted: Sequence[Painted]
    limit: float
    shadows: Shadows
    heavy: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        most = self.most
        self.heavy = tuple(at for at, each in enumerate(self.painted) if _may_be_heavy(each, most))

    @property
    def most(self) -> float:
        """The colour in per cent that black may stand on."""
        return self.limit + TOLERANCE - 100

    def under(self, place: int) -> tuple[float, float]:
        """Return the colour in per cent below a paint where that is too much, and how many mm² of it.

        Nothing where it is never too much.
        """
        paint = self.painted[place]
        if not any(at < place and not apart(self.painted[at].extent, paint.extent) for at in self.heavy):
            return 0.0, 0.0
        for each in reversed(self.painted[:place]):
            if not each.whole or apart(each.extent, paint.extent) or (each.over and each.ink == BLACK):
                continue
            found = _colour_of(each, paint, self.most, self.shadows)
            if found[0] or covers(each.extent, paint.extent):
                return found
        return 0.0, 0.0


def knocked_out(ground: Ground, overprint: Overprint) -> Iterator[Edit]:
    """Yield the changes by which black areas and rules knock out where they must."""
    for place, paint in enumerate(ground.painted):
        if _is_black_over(paint) and paint.use in ("fill", "stroke"):
            colour, area = ground.under(place)
            if overprint.black == "type" or (colour and area >= LEAST_AREA):
                yield Edit(paint, f"q {state_name(False, False)} gs\n".encode("ascii"), b"\nQ")


def too_dark(page: int, ground: Ground) -> Iterator[Diagnostic]:
    """Report the black type of a page that stands on too much ink, the worst of it."""
    worst, where = 0.0, None
    for place, paint in enumerate(ground.painted):
        if paint.use == "text" and _is_black_over(paint):
            colour, area = ground.under(place)
            if colour > worst and area >= MOST_SHARE * _area(paint):
                worst, where = colour, paint
    if where:
        yield overprint_over_limit(where.extent.spot(page), worst + 100, ground.limit)


def rich_blacks(page: int, painted: Sequence[Painted], order: FinishOrder) -> Iterator[Diagnostic]:
    """Report rich black that no layout asked for, the first of each use and ink; small type is F073's."""
    told: set[object] = set()
    for paint in painted:
        if paint.ink is None or not _is_rich(paint.ink) or 0 < paint.size < RICH_TYPE:
            continue
        asked = any(_alike(paint.ink, each) for each in order.rich)
        if not asked and (paint.use, paint.ink) not in told:
            told.add((paint.use, paint.ink))
            yield rich_black_unasked(paint.extent.spot(page), _used(paint), _written(paint.ink))


def _is_black_over(paint: Painted) -> bool:
    return paint.ink == BLACK and paint.over and not paint.clear


def _is_rich(ink: Ink) -> bool:
    return ink[3] >= SOLID and sum(ink[:3]) >= COLOUR


def _alike(one: Ink, other: Ink) -> bool:
    return all(abs(a - b) < 0.005 for a, b in zip(one, other, strict=True))


def _may_be_heavy(paint: Painted, most: float) -> bool:
    """Return whether a paint may have more colour than ``most``; type and curves leave room."""
    heavy = paint.ink is not None and sum(paint.ink[:3]) * 100 > most
    return paint.use == "image" or (paint.whole and heavy)


def _colour_of(below: Painted, paint: Painted, most: float, shadows: Shadows) -> tuple[float, float]:
    """Return how much colour more than ``most`` one paint has under another, and on how many mm²."""
    common = below.extent.within(paint.extent)
    area = (common.right - common.left) * (common.bottom - common.top)
    if below.ink is not None:
        colour = sum(below.ink[:3]) * 100
        return (colour, area) if colour > most else (0.0, 0.0)
    levels = shadows.under(paint.extent, below) if below.use == "image" else None
    heavy = levels[levels > most] if levels is not None and levels.size else np.zeros(0)
    return (
        (float(np.median(heavy)), area * heavy.size / levels.size)
        if heavy.size and levels is not None
        else (0.0, 0.0)
    )


def _area(paint: Painted) -> float:
    left, top, right, bottom = paint.extent
    return (right - left) * (bottom - top)


def _used(paint: Painted) -> str:
    """Return what is painted, for people."""
    return {"text": _("type"), "stroke": _("lines")}.get(paint.use, _("areas"))


def _written(ink: Ink) -> str:
    """Return an ink for people: C60 M40 Y40 K100."""
    return " ".join(f"{name}{part * 100:.0f}" for name, part in zip("CMYK", ink, strict=True))
