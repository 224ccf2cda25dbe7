"""A command run: its wall time; or watched, for the most memory that it and its children held at one time."""

import os
import subprocess
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

PAUSE = 0.01
"""Seconds between two looks at the memory."""
PROC = Path("/proc")
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def timed(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, int]:
    """Run a command and return its seconds and its exit code; nothing watches it."""
    start = time.perf_counter()
    code = subprocess.run(command, env=dict(environment), check=False, **QUIET).returncode
    return time.perf_counter() - start, code


def memory(command: Sequence[str], environment: Mapping[str, str]) -> float | None:
    """Run a command and return the most megabytes of resident memory; none where there is no /proc."""
    peak = 0
    with subprocess.Popen(command, env=dict(environment), **QUIET) as process:
        while process.poll() is None:
            if PROC.is_dir():
                peak = max(peak, sum(map(_resident, _family(process.pid))))
            time.sleep(PAUSE)
    return peak / 1e6 if peak else None


def _family(root: int) -> list[int]:
    """Return a process with all its descendants."""
    children = defaultdict(list)
    for folder in PROC.glob("[0-9]*"):
        children[_parent(folder)].append(int(folder.name))
    found = [root]
    for each in found:
        found.extend(children[each])
    return found


def _parent(folder: Path) -> int:
    """Return a process's parent, 0 for one that is gone; the name before it may hold anything."""
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def _resident(process: int) -> int:
    """Return a process's resident memory in bytes, 0 for one that is gone."""
    try:
        return int((PROC / str(process) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
