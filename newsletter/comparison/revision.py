"""An issue as it was in a git revision."""

import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsletter.diagnostics import MachineFault
from newsletter.language import _
from newsletter.programs import run

MISSING, TOOL_MISSING = 3, 4
UNNEEDED = ("dist",)
"""What lies in a workspace and is no part of any issue."""


@contextmanager
def revision(workspace: Path, name: str, slug: str, *, whole: bool = False) -> Iterator[Path]:
    """Give a workspace that holds the issue as it was in a revision.

    ``whole`` gives layouts, faces and printer profiles too, and all else but other issues.

    Raises MachineFault: 4 where git is missing, 3 where there is no such revision or no issue in it.
    """
    commit = commit_of(workspace, name)
    paths = tuple(_paths(workspace, commit, slug, whole=whole))
    if f"issues/{slug}" not in paths:
        sentence = _("In the revision “{name}” there is no issue {slug}.").format(name=name, slug=slug)
        raise MachineFault(sentence, _("Name a later revision."), MISSING)
    with tempfile.TemporaryDirectory(prefix="newsletter-") as folder:
        root = Path(folder)
        packed = root / "revision.tar"
        _git(workspace, "archive", "--format=tar", f"--output={packed}", commit, "--", *paths)
        with tarfile.open(packed) as archive:
            archive.extractall(root, filter="data")
        packed.unlink()
        yield root


def commit_of(workspace: Path, name: str) -> str:
    """Return the commit that a revision names.

    Raises MachineFault: 4 where git is missing, 3 where there is no such revision.
    """
    if shutil.which("git") is None:
        raise MachineFault(_("git is not installed."), _("Name a build or a folder instead."), TOOL_MISSING)
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        return _git(workspace, *asked).decode().strip()
    except MachineFault as fault:
        sentence = _("“{name}” is no build, signature, folder or git revision.").format(name=name)
        hint = _("Name build, previous, pressed, now, signed, a folder, or a revision such as HEAD~1.")
        raise MachineFault(sentence, hint, MISSING) from fault


def commits_with(workspace: Path, file: str, words: str = "") -> tuple[str, ...]:
    """Return the commits that changed a file of the workspace, the oldest first.

    Where words are given, only those in which they came into the file or went out of it.
    """
    if shutil.which("git") is None:
        return ()
    sought = (f"-S{words}",) if words else ()
    command = ("log", "--all", "--reverse", "--format=%H", *sought, "--", f"./{file}")
    try:
        return tuple(_git(workspace, *command).decode("ascii", "replace").split())
    except MachineFault:
        return ()


def file_in(workspace: Path, commit: str, file: str) -> bytes | None:
    """Return a file of the workspace as it is in a commit, none where it is not there."""
    try:
        return _git(workspace, "show", f"{commit}:./{file}")
    except MachineFault:
        return None


def _paths(workspace: Path, commit: str, slug: str, *, whole: bool) -> Iterator[str]:
    """Yield what is taken out of a commit, from the workspace on: files, and folders whole."""
    top = _listed(workspace, commit, "./") if whole else []
    yield from (each for each in top if each not in ("issues", *UNNEEDED))
    for each in _listed(workspace, commit, "issues/"):
        if each == f"issues/{slug}" or "." in Path(each).name:
            yield each


def _listed(workspace: Path, commit: str, folder: str) -> list[str]:
    listed = _git(workspace, "ls-tree", "-z", "--name-only", commit, folder)
    return [each for each in listed.decode("utf-8", "surrogateescape").split("\0") if each]


def _git(workspace: Path, *command: str) -> bytes:
    """Return what git says; it never asks for anything and never changes the repository."""
    done = run(
        ("git", "--no-optional-locks", "--literal-pathspecs", *command), folder=workspace, seconds=None
    )
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        sentence = _("git does not answer: {why}").format(why=told[-1] if told else command[0])
        raise MachineFault(sentence, _("Is the workspace in a git repository?"), TOOL_MISSING)
    return done.stdout
