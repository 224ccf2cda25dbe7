"""The command that says what changed in an issue."""

from typing import Annotated

import typer

from newsletter.cli import target
from newsletter.cli.manner import manner
from newsletter.cli.marking import N_
from newsletter.cli.options import IssueName
from newsletter.cli.reference import Shape
from newsletter.console import write
from newsletter.language import _

CHANGED = 1
SIDES = N_("now, build, previous, signed or a stage, a git revision, a folder")


def diff(
    context: typer.Context,
    issue: IssueName = None,
    old: Annotated[str, typer.Argument(metavar="[A]", help=SIDES, show_default="build")] = "build",
    new: Annotated[str, typer.Argument(metavar="[B]", help=SIDES, show_default="now")] = "now",
    format: Annotated[
        Shape, typer.Option("--format", help=N_("a list, or JSON"), show_default=False)
    ] = Shape.PEOPLE,
) -> int:
    from newsletter.comparison import compare
    from newsletter.comparison.sides import side
    from newsletter.report.changes import as_json, side_word

    asked = manner(context)
    workspace = target.workspace(asked)
    slug = target.chosen(asked, workspace, issue)
    before, after = (side(workspace, slug, name, asked.directory) for name in (old, new))
    changes = compare(before, after)
    if format is Shape.JSON:
        write(asked.out, as_json(slug, (old, new), changes))
        return CHANGED if changes else 0
    from newsletter.console.changes import change_list

    asked.announce(_("{slug}: from {old} to {new}").format(slug=slug, old=side_word(old), new=side_word(new)))
    for part in change_list(changes, coloured=bool(asked.out.color_system)):
        asked.out.print(part)
    return CHANGED if changes else 0
