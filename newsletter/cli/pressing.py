"""Commands between the press file and the print shop: impose, handoff, verify."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import target
from newsletter.cli.manner import manner
from newsletter.cli.options import FindingsFormat
from newsletter.cli.sheets import with_sheet_options
from newsletter.console import Format, show
from newsletter.language import N_, _

if TYPE_CHECKING:
    from newsletter.stripping import Wish


@with_sheet_options
def impose(context: typer.Context, issue: str | None, wish: "Wish", format: Format) -> int:
    """Set the press file on press sheets, show them and say what was found."""
    from newsletter import stripping
    from newsletter.console.stripped import sheets
    from newsletter.report.verdict import clear

    asked = manner(context)
    order = target.order(asked, issue)
    with asked.reporter() as reporter:
        stripped = stripping.strip(order, wish, reporter)
    if stripped.flat is not None and format is Format.PEOPLE and not asked.quiet:
        for part in sheets(stripped.flat):
            asked.out.print(part)
    show(stripped.outcome, asked.showing(order.workspace, format))
    return 0 if clear(stripped.outcome.diagnostics) else 1


@with_sheet_options
def handoff(context: typer.Context, issue: str | None, wish: "Wish", format: Format) -> int:
    """Make the package for the print shop and say what was found."""
    from newsletter.handoff import hand_over
    from newsletter.report.verdict import clear

    asked = manner(context)
    order = target.order(asked, issue)
    with asked.reporter() as reporter:
        outcome = hand_over(order, wish, reporter)
    show(outcome, asked.showing(order.workspace, format))
    if outcome.artifacts:
        asked.announce(_("Next: send the zip, and have the press sheet signed on paper."))
    return 0 if clear(outcome.diagnostics) else 1


def verify(
    context: typer.Context,
    package: Annotated[
        Path,
        typer.Argument(metavar="PACKAGE", help=N_("a package: its folder or its zip"), show_default=False),
    ],
    format: FindingsFormat = Format.PEOPLE,
) -> int:
    """Hold a package against its seals; 1 where anything differs."""
    from newsletter.commission import Outcome
    from newsletter.console.verified import code_line
    from newsletter.handoff import verify as verified
    from newsletter.report.verdict import clear

    asked = manner(context)
    found = verified(asked.directory / package)
    if format is Format.PEOPLE and found.code:
        asked.out.print(code_line(found.code), soft_wrap=True)
    show(Outcome(found.name, found.diagnostics), asked.showing(asked.directory, format))
    return 0 if clear(found.diagnostics) else 1
