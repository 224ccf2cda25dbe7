"""Programs of the machine that are called: git and ssh-keygen. The only door to them."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

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
