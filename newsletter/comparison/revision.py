"""An issue as it was in a git revision."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsletter.diagnostics import MachineFault
from newsletter.language import _
from newsletter.programs import run

MISSING, TOOL_MISSING = 3, 4


@contextmanager
def revision(workspace: Path, name: str, slug: str) -> Iterator[Path]:
    """Give a workspace that holds the issue's files as they were in a revision.

    Raises MachineFault: 4 where git is missing, 3 where there is no such revision or no issue in it.
    """
    if shutil.which("git") is None:
        raise MachineFault(_("git is not installed."), _("Name a build or a folder instead."), TOOL_MISSING)
    commit = _commit(workspace, name)
    paths = [path for path in _paths(workspace, commit) if _belongs(path, slug)]
    if f"issues/{slug}/issue.yaml" not in paths:
        sentence = _("In the revision “{name}” there is no issue {slug}.").format(name=name, slug=slug)
        raise MachineFault(sentence, _("Name a later revision."), MISSING)
    with tempfile.TemporaryDirectory(prefix="newsletter-") as folder:
        root = Path(folder)
        for path in paths:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_git(workspace, "show", f"{commit}:./{path}"))
        yield root


def _commit(workspace: Path, name: str) -> str:
    """Return the commit that a revision names."""
    try:
        return (
            _git(workspace, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
            .decode()
            .strip()
        )
    except MachineFault as fault:
        sentence = _("“{name}” is no build, signature, folder or git revision.").format(name=name)
        hint = _("Name build, previous, now, signed, a folder, or a revision such as HEAD~1.")
        raise MachineFault(sentence, hint, MISSING) from fault


def _paths(workspace: Path, commit: str) -> list[str]:
    """Return the files under issues/ in a commit, from the workspace on."""
    listed = _git(workspace, "ls-tree", "-r", "-z", "--name-only", commit, "issues/")
    return [each for each in listed.decode("utf-8", "surrogateescape").split("\0") if each]


def _belongs(path: str, slug: str) -> bool:
    """Return whether a file is the issue's or the publication's."""
    parts = path.split("/")
    return len(parts) == 2 or parts[1] == slug


def _git(workspace: Path, *command: str) -> bytes:
    """Return what git says; it never asks for anything and never writes."""
    done = run(("git", "--no-optional-locks", *command), folder=workspace, seconds=None)
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        sentence = _("git does not answer: {why}").format(why=told[-1] if told else command[0])
        raise MachineFault(sentence, _("Is the workspace in a git repository?"), TOOL_MISSING)
    return done.stdout
