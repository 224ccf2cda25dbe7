"""How much copy every place of an issue holds: a table for the terminal."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from newsletter.language import _

if TYPE_CHECKING:
    from newsletter.makeup.metered import Slot


def capacities(slots: "Sequence[Slot]") -> Iterator[Table | Text]:
    """Yield a row for each place, below them what the figures mean."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="quiet")
    for name in (_("page"), _("story"), _("rank")):
        table.add_column(name, no_wrap=True)
    for name in (_("photos"), _("written"), _("length"), _("may lose"), _("may grow")):
        table.add_column(name, justify="right", no_wrap=True)
    page = 0
    for slot in slots:
        table.add_row(*_row(slot, new_page=slot.page != page))
        page = slot.page
    yield table
    yield Text()
    yield Text(
        _(
            "In characters, everything else on the page as it is. Length: the page looks as well as it does. "
            "May lose, may grow: what the limits of the layout can still fit."
        ),
        style="quiet",
    )


def _row(slot: "Slot", *, new_page: bool) -> tuple[str | Text, ...]:
    quiet = Text("–", style="quiet")
    written = bool(slot.written and slot.limits)
    return (
        str(slot.page) if new_page else "",
        slot.story,
        _(str(slot.rank)),
        str(slot.photos) if slot.photos else quiet,
        str(slot.written) if slot.written else Text(_("blank"), style="quiet"),
        Text(f"{slot.good[0]}–{slot.good[1]}", style="place") if slot.good else _misfit(slot),
        str(slot.shrink) if written else quiet,
        str(slot.grow) if written else quiet,
    )


def _misfit(slot: "Slot") -> Text:
    """Return what stands where no length makes the page look well, or none fills it."""
    return Text("–", style="quiet") if slot.limits else Text(_("not full"), style="warning")
