"""The year's list in the terminal."""

import datetime
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from newsletter.console.listing import listing
from newsletter.language import _
from newsletter.report.table import Table
from newsletter.report.year import contents_table, issues_table, people_table, permit_line
from newsletter.series import Year


def year_list(year: Year, today: datetime.date) -> Iterator[RenderableType]:
    """Yield the issues in their row, the contributors, the contents."""
    if not year.runs:
        yield Text(_("There is no issue of {year}.").format(year=year.year))
    for run in year.runs:
        yield from _shown(issues_table(run))
        if line := permit_line(run, today):
            yield Text(line + "\n")
    people = people_table(year)
    if people.rows:
        yield from _shown(people)
        yield Text(people.note + "\n", style="quiet")
    for run in year.runs:
        for entry in run.entries:
            table = contents_table(entry)
            yield from _shown(Table(f"《{run.publication.name}》{table.title}", table.columns, table.rows))


def _shown(table: Table) -> Iterator[RenderableType]:
    yield Text(table.title, style="place underline")
    yield listing(table.columns, table.rows)
    yield Text()
