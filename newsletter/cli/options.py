"""Arguments and options that several commands take."""

from enum import StrEnum
from typing import Annotated

import typer

from newsletter.console import Format
from newsletter.language import N_


def complete_issue(incomplete: str) -> list[str]:
    """Return the issues whose name begins so."""
    from newsletter.cli.manner import Manner
    from newsletter.cli.target import workspace
    from newsletter.diagnostics import MachineFault
    from newsletter.workspace import issue_names

    try:
        names = issue_names(workspace(Manner()))
    except MachineFault:
        return []
    return [name for name in names if name.startswith(incomplete)]


IssueName = Annotated[
    str | None,
    typer.Argument(
        metavar="[ISSUE]",
        help=N_("the issue's name, such as issue-007; the newest when left out"),
        autocompletion=complete_issue,
        show_default=False,
    ),
]
FindingsFormat = Annotated[
    Format, typer.Option("--format", help=N_("how findings are written"), show_default=False)
]
Strict = Annotated[bool, typer.Option("--strict", help=N_("let warnings hold the issue too"))]


class Shape(StrEnum):
    """How a list is written."""

    PEOPLE = "people"
    JSON = "json"


ListFormat = Annotated[Shape, typer.Option("--format", help=N_("a table, or JSON"), show_default=False)]
Listing = Annotated[bool, typer.Option("--json", help=N_("write JSON, as --format json does"))]
