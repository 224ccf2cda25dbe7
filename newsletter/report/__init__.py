"""Reports of a run: plain data for machines, one self-contained page for people."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsletter.report.data import as_data, as_json

if TYPE_CHECKING:
    from newsletter.commission import Outcome
    from newsletter.press import PressFile

__all__ = ["as_data", "as_json", "write_html"]


def write_html(
    outcome: "Outcome",
    facts: "PressFile | None" = None,
    pictures: Sequence[bytes] = (),
    *,
    strict: bool = False,
) -> str:
    """Return the report as one HTML page; ``pictures`` are the pages as JPEG, the first page first."""
    from newsletter.report.html import page

    return page(outcome, facts, pictures, strict=strict)
