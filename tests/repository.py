"""git as the tests call it: with a person, who commits."""

import shutil
from pathlib import Path

import pytest

from newsletter.programs import run

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> None:
    """Carry out a command, which must succeed."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    ran = run(("git", *who, *arguments), folder=folder)
    assert ran.returncode == 0, ran.stderr


def committed(folder: Path) -> Path:
    """Return a folder with all that is in it committed to a repository of its own."""
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        git(folder, *command)
    return folder
