"""Commands that begin something: init, new."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from newsletter.cli import target
from newsletter.cli.manner import Manner, manner
from newsletter.console import write
from newsletter.language import N_, _


def init(
    context: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help=N_("the folder of the workspace, empty or new"), show_default=False
        ),
    ],
    bare: Annotated[
        bool, typer.Option("--bare", help=N_("one story to fill in instead of the sample issue"))
    ] = False,
) -> int:
    """Make a workspace."""
    from newsletter import starter

    asked = manner(context)
    made = starter.init(asked.directory / folder, bare=bare)
    write(asked.out, _("{folder}: a workspace of {count} files.").format(folder=folder, count=len(made)))
    here = (asked.directory / folder).resolve() == Path.cwd()
    following = _("Next: newsletter check.") if here else _("Next: cd {folder}, then newsletter check.")
    asked.announce(following.format(folder=shlex.quote(str(folder)) if " " in str(folder) else folder))
    return 0


def new(
    context: typer.Context,
    issue: Annotated[
        str | None,
        typer.Argument(
            metavar="[ISSUE]",
            help=N_("the new issue's name; the next number when left out"),
            show_default=False,
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="ISSUE", help=N_("the issue whose furniture is taken; else the newest")
        ),
    ] = None,
    article: Annotated[
        list[str] | None,
        typer.Option(
            "--article", metavar="HEADLINE", help=N_("add a story of that headline; may be given again")
        ),
    ] = None,
) -> int:
    """Make the next issue, or add stories to one."""
    asked = manner(context)
    workspace = target.workspace(asked)
    folder = _folder(asked, workspace, issue, model, adding=bool(article))
    _add(asked, workspace, folder, article or [])
    return 0


def _folder(asked: Manner, workspace: Path, issue: str | None, model: str | None, *, adding: bool) -> Path:
    """Return the issue's folder: a new one, or the one that is there where stories are added to it."""
    from newsletter import starter
    from newsletter.starter.succession import FIRST, next_name
    from newsletter.workspace import issue_names

    names = issue_names(workspace)
    if adding and model is None and (issue is None or issue in names):
        return workspace / "issues" / target.chosen(asked, workspace, issue)
    if not names:
        return _first(asked, workspace, issue or FIRST)
    taken = target.chosen(asked, workspace, model) if model else names[-1]
    folder = starter.new_issue(workspace, issue or next_name(names[-1]), taken)
    write(
        asked.out,
        _("{file}: made after {model}.").format(file=target.relative(folder, workspace), model=taken),
    )
    if not adding:
        asked.announce(_("Next: newsletter new --article HEADLINE for each story, then newsletter status."))
    return folder


def _first(asked: Manner, workspace: Path, name: str) -> Path:
    """Return the folder of the first issue, commented manifests with one story."""
    from newsletter import starter

    folder = starter.first_issue(workspace, name)
    file = target.relative(folder, workspace)
    write(asked.out, _("{file}: the first issue, to be filled in.").format(file=file))
    return folder


def _add(asked: Manner, workspace: Path, folder: Path, headlines: list[str]) -> None:
    from newsletter import starter

    for headline in headlines:
        copy = starter.new_article(folder, headline)
        write(asked.out, _("{file}: write the story here.").format(file=target.relative(copy, workspace)))
