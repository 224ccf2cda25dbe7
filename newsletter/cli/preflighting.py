"""The command that holds any PDF against a printer profile."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import FindingsFormat, Strict
from newsletter.cli.target import near
from newsletter.console import Format, write
from newsletter.diagnostics import MachineFault, Span
from newsletter.language import N_, _

if TYPE_CHECKING:
    from newsletter.condition import Condition
    from newsletter.preflight import Preflight

USAGE, UNREADABLE = 2, 3


def preflight(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE.pdf", help=N_("a PDF of any program"), show_default=False)
    ],
    profile: Annotated[
        str,
        typer.Option(
            "--profile",
            metavar="NAME",
            help=N_("the printer profile: its name or file; the publication's own when left out"),
        ),
    ] = "",
    format: FindingsFormat = Format.PEOPLE,
    strict: Strict = False,
) -> int:
    """Examine a PDF against a printer profile; 1 where it is held."""
    from newsletter.preflight import preflight as held_against
    from newsletter.report.verdict import clear

    asked = manner(context)
    condition = _condition(asked, profile, file)
    result = held_against(asked.directory / file, condition)
    _show(asked, result, str(file), format, strict=strict)
    if not result.readable:
        return UNREADABLE
    return 0 if clear(result.findings, strict=strict) else 1


def _condition(asked: Manner, name: str, file: Path) -> "Condition":
    """Return the printer profile that is asked for, else the publication's own, and say which.

    Raises MachineFault (2) where none is named or it cannot be used.
    """
    from newsletter.condition import ConditionError, open_condition, shipped

    workspace = near(asked)
    chosen = name or (_own(workspace, file) if workspace else "")
    if not chosen:
        sentence = _("Which printer profile is meant is not said, and there is no workspace to ask.")
        hint = _("Name one: --profile {names}, or a file.").format(names="|".join(shipped()))
        raise MachineFault(sentence, hint, exit_code=USAGE)
    if not name:
        asked.announce(_("The printer profile is “{name}”, the publication's own.").format(name=chosen))
    try:
        return open_condition(chosen, workspace or asked.directory)
    except ConditionError as fault:
        raise MachineFault(fault.message, fault.hint, exit_code=USAGE) from fault


def _own(workspace: Path, file: Path) -> str:
    """Return the printer profile of the issue whose folder the file lies in, else of the newest issue."""
    from newsletter.manifest import load
    from newsletter.workspace import issue_names, resolve_issue

    built = file.resolve().parent.name
    issue = load(
        workspace, built if built in issue_names(workspace) else resolve_issue(workspace, None)
    ).value
    return issue.publication.press if issue is not None else ""


def _show(asked: Manner, result: "Preflight", file: str, format: Format, *, strict: bool) -> None:
    """Show the preflight in the format asked for."""
    if format is Format.PEOPLE:
        _show_people(asked, result, strict=strict)
        return
    named = replace(result, findings=tuple(replace(each, at=Span(file)) for each in result.findings))
    text = _written(named, file, format, strict=strict)
    if text:
        write(asked.out, text)


def _written(result: "Preflight", file: str, format: Format, *, strict: bool) -> str:
    if format is Format.JSON:
        from newsletter.report.preflighted import as_json

        return as_json(result, strict=strict)
    from newsletter.commission import Outcome
    from newsletter.console import written

    return written(Outcome(file, result.findings), format)


def _show_people(asked: Manner, result: "Preflight", *, strict: bool) -> None:
    from newsletter.console.preflighted import examined, found, verdict

    for part in found(result):
        asked.out.print(part)
    if asked.quiet:
        return
    for part in examined(result):
        asked.out.print(part)
    asked.out.print(verdict(result, strict=strict))
