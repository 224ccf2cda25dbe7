"""Commands between the press file and the print shop: impose, handoff, verify."""

from typing import Annotated

import typer

from newsletter.cli import clock, target
from newsletter.cli.manner import manner
from newsletter.cli.marking import N_
from newsletter.cli.options import FindingsFormat, IssueName
from newsletter.console import Format, show
from newsletter.imposition.schemes import Scheme
from newsletter.lengths import Mm

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


def impose(
    context: typer.Context,
    issue: IssueName = None,
    scheme: SchemeName = None,
    sheet: SheetSize = "",
    pages: PagesPerSheet = None,
    creep: Creep = 0.0,
    milling: Milling = 3.0,
    format: FindingsFormat = Format.PEOPLE,
) -> int:
    from newsletter import stripping
    from newsletter.commission import Order
    from newsletter.console.sheets import sheets
    from newsletter.report.verdict import clear

    asked = manner(context)
    workspace = target.workspace(asked)
    order = Order(workspace, target.chosen(asked, workspace, issue), clock.today())
    wish = stripping.Wish(scheme, sheet, pages, Mm(creep), Mm(milling))
    with asked.reporter() as reporter:
        stripped = stripping.strip(order, wish, reporter)
    if stripped.flat is not None and format is Format.PEOPLE and not asked.quiet:
        for part in sheets(stripped.flat):
            asked.out.print(part)
    show(stripped.outcome, asked.showing(workspace, format))
    return 0 if clear(stripped.outcome.diagnostics) else 1
