"""A year of the series: what the year's rules examine."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from newsletter.issue import Publication
from newsletter.series.entry import Entry
from newsletter.series.terms import RENEWAL_WITHIN


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder under issues/ of which nothing can be read, and the first reason."""

    slug: str
    why: str


@dataclass(frozen=True, slots=True)
class Run:
    """The year's issues of one publication, in their row; ``file`` is its record under issues/."""

    file: str
    publication: Publication
    entries: tuple[Entry, ...]

    @property
    def renewal(self) -> datetime.date | None:
        """The last day on which the permit's renewal is asked for."""
        end = self.publication.permit.valid_until
        return end - RENEWAL_WITHIN if end else None

    def days_left(self, today: datetime.date) -> int | None:
        """Return the days that the permit is still valid, less than nothing where it has run out."""
        end = self.publication.permit.valid_until
        return (end - today).days if end else None


@dataclass(frozen=True, slots=True)
class Year:
    """All issues dated in a year; ``undated`` have no date, ``unreadable`` could not be read."""

    year: int
    runs: tuple[Run, ...] = ()
    undated: tuple[Entry, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every issue of the year, publication after publication."""
        return tuple(entry for run in self.runs for entry in run.entries)


def year_of(year: int, entries: tuple[Entry, ...], unreadable: tuple[Unreadable, ...]) -> Year:
    """Return the year that the entries make."""
    dated = sorted((each for each in entries if each.date and each.date.year == year), key=_row)
    runs = [_run(file, tuple(group)) for file, group in groupby(dated, key=_file)]
    undated = tuple(sorted((each for each in entries if each.date is None), key=Entry.sort_key))
    return Year(year, tuple(runs), undated, unreadable)


def _run(file: str, entries: tuple[Entry, ...]) -> Run:
    return Run(file or "publication.yaml", entries[-1].issue.publication, entries)


def _file(entry: Entry) -> str:
    return entry.issue.sheet.publication


def _row(entry: Entry) -> tuple[str, tuple[datetime.date, int, str]]:
    return _file(entry), entry.sort_key()
