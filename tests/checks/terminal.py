"""The real command line, in this process, on workspaces made of tests/good."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from typer.testing import CliRunner

from newsletter.cli.app import application

GOOD = Path(__file__).parents[1] / "good"
SLUG = "issue-001"
APPLICATION = application()
FINDING = re.compile(r"(?P<place>[^ ].*?): (?P<severity>error|warning|note)\[(?P<code>[A-Z]\d{3})\] .+")
PLACE = re.compile(r"(?P<file>.+):(?P<line>\d+):(?P<column>\d+)")

Spoil = Callable[[Path], object]
"""Does something to a workspace."""


@dataclass(frozen=True)
class Said:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Standard output, line by line."""
        return self.out.splitlines()

    @cached_property
    def findings(self) -> tuple[tuple[str, str, str], ...]:
        """Code, severity and place of every finding of the concise format."""
        found = filter(None, map(FINDING.fullmatch, self.lines))
        return tuple((each["code"], each["severity"], each["place"]) for each in found)

    @property
    def codes(self) -> set[str]:
        """The rules that found something."""
        return {code for code, _severity, _place in self.findings}

    def places(self, code: str) -> list[str]:
        """Where a rule found something."""
        return [place for each, _severity, place in self.findings if each == code]


def newsletter(workspace: Path, *command: str) -> Said:
    """Carry out a command on a workspace; an exception that is no exit goes on to the test."""
    arguments = ["-C", str(workspace), *command, "--lang", "en"]
    result = CliRunner().invoke(APPLICATION, arguments, catch_exceptions=False)
    return Said(result.exit_code, result.stdout, result.stderr)


def concise(workspace: Path, *command: str) -> Said:
    """Carry out a command that reports a line for each finding."""
    return newsletter(workspace, *command, "--format", "concise")


def good_workspace(folder: Path) -> Path:
    """Return a copy of the good workspace: what editors wrote, nothing made."""
    return Path(shutil.copytree(GOOD, folder, symlinks=True, ignore=shutil.ignore_patterns("dist")))


def made(workspace: Path) -> set[str]:
    """Return the names of what was made of the issue; what may be made again at any time is not counted."""
    dist = workspace / "dist"
    files = (each.relative_to(dist) for each in dist.rglob("*") if each.is_file())
    return {str(each) for each in files if each.parts[0] != ".cache"}


def edit(file: str, old: str, new: str) -> Spoil:
    """Return what replaces text in a file of the workspace, once."""

    def spoil(workspace: Path) -> None:
        path = workspace / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    return spoil


def write(file: str, content: str | bytes) -> Spoil:
    """Return what writes a file of the workspace."""
    data = content.encode() if isinstance(content, str) else content
    return lambda workspace: (workspace / file).write_bytes(data)


def all_of(*spoils: Spoil) -> Spoil:
    """Return what does one thing after the other."""
    return lambda workspace: [spoil(workspace) for spoil in spoils]
