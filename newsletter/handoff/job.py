"""What the print shop is asked for: what press sheet, ticket and permit record show."""

import datetime
from dataclasses import dataclass

from newsletter.condition import Condition
from newsletter.handoff.paper import pages_of_sheet, printed_sheets, reams
from newsletter.imposition.placement import Imposition
from newsletter.issue import Issue
from newsletter.layout import Layout
from newsletter.series.terms import SAMPLES_WITHIN
from newsletter.signing import Told


@dataclass(frozen=True, slots=True)
class PrintJob:
    """An issue with its design, paper and sheets; run and print date are there (the law asks for them).

    ``readings`` are page, size in points and count of the ruby that was set; ``signed`` the signatures.
    """

    issue: Issue
    layout: Layout
    condition: Condition
    flat: Imposition
    run: int
    print_date: datetime.date
    readings: tuple[tuple[int, float, int], ...] = ()
    signed: tuple[Told, ...] = ()

    @property
    def pages(self) -> int:
        """The pages of a copy."""
        return self.flat.job.pages

    @property
    def size(self) -> str:
        """The trimmed page for people, in mm without a unit."""
        return f"{self.layout.trim.width:g}×{self.layout.trim.height:g}"

    @property
    def of_sheet(self) -> int:
        """The 开数."""
        return pages_of_sheet(self.layout.trim)

    @property
    def printed_sheets(self) -> float:
        """The 印张 of a copy."""
        return printed_sheets(self.pages, self.layout.trim)

    @property
    def reams(self) -> float:
        """The 令 of the run, spoilage not counted."""
        return reams(self.pages, self.layout.trim, self.run)

    @property
    def samples_due(self) -> datetime.date:
        """The last day on which the samples go to the authority."""
        return self.print_date + SAMPLES_WITHIN
