"""The command sign: a stage signed by a named person, or who has signed what."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import clock, target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import FindingsFormat, IssueName
from newsletter.console import Format, show
from newsletter.diagnostics import Diagnostic, MachineFault
from newsletter.language import N_, _
from newsletter.stage import Stage

if TYPE_CHECKING:
    from newsletter.bench import Bench
    from newsletter.commission import Order

USAGE = 2


def sign(
    context: typer.Context,
    issue: IssueName = None,
    stage: Annotated[
        Stage | None, typer.Option("--stage", help=N_("what is signed"), show_default=False)
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help=N_("who signs"))] = "",
    story: Annotated[
        str, typer.Option("--story", metavar="ID", help=N_("one story instead of the whole issue"))
    ] = "",
    page: Annotated[
        int | None,
        typer.Option(
            "--page",
            metavar="N",
            min=1,
            help=N_("one page instead of the whole issue"),
            show_default=False,
        ),
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help=N_("what is to be remembered"))] = "",
    key: Annotated[
        Path | None,
        typer.Option("--key", metavar="FILE", help=N_("sign with this SSH key too"), show_default=False),
    ] = None,
    listing: Annotated[
        bool, typer.Option("--list", help=N_("show who signed what, what is void, who is missing"))
    ] = False,
    format: FindingsFormat = Format.PEOPLE,
) -> int:
    from newsletter.bench import Bench
    from newsletter.commission import Order, unheard

    asked = manner(context)
    if not listing:
        _complete(stage, by, story, page)
    workspace = target.workspace(asked)
    order = Order(workspace, target.chosen(asked, workspace, issue), clock.today())
    bench = Bench(order, unheard)
    if listing or stage is None:
        return _listed(asked, bench, format)
    of = f"story {story}" if story else f"page {page}" if page else "issue"
    return _signed(asked, bench, stage, (" ".join(by.split()), of, note, key), format)


def _complete(stage: Stage | None, by: str, story: str, page: int | None) -> None:
    """Raise MachineFault (2) for a wish that lacks a stage or a name, or is of a story and a page."""
    for option, value in (("--stage", stage), ("--by", by.strip())):
        if not value:
            hint = _("newsletter sign ISSUE --stage 终审 --by NAME; --list shows who has signed.")
            raise MachineFault(_("{name} is missing.").format(name=option), hint, USAGE)
    if story and page:
        raise MachineFault(_("One story or one page is signed, not both."), _("Sign twice."), USAGE)


def _signed(
    asked: Manner,
    bench: "Bench",
    stage: Stage,
    wish: tuple[str, str, str, Path | None],
    format: Format,
) -> int:
    from newsletter import signing
    from newsletter.comparison.keeping import keep_signed
    from newsletter.console import write
    from newsletter.signing.faults import subject

    by, of, note, key = wish
    wanted = signing.Wish(stage, by, of, note, key and asked.directory / key)
    staged = signing.sign(bench.order, wanted, clock.now(), bench)
    if staged.value is None:
        return _told(asked, bench.order, staged.diagnostics, format)
    given = staged.value
    keep_signed(bench.dist, bench.order.slug, given.hash)
    message = _("{name} has signed {stage} of {subject} of {slug}; hash {hash}.")
    said = message.format(
        name=given.by, stage=given.stage, subject=subject(given), slug=given.issue, hash=given.hash[:12]
    )
    write(asked.out, said)
    asked.announce(_("Commit sign_off.yaml and the folder signed: only so a cut-off end is found anywhere."))
    return 0


def _listed(asked: Manner, bench: "Bench", format: Format) -> int:
    """Show who signed what; 1 where the chain is broken or a stage required is missing."""
    from newsletter import signing
    from newsletter.console.signed import signatures

    found = signing.status(bench)
    if format is Format.PEOPLE:
        for part in signatures(found):
            asked.out.print(part, soft_wrap=True)
    code = _told(asked, bench.order, found.diagnostics, format)
    return code or int(found.required and bool(found.open))


def _told(asked: Manner, order: "Order", diagnostics: tuple[Diagnostic, ...], format: Format) -> int:
    """Show findings, where there are any or a machine reads them."""
    from newsletter.commission import Outcome
    from newsletter.report.verdict import clear
    from newsletter.rulebook import in_order

    if diagnostics or format is not Format.PEOPLE:
        show(Outcome(order.slug, in_order(diagnostics)), asked.showing(order.workspace, format))
    return 0 if clear(diagnostics) else 1
