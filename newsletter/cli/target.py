"""What a command works on: the workspace, and the issue named or else the newest."""

from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.cli import clock
from newsletter.cli.manner import Manner
from newsletter.diagnostics import MachineFault
from newsletter.language import _
from newsletter.workspace import find_workspace, resolve_issue

if TYPE_CHECKING:
    from newsletter.commission import Order


def workspace(manner: Manner) -> Path:
    """Return the workspace that the directory lies in.

    Raises MachineFault (3) where there is none.
    """
    return find_workspace(manner.directory)


def near(manner: Manner) -> Path | None:
    """Return the workspace, none where the command runs outside of any."""
    try:
        return workspace(manner)
    except MachineFault:
        return None


def chosen(manner: Manner, folder: Path, name: str | None) -> str:
    """Return the issue named, else the newest, and say which.

    Raises MachineFault (3) where there is none, or none of that name.
    """
    slug = resolve_issue(folder, name)
    if name is None:
        manner.announce(_("The newest issue is {slug}.").format(slug=slug))
    return slug


def order(
    asked: Manner, issue: str | None, *, strict: bool = False, press: bool = False, afresh: bool = False
) -> "Order":
    """Return what is asked of a run on the issue named, else on the newest.

    Raises MachineFault (3) where there is none.
    """
    from newsletter.commission import Order

    folder = workspace(asked)
    slug = chosen(asked, folder, issue)
    today, machine = clock.today(), clock.day()
    return Order(folder, slug, today, press=press, strict=strict, afresh=afresh, clock=machine)


def relative(path: Path, folder: Path) -> str:
    """Return a path as seen from the workspace."""
    return path.relative_to(folder).as_posix()
