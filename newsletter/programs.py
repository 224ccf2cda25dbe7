"""Programs of the machine that are called: git and ssh-keygen. The only door to them."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType

PATIENCE = 60
"""Seconds; a key on a token waits for a finger."""


def output(command: Sequence[str], given: bytes = b"") -> bytes | None:
    """Return what a program writes, none where it fails or is not there."""
    try:
        ran = run(command, given)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return ran.stdout if ran.returncode == 0 else None


def run(
    command: Sequence[str],
    given: bytes = b"",
    *,
    folder: Path | None = None,
    seconds: float | None = PATIENCE,
) -> subprocess.CompletedProcess[bytes]:
    """Run a program without a shell, in a folder where one is named.

    Raises OSError where it is not there, TimeoutExpired where it does not end in ``seconds``.
    """
    return subprocess.run(command, input=given, cwd=folder, capture_output=True, timeout=seconds, check=False)


@dataclass(frozen=True)
class Started:
    """A program at work beside us, none where it is not there; it is ended with the ``with`` block."""

    process: subprocess.Popen[bytes] | None

    @classmethod
    def of(cls, command: Sequence[str]) -> "Started":
        """Start a program that is given nothing to read."""
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        try:
            return cls(subprocess.Popen(command, stdin=nothing, stdout=pipe, stderr=nothing))
        except OSError:
            return cls(None)

    @cached_property
    def output(self) -> bytes | None:
        """What it writes, none where it fails, is not there or does not end in time."""
        if self.process is None:
            return None
        try:
            written, _nothing = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return None
        return written if self.process.returncode == 0 else None

    def __enter__(self) -> "Started":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            self.process.communicate()
