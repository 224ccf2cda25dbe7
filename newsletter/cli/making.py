"""Commands that take an issue on its way: check, plan, build."""

from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import clock, target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.marking import N_
from newsletter.cli.options import FindingsFormat, IssueName, Strict
from newsletter.console import Format, show

if TYPE_CHECKING:
    from newsletter.commission import Order, Outcome


def check(
    context: typer.Context,
    issue: IssueName = None,
    format: FindingsFormat = Format.PEOPLE,
    strict: Strict = False,
) -> int:
    from newsletter import checking

    order = _order(manner(context), issue, strict=strict)
    with manner(context).reporter() as reporter:
        outcome = checking.check(order, reporter)
    return _shown(manner(context), outcome, order, format)


def plan(
    context: typer.Context,
    issue: IssueName = None,
    format: FindingsFormat = Format.PEOPLE,
    strict: Strict = False,
    capacity: Annotated[
        bool,
        typer.Option(
            "--capacity", help=N_("how many characters every place holds, be it written or still blank")
        ),
    ] = False,
) -> int:
    from newsletter import pipeline

    order = _order(manner(context), issue, strict=strict)
    with manner(context).reporter() as reporter:
        outcome = (pipeline.meter if capacity else pipeline.plan)(order, reporter)
    if outcome.slots:
        return _metered(manner(context), outcome, order, format)
    if format is Format.PEOPLE:
        _draw(manner(context), outcome, order)
    return _shown(manner(context), outcome, order, format)


def build(
    context: typer.Context,
    issue: IssueName = None,
    format: FindingsFormat = Format.PEOPLE,
    press: Annotated[
        bool,
        typer.Option(
            "--press", help=N_("make the press file, without the draft's mark; refuse on any error")
        ),
    ] = False,
    strict: Strict = False,
    afresh: Annotated[
        bool, typer.Option("--afresh", help=N_("make everything again, changed or not"))
    ] = False,
) -> int:
    from newsletter import pipeline

    order = _order(manner(context), issue, strict=strict, press=press, afresh=afresh)
    with manner(context).reporter() as reporter:
        outcome = pipeline.build(order, reporter)
    return _shown(manner(context), outcome, order, format)


def _metered(asked: Manner, outcome: "Outcome", order: "Order", format: Format) -> int:
    """Show how much every place holds; findings are for the commands that look for them."""
    from newsletter.console.capacities import capacities

    if format is Format.JSON:
        return _shown(asked, outcome, order, format)
    for part in capacities(outcome.slots):
        asked.out.print(part)
    return 0


def _draw(asked: Manner, outcome: "Outcome", order: "Order") -> None:
    """Draw the pages where the issue could be made up."""
    from newsletter.cli.places import layout_of
    from newsletter.console.planned import planned

    if outcome.dummy is None or outcome.issue is None:
        return
    layout = layout_of(outcome.dummy.layout, order.workspace)
    for part in planned(outcome.dummy, outcome.issue, layout) if layout is not None else ():
        asked.out.print(part)
    asked.out.print()


def _order(asked: Manner, issue: str | None, **wishes: bool) -> "Order":
    """Return what is asked of the run."""
    from newsletter.commission import Order

    workspace = target.workspace(asked)
    return Order(workspace, target.chosen(asked, workspace, issue), clock.today(), **wishes)


def _shown(asked: Manner, outcome: "Outcome", order: "Order", format: Format) -> int:
    """Show the outcome and return 1 where it is held."""
    from newsletter.report.verdict import clear

    show(outcome, asked.showing(order.workspace, format, strict=order.strict))
    return 0 if clear(outcome.diagnostics, strict=order.strict) else 1
