"""The series: issues of a year in a row, what stands in them, who wrote and who photographed."""

from typing import TYPE_CHECKING

from newsletter.later import later

if TYPE_CHECKING:
    from newsletter.series.entry import Entry, Story
    from newsletter.series.people import Contributor, contributors
    from newsletter.series.reading import read_year
    from newsletter.series.year import Run, Unreadable, Year

__all__ = ["Contributor", "Entry", "Run", "Story", "Unreadable", "Year", "contributors", "read_year"]

# Rules about one issue ask the series for its terms alone.
__getattr__ = later(
    __name__,
    {
        "Contributor": "people",
        "Entry": "entry",
        "Run": "year",
        "Story": "entry",
        "Unreadable": "year",
        "Year": "year",
        "contributors": "people",
        "read_year": "reading",
    },
)
