"""Reports of a run: plain data for machines, one self-contained page for people."""

from typing import TYPE_CHECKING

from newsletter.later import later

if TYPE_CHECKING:
    from newsletter.commission import Outcome
    from newsletter.report.data import as_data, as_json
    from newsletter.report.finished import Finished, Furnished, PageInk, PlateInk

__all__ = ["Finished", "Furnished", "PageInk", "PlateInk", "as_data", "as_json", "write_html"]

__getattr__ = later(
    __name__,
    {
        "Finished": "finished",
        "Furnished": "finished",
        "PageInk": "finished",
        "PlateInk": "finished",
        "as_data": "data",
        "as_json": "data",
    },
)


def write_html(outcome: "Outcome", finished: "Finished | None" = None, *, strict: bool = False) -> str:
    """Return the report as one HTML page."""
    from newsletter.report.finished import Finished
    from newsletter.report.html import page

    return page(outcome, finished or Finished(), strict=strict)
