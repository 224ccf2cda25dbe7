"""What the version control knows: the signatures ever committed, what publication.yaml ever asked for."""

import re
from collections.abc import Iterator
from pathlib import Path

from newsletter.issue import Publication
from newsletter.manifest.binding import Binder
from newsletter.programs import Started, output
from newsletter.signing.ledger import ledger_name
from newsletter.stage import Stage
from newsletter.yaml_source import Table, read_yaml

HASH = re.compile(r"\bhash: \"?([0-9a-f]{64})\"?")
QUIETLY = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-show-signature")
"""Nothing that a repository's settings name is run."""
MARK = "\x01"


def under_git(workspace: Path) -> bool:
    """Return whether a workspace lies in a version control."""
    return any((folder / ".git").exists() for folder in (workspace, *workspace.parents))


def asking(workspace: Path, slug: str) -> Started:
    """Begin to ask for the signatures of an issue that were ever committed: git works while we read."""
    return Started.of(_question(workspace, ledger_name(slug))) if under_git(workspace) else Started(None)


def committed(
    workspace: Path, file: str, *, everywhere: bool = False, asked: Started | None = None
) -> dict[str, str]:
    """Return the hashes that any commit up to the last ever put into a file, each with that commit.

    ``everywhere`` looks at all branches; ``asked`` is the same question, asked before.
    """
    question = _question(workspace, file, *(("--all",) if everywhere else ()))
    told = asked.output if asked and asked.process else output(question)
    found: dict[str, str] = {}
    commit = ""
    for line in _words(told).splitlines():
        if line.startswith(MARK):
            commit = line[1:]
        elif line.startswith("+") and (match := HASH.search(line)):
            found.setdefault(match[1], commit)
    return found


def _question(workspace: Path, file: str, *which: str) -> tuple[str, ...]:
    """Return what git is asked for all that was ever put into a file.

    ``--full-history``: a merge that dropped one side's signatures must not hide that side.
    """
    form = ("-p", "-U0", "--full-history", f"--format={MARK}%h")
    return _command(workspace, *which, *form, *QUIETLY, "--", f"./{file}")


def last_commit(workspace: Path) -> int | None:
    """Return when the last commit was made, in seconds since 1970."""
    told = _log(workspace, "-1", "--format=%ct", "--no-show-signature") if under_git(workspace) else ""
    return int(told) if told.strip().isdecimal() else None


def asked_before(workspace: Path, slug: str, file: str) -> Iterator[tuple[str, tuple[Stage, ...]]]:
    """Yield what a publication asked for since an issue was begun: day and stages, the newest first."""
    form = ("--format=%h %cs", *QUIETLY)
    begun = _log(workspace, "--diff-filter=A", *form, "--", f"./issues/{slug}/issue.yaml").splitlines()
    if not begun:
        return
    since = _log(workspace, f"{begun[-1].split()[0]}..HEAD", *form, "--", f"./issues/{file}").splitlines()
    for commit, day in (each.split() for each in (*since, begun[-1])):
        text = output(("git", "-C", str(workspace), "show", f"{commit}:./issues/{file}"))
        yield day, _asked(text.decode("utf-8", "replace")) if text else ()


def _log(workspace: Path, *arguments: str) -> str:
    return _words(output(_command(workspace, *arguments)))


def _command(workspace: Path, *arguments: str) -> tuple[str, ...]:
    return ("git", "-C", str(workspace), "log", *arguments)


def _words(told: bytes | None) -> str:
    return told.decode("utf-8", "replace") if told else ""


def _asked(text: str) -> tuple[Stage, ...]:
    """Return the stages that a publication's text asks for."""
    node, _reports = read_yaml(text, "publication.yaml")
    read = Binder().record(node, Publication, "publication.yaml") if isinstance(node, Table) else None
    return tuple(read.sign_off.required or ()) if read else ()
