"""The report's tables of the press file: boxes, fonts, output intent, the files made."""

from typing import TYPE_CHECKING

from newsletter.language import _
from newsletter.report.table import Table

if TYPE_CHECKING:
    from newsletter.commission import Outcome
    from newsletter.press import PressFile

SIDES = ("media", "bleed", "trim")


def boxes(facts: "PressFile") -> Table:
    """Return the boxes of every page."""
    rows = []
    for sheet in facts.pages:
        found = (getattr(sheet, side) for side in SIDES)
        sizes = (f"{box.width:.1f} × {box.height:.1f}" if box else "–" for box in found)
        rows.append((str(sheet.number), *sizes))
    columns = (_("page"), _("media box (mm)"), _("bleed box (mm)"), _("trim box (mm)"))
    return Table(_("Page boxes"), columns, tuple(rows), numbers=1)


def fonts(facts: "PressFile") -> Table:
    """Return the fonts of the file."""
    columns = (_("font"), _("kind"), _("embedded"), _("subset"))
    rows = (
        (font.base.rpartition("+")[2], font.kind, _yes(font.embedded), _yes(font.subset))
        for font in facts.fonts
    )
    return Table(_("Fonts in the file"), columns, tuple(dict.fromkeys(rows)), key="fonts")


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


def intents(facts: "PressFile") -> Table:
    """Return what condition the file is made for."""
    columns = (_("output intent"), _("printing condition"), _("profile"))
    rows = tuple(
        (each.kind, each.identifier or each.condition, _yes(each.has_profile)) for each in facts.intents
    )
    return Table(_("Output intent"), columns, rows)


def files(outcome: "Outcome") -> Table:
    """Return the files made."""
    rows = tuple((each.path.name, each.sha256) for each in outcome.artifacts)
    return Table(_("Files"), (_("file"), "SHA-256"), rows, key="files")
