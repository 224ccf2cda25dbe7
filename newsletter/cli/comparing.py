"""The command that says what changed in an issue."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import IssueName
from newsletter.console import write
from newsletter.language import N_, _

if TYPE_CHECKING:
    from newsletter.comparison import Changes

CHANGED = 1
Sides = tuple[str, str]
SIDES = N_("now, build, previous, signed, a git revision or a folder")


class DiffFormat(StrEnum):
    """How changes are written."""

    PEOPLE = "people"
    JSON = "json"
    HTML = "html"


def diff(
    context: typer.Context,
    issue: IssueName = None,
    old: Annotated[str, typer.Argument(metavar="[A]", help=SIDES, show_default="build")] = "build",
    new: Annotated[str, typer.Argument(metavar="[B]", help=SIDES, show_default="now")] = "now",
    format: Annotated[
        DiffFormat,
        typer.Option("--format", help=N_("a list; data; a page with pictures in dist"), show_default=False),
    ] = DiffFormat.PEOPLE,
) -> int:
    from newsletter.comparison import compare
    from newsletter.comparison.sides import side
    from newsletter.report.changes import as_json

    asked = manner(context)
    workspace = target.workspace(asked)
    slug = target.chosen(asked, workspace, issue)
    before, after = (side(workspace, slug, name, asked.directory) for name in (old, new))
    changes = compare(before, after)
    if format is DiffFormat.JSON:
        write(asked.out, as_json(slug, (old, new), changes))
    elif format is DiffFormat.HTML:
        return _page(asked, workspace, slug, (old, new), changes)
    else:
        _show(asked, slug, (old, new), changes)
    return CHANGED if changes else 0


def _show(asked: Manner, slug: str, sides: Sides, changes: "Changes") -> None:
    from newsletter.console.changes import change_list
    from newsletter.report.changes import side_word

    old, new = map(side_word, sides)
    asked.announce(_("{slug}: from {old} to {new}").format(slug=slug, old=old, new=new))
    for part in change_list(changes, coloured=bool(asked.out.color_system)):
        asked.out.print(part)


def _page(asked: Manner, workspace: Path, slug: str, sides: Sides, changes: "Changes") -> int:
    """Write the page of changes into dist; pages are compared where both sides were built."""
    from newsletter.comparison.sides import print_file
    from newsletter.press.contrasting import contrast
    from newsletter.release import write as released
    from newsletter.report.changes_page import as_page

    old, new = (print_file(workspace, slug, name, asked.directory) for name in sides)
    if old is None or new is None:
        asked.announce(_("Pages are compared only between two builds, such as: previous build."))
    pairs = tuple(contrast(old, new)) if old and new else ()
    path = workspace / "dist" / slug / "changes.html"
    released(path, as_page(slug, sides, changes, pairs).encode())
    write(asked.out, target.relative(path, workspace))
    return CHANGED if changes or pairs else 0
