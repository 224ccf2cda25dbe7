"""The command sign: a stage signed by a named person, or who has signed what."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import clock, target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import FindingsFormat, IssueName
from newsletter.console import Format, show, write
from newsletter.diagnostics import Diagnostic, MachineFault
from newsletter.language import N_, _
from newsletter.stage import Stage

if TYPE_CHECKING:
    from newsletter.bench import Bench
    from newsletter.commission import Order
    from newsletter.issue import Signature

USAGE = 2
SHORTEST = 8
"""Digits of a code that are enough to look for."""


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
    noted: Annotated[
        str,
        typer.Option("--noted", metavar="CODE", help=N_("show them, and whether the code noted is there")),
    ] = "",
    format: FindingsFormat = Format.PEOPLE,
) -> int:
    """Sign a stage of a built issue, or list the signatures."""
    from newsletter.bench import Bench
    from newsletter.commission import unheard

    asked = manner(context)
    code = _code(noted)
    if not listing and not code:
        _complete(stage, by, story, page)
    bench = Bench(target.order(asked, issue), unheard)
    if listing or code or stage is None:
        return _listed(asked, bench, format, code)
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


def _code(noted: str) -> str:
    """Return the digits of a code as it was noted, in groups or not.

    Raises MachineFault (2) for what is no code.
    """
    digits = "".join(noted.split()).replace("-", "").lower()
    if noted and (len(digits) < SHORTEST or set(digits) - set("0123456789abcdef")):
        hint = _("A code has sixteen digits from 0 to f, such as 5e21 6ece f595 82ab; eight will do.")
        raise MachineFault(_("“{code}” is no code of a signature.").format(code=noted), hint, USAGE)
    return digits


def _signed(
    asked: Manner,
    bench: "Bench",
    stage: Stage,
    wish: tuple[str, str, str, Path | None],
    format: Format,
) -> int:
    from newsletter import signing
    from newsletter.comparison.keeping import keep_signed

    by, of, note, key = wish
    wanted = signing.Wish(stage, by, of, note, key and asked.directory / key, not clock.set_by_hand())
    staged = signing.sign(bench.order, wanted, clock.now(), bench)
    if staged.value is None:
        return _told(asked, bench.order, staged.diagnostics, format)
    given = staged.value
    keep_signed(bench.dist, bench.order.slug, given.hash)
    if format is Format.PEOPLE:
        _tell(asked, given)
    else:
        _listed(asked, bench, format, "")
    return 0


def _tell(asked: Manner, given: "Signature") -> None:
    """Say who has signed what, and the code to be noted."""
    from newsletter.signing.chain import code_of
    from newsletter.signing.naming import subject

    message = _("{name} has signed {stage} of {subject} of {slug}.")
    said = message.format(name=given.by, stage=given.stage, subject=subject(given), slug=given.issue)
    write(asked.out, said)
    write(asked.out, _("Note this code: {code}").format(code=code_of(given.hash)))
    if clock.set_by_hand():
        asked.announce(_("The hour is that of NEWSLETTER_NOW, not of the machine's clock."))
    asked.announce(_("It stands for this signature and all before it; sign --noted CODE asks for it later."))
    asked.announce(_("Commit sign_off.yaml and the folder signed: only so a cut-off end is found anywhere."))


def _listed(asked: Manner, bench: "Bench", format: Format, noted: str) -> int:
    """Show who signed what; 1 where the chain is broken or a stage required is missing."""
    from newsletter import signing
    from newsletter.report.signed import as_json
    from newsletter.report.verdict import clear

    found = signing.status(bench, noted=noted)
    open_ = found.required and bool(found.open)
    if format is Format.JSON:
        write(asked.out, as_json(found, bench.order.workspace))
        return int(open_ or not clear(found.diagnostics))
    if format is Format.PEOPLE:
        from newsletter.console.signed import signatures

        for part in signatures(found):
            asked.out.print(part, soft_wrap=True)
    return _told(asked, bench.order, found.diagnostics, format) or int(open_)


def _told(asked: Manner, order: "Order", diagnostics: tuple[Diagnostic, ...], format: Format) -> int:
    """Show findings, where there are any or a machine reads them."""
    from newsletter.commission import Outcome
    from newsletter.report.verdict import clear
    from newsletter.rulebook import in_order

    if diagnostics or format is not Format.PEOPLE:
        show(Outcome(order.slug, in_order(diagnostics)), asked.showing(order.workspace, format))
    return 0 if clear(diagnostics) else 1
