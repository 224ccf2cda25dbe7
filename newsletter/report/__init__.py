"""Reports of a run: plain data for machines, one self-contained page for people."""

from typing import TYPE_CHECKING

from newsletter.report.data import as_data, as_json
from newsletter.report.finished import Finished, Furnished, PageInk, PlateInk

if TYPE_CHECKING:
    from newsletter.commission import Outcome

__all__ = ["Finished", "Furnished", "PageInk", "PlateInk", "as_data", "as_json", "write_html"]

NOTHING = Finished()


def write_html(outcome: "Outcome", finished: Finished = NOTHING, *, strict: bool = False) -> str:
    """Return the report as one HTML page."""
    from newsletter.report.html import page

    return page(outcome, finished, strict=strict)
