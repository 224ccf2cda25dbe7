"""Commands about more than one issue: the year's list, and what is open today."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import clock, target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import Shape
from newsletter.console import write
from newsletter.language import N_, _

if TYPE_CHECKING:
    from datetime import date

    from newsletter.diagnostics import Diagnostic
    from newsletter.series import Year

Found = tuple["Diagnostic", ...]


class YearFormat(StrEnum):
    """How the year's list is written; concise has the findings alone."""

    PEOPLE = "people"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    CONCISE = "concise"


def index(
    context: typer.Context,
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            metavar="2026",
            min=1900,
            max=2999,
            help=N_("the year; that of the latest issue when left out"),
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        YearFormat,
        typer.Option(
            "--format", help=N_("a table; data; a list for Excel; a page to print"), show_default=False
        ),
    ] = YearFormat.PEOPLE,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help=N_("write into a file"), show_default=False),
    ] = None,
) -> int:
    """List the year."""
    from newsletter.checks import open_desks
    from newsletter.checks.year import faults
    from newsletter.report.verdict import clear
    from newsletter.series.reading import newest_year, read_year

    asked, today = manner(context), clock.today()
    workspace = target.workspace(asked)
    open_desks()
    chosen = year or newest_year(workspace, today)
    listed = read_year(workspace, chosen)
    found = faults(listed, today)
    if format is YearFormat.PEOPLE and output is None:
        _show(asked, workspace, listed, found, today)
    else:
        _put(asked, _written(listed, found, today, _by_name(format, output)), output)
        if format is not YearFormat.CONCISE and format is not YearFormat.JSON:
            _tell(asked, found)
    return 0 if clear(found) else 1


def _by_name(format: YearFormat, output: Path | None) -> YearFormat:
    """Return the format asked for, else the one that the file's name says."""
    kinds = {".csv": YearFormat.CSV, ".json": YearFormat.JSON}
    if format is not YearFormat.PEOPLE or output is None:
        return format
    return kinds.get(output.suffix.lower(), YearFormat.HTML)


def _written(year: "Year", found: Found, today: "date", format: YearFormat) -> str:
    """Return the year in a format of plain text."""
    if format is YearFormat.CONCISE:
        from newsletter.commission import Outcome
        from newsletter.console.concise import concise

        return concise(Outcome(str(year.year), found))
    from newsletter.report.year import as_csv, as_json, as_page

    if format is YearFormat.CSV:
        return as_csv(year)
    return as_page(year, found, today) if format is YearFormat.HTML else as_json(year, found, today)


def _put(asked: Manner, text: str, output: Path | None) -> None:
    """Write a text into a file, else on stdout."""
    if output is None:
        if text:
            write(asked.out, text.rstrip("\n"))
        return
    from newsletter.release import write as released

    path = asked.directory / output
    released(path, text.encode())
    asked.announce(_("Written: {path}").format(path=path))


def _tell(asked: Manner, found: Found) -> None:
    """Say on stderr what is wrong, where stdout holds something else."""
    from newsletter.commission import Outcome
    from newsletter.console.concise import concise

    if found:
        asked.err.print(concise(Outcome("", found)), soft_wrap=True)


def _show(asked: Manner, workspace: Path, year: "Year", found: Found, today: "date") -> None:
    from newsletter.console.people import findings
    from newsletter.console.sources import Sources
    from newsletter.console.year import year_list

    for part in year_list(year, today):
        asked.out.print(part)
    for part in findings(found, Sources(workspace)):
        asked.out.print(part)


def status(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help=N_("past issues too"))] = False,
    format: Annotated[
        Shape, typer.Option("--format", help=N_("a list, or JSON"), show_default=False)
    ] = Shape.PEOPLE,
) -> int:
    """Say what is open today."""
    from newsletter.standing import desk_of

    asked = manner(context)
    desk = desk_of(target.workspace(asked), clock.today(), all=every, clock=clock.day())
    if format is Shape.JSON:
        from newsletter.report.standing import as_json

        write(asked.out, as_json(desk))
        return 0
    from newsletter.console.standing import desk_list

    for part in desk_list(desk):
        asked.out.print(part)
    return 0
