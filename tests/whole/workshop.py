"""Workspaces in temporary folders, and the real command run on them; one folder is shared by all workers."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsletter import manifest
from newsletter.issue import Issue
from newsletter.press import PressFile, inspect

ROOT = Path(__file__).resolve().parents[2]
GOOD = ROOT / "tests" / "good"
TODAY = "2026-06-30"
SLUG = "issue-001"


@dataclass(frozen=True)
class Workshop:
    """A workspace with one issue."""

    folder: Path

    @property
    def source(self) -> Path:
        """The issue's folder."""
        return self.folder / "issues" / SLUG

    @property
    def dist(self) -> Path:
        """What was made."""
        return self.folder / "dist" / SLUG

    @property
    def pdf(self) -> Path:
        """The print file."""
        return self.dist / f"{SLUG}.print.pdf"

    def issue(self) -> Issue:
        """The issue as read; its copy is what must be printed."""
        issue = manifest.load(self.folder, SLUG).value
        assert issue is not None
        return issue

    def facts(self) -> PressFile:
        """The facts of the print file."""
        return inspect(self.pdf)

    def run(self, *arguments: str, seed: str = "1") -> subprocess.CompletedProcess[str]:
        """Run the command on the workspace."""
        return subprocess.run(
            self.command(*arguments), capture_output=True, text=True, env=environment(seed), check=False
        )

    def command(self, *arguments: str) -> list[str]:
        """The command line of a run."""
        return [sys.executable, "-m", "newsletter", "-C", str(self.folder), *arguments]

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace text in one of the issue's files."""
        path = self.source / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def originals(self) -> dict[str, str]:
        """The hashes of everything that editors wrote."""
        files = (each for each in sorted((self.folder / "issues").rglob("*")) if each.is_file())
        return {str(each.relative_to(self.folder)): sha256(each) for each in files}


def environment(seed: str = "1") -> dict[str, str]:
    """An environment in which the day, the language and the order of sets are given."""
    fixed = {"NEWSLETTER_TODAY": TODAY, "NEWSLETTER_LANG": "en", "PYTHONHASHSEED": seed}
    unwanted = {"SOURCE_DATE_EPOCH", "FORCE_COLOR", "NO_COLOR"}
    return {key: value for key, value in os.environ.items() if key not in unwanted} | fixed


def sha256(path: Path) -> str:
    """Return a file's hash."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copy_of(workspace: Path, folder: Path) -> Workshop:
    """Return a copy of a workspace with its first issue: what editors wrote, nothing made."""
    for part in (f"issues/{SLUG}", "layouts"):
        if (workspace / part).is_dir():
            shutil.copytree(workspace / part, folder / part)
    for file in (workspace / "issues").glob("*.yaml"):
        shutil.copy(file, folder / "issues")
    return Workshop(folder)


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Make a folder once for all workers; who comes second waits."""
    with _locked(folder.with_suffix(".lock")):
        if not (folder / ".made").is_file():
            make(folder)
            (folder / ".made").touch()
    return folder


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    """Hold a lock: a folder that only one can make."""
    end = time.monotonic() + 300
    while True:
        try:
            lock.mkdir()
            break
        except FileExistsError:
            assert time.monotonic() < end, f"{lock} is held by a worker that is gone"
            time.sleep(0.05)
    try:
        yield
    finally:
        lock.rmdir()
