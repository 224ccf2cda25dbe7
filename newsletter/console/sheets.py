"""The pages of a press file as a table: size, bleed, ink on each plate, pictures; and its fonts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from newsletter.language import _

if TYPE_CHECKING:
    from newsletter.press import PressFile, Sheet

MOST_ROWS = 64
_SHORT = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}


def sheets(pages: "Sequence[Sheet]") -> Table:
    """Return a row for each page; ink as mean and heaviest square millimetre in per cent."""
    plates = list(dict.fromkeys(plate.name for page in pages if page.ink for plate in page.ink.plates))
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="place")
    for title in (_("page"), _("trim, mm"), _("bleed"), *(_SHORT.get(name, name) for name in plates)):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column(_("sum"), justify="right", no_wrap=True)
    table.add_column(_("peak at"), justify="right", no_wrap=True)
    table.add_column(_("pictures"), justify="right", min_width=8)
    for page in pages[:MOST_ROWS]:
        table.add_row(*_cells(page, plates))
    if len(pages) > MOST_ROWS:
        table.add_row("…", _("{count} pages in all").format(count=len(pages)))
    return table


def _cells(page: "Sheet", plates: list[str]) -> list[str]:
    box = page.trim or page.media
    size = f"{box.width:.4g} × {box.height:.4g}" if box else "–"
    bleed = page.bleed_width
    ink = {each.name: f"{each.mean:.0f}/{each.maximum:.0f}" for each in page.ink.plates} if page.ink else {}
    total = f"{page.ink.mean:.0f}/{page.ink.maximum:.0f}" if page.ink else "–"
    at = f"{page.ink.heaviest.x:.0f}, {page.ink.heaviest.y:.0f}" if page.ink else "–"
    cells = [str(page.number), size, "–" if bleed is None else f"{bleed:.3g}"]
    return [*cells, *(ink.get(name, "–") for name in plates), total, at, _pictures(page)]


def _pictures(page: "Sheet") -> str:
    """Return the number of pictures with their ppi: ``3 · 227–254 ppi``."""
    if not page.pictures:
        return "0"
    ppi = [min(each.ppi_x, each.ppi_y) for each in page.pictures if min(each.width, each.height) > 2]
    if not ppi:
        return str(len(page.pictures))
    low, high = round(min(ppi)), round(max(ppi))
    return f"{len(page.pictures)} · {low if low == high else f'{low}–{high}'} ppi"


def fonts_of(file: "PressFile | None") -> Text:
    """Return the fonts of a file by name, those not embedded marked."""
    text = Text(_("fonts: "), style="quiet")
    fonts = (
        {each.base.partition("+")[2] or each.base or each.kind: each.embedded for each in file.fonts}
        if file
        else {}
    )
    for index, (name, embedded) in enumerate(sorted(fonts.items())):
        text.append(", " if index else "", style="quiet")
        text.append(name, style="not dim" if embedded else "error")
    return text if fonts else text.append(_("none"))
