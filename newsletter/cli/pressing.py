"""Commands between the press file and the print shop: impose, handoff, verify."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import clock, target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import FindingsFormat, IssueName
from newsletter.console import Format, show
from newsletter.imposition.schemes import Scheme
from newsletter.language import N_, _
from newsletter.lengths import Mm

if TYPE_CHECKING:
    from newsletter.commission import Order

SchemeName = Annotated[
    Scheme | None,
    typer.Option(
        "--scheme",
        help=N_("how the pages become sheets; by the layout's binding when left out"),
        show_default=False,
    ),
]
SheetSize = Annotated[
    str, typer.Option("--sheet", metavar="787x1092", help=N_("the press sheet in mm, or its name: 大度四开"))
]
PagesPerSheet = Annotated[
    int | None,
    typer.Option("--pages", metavar="N", help=N_("pages on one sheet, front and back"), show_default=False),
]
Creep = Annotated[
    float,
    typer.Option("--creep", metavar="MM", min=0, max=2, help=N_("the paper's thickness, drawn in per sheet")),
]
Milling = Annotated[
    float, typer.Option("--milling", metavar="MM", min=0, max=10, help=N_("what is milled off a glued spine"))
]
Turned = Annotated[
    bool, typer.Option("--turn", help=N_("front and back beside each other: one set of plates, two copies"))
]


def impose(
    context: typer.Context,
    issue: IssueName = None,
    scheme: SchemeName = None,
    sheet: SheetSize = "",
    pages: PagesPerSheet = None,
    creep: Creep = 0.0,
    milling: Milling = 3.0,
    turn: Turned = False,
    format: FindingsFormat = Format.PEOPLE,
) -> int:
    from newsletter import stripping
    from newsletter.console.stripped import sheets
    from newsletter.report.verdict import clear

    asked = manner(context)
    order = _order(asked, issue)
    wish = stripping.Wish(scheme, sheet, pages, Mm(creep), Mm(milling), turn)
    with asked.reporter() as reporter:
        stripped = stripping.strip(order, wish, reporter)
    if stripped.flat is not None and format is Format.PEOPLE and not asked.quiet:
        for part in sheets(stripped.flat):
            asked.out.print(part)
    show(stripped.outcome, asked.showing(order.workspace, format))
    return 0 if clear(stripped.outcome.diagnostics) else 1


def handoff(
    context: typer.Context,
    issue: IssueName = None,
    scheme: SchemeName = None,
    sheet: SheetSize = "",
    pages: PagesPerSheet = None,
    creep: Creep = 0.0,
    milling: Milling = 3.0,
    turn: Turned = False,
    format: FindingsFormat = Format.PEOPLE,
) -> int:
    from newsletter.handoff import hand_over
    from newsletter.report.verdict import clear
    from newsletter.stripping import Wish

    asked = manner(context)
    order = _order(asked, issue)
    with asked.reporter() as reporter:
        outcome = hand_over(order, Wish(scheme, sheet, pages, Mm(creep), Mm(milling), turn), reporter)
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


def _order(asked: Manner, issue: str | None) -> "Order":
    """Return what is asked of the run."""
    from newsletter.commission import Order

    workspace = target.workspace(asked)
    return Order(workspace, target.chosen(asked, workspace, issue), clock.today(), clock=clock.day())
