"""Workspaces: the folder that holds issues/publication.yaml, and the issues in it."""

import re
from difflib import get_close_matches
from pathlib import Path

from newsletter.diagnostics import MachineFault
from newsletter.language import _

MARK = Path("issues") / "publication.yaml"
MISSING = 3


def find_workspace(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that holds issues/publication.yaml.

    Raises MachineFault (exit code 3) where there is none.
    """
    start = start.resolve()
    found = next((folder for folder in (start, *start.parents) if (folder / MARK).is_file()), None)
    if found is None:
        sentence = _("No workspace at {folder} or above: there is no {file}.").format(folder=start, file=MARK)
        raise MachineFault(sentence, _("“newsletter init DIR” makes one; -C DIR names one."), MISSING)
    return found


def issue_names(workspace: Path) -> tuple[str, ...]:
    """Return the folder names of the issues, the newest last; issue-10 comes after issue-9."""
    found = (folder.name for folder in (workspace / "issues").glob("*") if (folder / "issue.yaml").is_file())
    return tuple(sorted(found, key=_by_number))


def newest_issue(workspace: Path) -> str:
    """Return the folder name of the newest issue.

    Raises MachineFault (exit code 3) where there is no issue.
    """
    names = issue_names(workspace)
    if not names and (lost := _without_sheet(workspace)):
        raise _sheet_lost(lost[0])
    if not names:
        sentence = _("There is no issue in {folder}.").format(folder=workspace / "issues")
        raise MachineFault(sentence, _("“newsletter new issue-001” makes the first."), MISSING)
    return names[-1]


def resolve_issue(workspace: Path, wanted: str | None) -> str:
    """Return the folder name of the issue that is meant: ``issue-001``, ``001``, ``1``, a path, none.

    Raises MachineFault (exit code 3) where no issue, or more than one, can be meant.
    """
    names = issue_names(workspace)
    folder = Path(wanted).name if wanted is not None else ""
    if folder and folder not in names and folder in _without_sheet(workspace):
        raise _sheet_lost(folder)
    newest = newest_issue(workspace)
    if wanted is None:
        return newest
    meant = [name for name in names if name == Path(wanted).name] or _of_number(wanted, names)
    if len(meant) != 1:
        raise _unknown(wanted, tuple(meant) or names)
    return meant[0]


def _without_sheet(workspace: Path) -> tuple[str, ...]:
    """Return the folder names of what would be issues if their issue.yaml were there."""
    found = {each.parent for each in (workspace / "issues").glob("*/articles*")}
    return tuple(sorted(each.name for each in found if not (each / "issue.yaml").is_file()))


def _sheet_lost(name: str) -> MachineFault:
    sentence = _("issues/{name} has no issue.yaml.").format(name=name)
    return MachineFault(sentence, _("Bring it back from the wastebasket, a copy or git."), MISSING)


def _of_number(wanted: str, names: tuple[str, ...]) -> list[str]:
    """Return the issues whose name ends in that number."""
    if not wanted.isdecimal():
        return []
    numbers = {name: re.search(r"(\d+)$", name) for name in names}
    return [name for name, number in numbers.items() if number and int(number[1]) == int(wanted)]


def _unknown(wanted: str, names: tuple[str, ...]) -> MachineFault:
    """Return the fault of an issue that is not there."""
    near = get_close_matches(wanted, names, n=1, cutoff=0.5)
    there = _("There are {names}.").format(names=_(", ").join(names[-8:]))
    hint = _("Did you mean {name}?").format(name=near[0]) if near else there
    return MachineFault(_("There is no issue “{name}”.").format(name=wanted), hint, MISSING)


def _by_number(name: str) -> tuple[tuple[int, str], ...]:
    """Return a key by which numbers inside names count as numbers."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name))
