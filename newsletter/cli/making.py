"""Commands that take an issue on its way: check, plan, build."""

from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import FindingsFormat, IssueName, Strict
from newsletter.console import Format, show
from newsletter.diagnostics import MachineFault
from newsletter.language import N_, _, ngettext

if TYPE_CHECKING:
    from newsletter.commission import Order, Outcome
    from newsletter.selection import Selection

USAGE = 2


def check(
    context: typer.Context,
    issue: IssueName = None,
    format: FindingsFormat = Format.PEOPLE,
    strict: Strict = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="CODES", help=N_("only these rules: codes or their beginnings, as L,C07")
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODES", help=N_("without these rules; the issue keeps its faults")),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help=N_("set right what needs no judgement; shows it first and asks"))
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=N_("with --fix: do not ask"))] = False,
) -> int:
    """Read and examine an issue; 1 where it is held."""
    from newsletter import checking

    order = target.order(manner(context), issue, strict=strict)
    selection = _selection(select, ignore)
    if fix:
        from newsletter.cli.fixing import fix as set_right

        set_right(manner(context), order, selection, yes=yes)
    with manner(context).reporter() as reporter:
        outcome = checking.check(order, reporter)
    return _shown(manner(context), _selected(manner(context), outcome, selection), order, format)


def _selection(select: list[str] | None, ignore: list[str] | None) -> "Selection":
    """Return the rules asked for.

    Raises MachineFault (2) for a code that begins no rule's.
    """
    from newsletter.selection import Selection

    selection = Selection.of(select, ignore)
    if selection != Selection():
        from newsletter.register import every_rule

        for unknown in selection.unknown(rule.code for rule in every_rule()):
            sentence = _("There is no rule “{code}”.").format(code=unknown)
            raise MachineFault(sentence, _("newsletter rules lists all."), USAGE)
    return selection


def _selected(asked: Manner, outcome: "Outcome", selection: "Selection") -> "Outcome":
    """Return the outcome of the rules asked for, and say how much it leaves out."""
    shown = selection.of_outcome(outcome)
    if hidden := len(outcome.diagnostics) - len(shown.diagnostics):
        message = ngettext(
            "{count} finding of other rules is not shown.",
            "{count} findings of other rules are not shown.",
            hidden,
        )
        asked.announce(message.format(count=hidden))
    return shown


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
    """Make an issue up and draw its pages; 1 where it is held."""
    from newsletter import pipeline

    order = target.order(manner(context), issue, strict=strict)
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
    """Build an issue; 1 where it is held."""
    from newsletter import pipeline

    order = target.order(manner(context), issue, strict=strict, press=press, afresh=afresh)
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


def _shown(asked: Manner, outcome: "Outcome", order: "Order", format: Format) -> int:
    """Show the outcome and return 1 where it is held."""
    from newsletter.report.verdict import clear

    show(outcome, asked.showing(order.workspace, format, strict=order.strict))
    return 0 if clear(outcome.diagnostics, strict=order.strict) else 1
