"""Press sheets drawn for people: which page lies where on each side, and which way up."""

from collections.abc import Iterator

from rich.text import Text

from newsletter.imposition.placement import Imposition, Placement, Side
from newsletter.language import _
from newsletter.stripping.wording import scheme_name

TURNED = "↓"
BLANK = "—"


def sheets(flat: Imposition) -> Iterator[Text]:
    """Yield the sheet, then every side with its pages as they lie; a page upside down has an arrow."""
    size = f"{flat.sheet.name} {flat.sheet.size} mm".strip()
    yield Text(_("{scheme}, sheet {size}").format(scheme=scheme_name(flat.scheme), size=size), style="place")
    for side in flat.sides:
        face = _("front and back") if flat.turned else _("back") if side.back else _("front")
        yield Text(_("  sheet {number}, {face}").format(number=side.sheet, face=face), style="quiet")
        yield from (Text("    " + row) for row in _rows(side))
    yield Text()


def _rows(side: Side) -> Iterator[str]:
    """Yield the rows from the top."""
    for height in sorted({round(each.trim.bottom, 2) for each in side.placements}, reverse=True):
        row = (each for each in side.placements if round(each.trim.bottom, 2) == height)
        yield " │ ".join(_cell(each) for each in sorted(row, key=lambda each: each.trim.left))


def _cell(placed: Placement) -> str:
    return f"{placed.page or BLANK:>3}" + (TURNED if placed.turned else " ")
