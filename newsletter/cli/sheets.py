"""What is asked of press sheets on the command line: one list of options for the commands that make them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.options import FindingsFormat, IssueName
from newsletter.console import Format
from newsletter.imposition.schemes import Scheme
from newsletter.language import N_
from newsletter.lengths import Mm

if TYPE_CHECKING:
    from newsletter.stripping import Wish

    Wishing = Callable[[typer.Context, str | None, Wish, Format], int]

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


def with_sheet_options(command: "Wishing") -> Callable[..., int]:
    """Return a command that takes the options of sheets and hands them on as one wish."""

    def carried_out(
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
        from newsletter.stripping import Wish

        return command(context, issue, Wish(scheme, sheet, pages, Mm(creep), Mm(milling), turn), format)

    carried_out.__name__ = command.__name__
    return carried_out
