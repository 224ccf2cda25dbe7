"""The command that says what changed in an issue."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import clock, target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import IssueName
from newsletter.console import write
from newsletter.diagnostics import MachineFault
from newsletter.language import N_, _

if TYPE_CHECKING:
    from newsletter.comparison.compared import Comparison

CHANGED, USAGE = 1, 2
Sides = tuple[str, str]
SIDES = N_("now, build, previous, pressed, signed, a stage, a signature's hash, a git revision or a folder")


class DiffFormat(StrEnum):
    """How changes are written."""

    PEOPLE = "people"
    JSON = "json"
    HTML = "html"


def diff(
    context: typer.Context,
    issue: IssueName = None,
    old: Annotated[str | None, typer.Argument(metavar="[A]", help=SIDES, show_default="build")] = None,
    new: Annotated[str, typer.Argument(metavar="[B]", help=SIDES, show_default="now")] = "now",
    since: Annotated[
        str | None, typer.Option("--since", metavar="A", help=N_("the same as A"), show_default=False)
    ] = None,
    format: Annotated[
        DiffFormat,
        typer.Option("--format", help=N_("a list; data; a page with pictures in dist"), show_default=False),
    ] = DiffFormat.PEOPLE,
) -> int:
    """Say what changed between two states of an issue; 1 where anything did."""
    from newsletter.report.changes import as_json

    asked, sides = manner(context), (_older(old, since), new)
    workspace = target.workspace(asked)
    slug = target.chosen(asked, workspace, issue)
    if format is DiffFormat.HTML:
        return _page(asked, workspace, slug, sides)
    comparison = _words(asked, workspace, slug, sides)
    if format is DiffFormat.JSON:
        write(asked.out, as_json(comparison))
    else:
        _show(asked, comparison)
    return CHANGED if comparison.changes else 0


def _older(old: str | None, since: str | None) -> str:
    """Return the older side.

    Raises MachineFault (2) where it is named twice.
    """
    if old is not None and since is not None:
        raise MachineFault(_("The older side is named twice."), _("Name A, or --since A."), USAGE)
    return old or since or "build"


def _words(asked: Manner, workspace: Path, slug: str, sides: Sides) -> "Comparison":
    """Return what changed in words; no page is laid out for it."""
    from newsletter.comparison.compared import compared
    from newsletter.comparison.sides import side

    old, new = (side(workspace, slug, name, asked.directory) for name in sides)
    return compared(slug, old, new)


def _show(asked: Manner, comparison: "Comparison") -> None:
    from newsletter.console.changes import change_list

    old, new = comparison.old.word, comparison.new.word
    asked.announce(_("{slug}: from {old} to {new}").format(slug=comparison.slug, old=old, new=new))
    for part in change_list(comparison, coloured=bool(asked.out.color_system)):
        asked.out.print(part)


def _page(asked: Manner, workspace: Path, slug: str, sides: Sides) -> int:
    """Write the page of changes into dist; states of which no pages are kept are laid out anew."""
    from newsletter.release import write as released
    from newsletter.report.changes_page import as_page

    with asked.reporter() as reporter:
        from newsletter.former import Laid, comparison_of

        laid = Laid(workspace, slug, clock.today(), reporter)
        comparison = comparison_of(laid, sides, asked.directory)
    for note in comparison.notes:
        asked.announce(note)
    path = workspace / "dist" / slug / "changes.html"
    released(path, as_page(comparison).encode())
    write(asked.out, target.relative(path, workspace))
    return CHANGED if comparison else 0
