"""The series: issues of a year in a row, what stands in them, who wrote and who photographed."""

from newsletter.series.entry import Entry, Story
from newsletter.series.people import Contributor, contributors
from newsletter.series.reading import read_year
from newsletter.series.year import Run, Unreadable, Year

__all__ = ["Contributor", "Entry", "Run", "Story", "Unreadable", "Year", "contributors", "read_year"]
