"""Paths that a manifest names: files inside the issue's folder and nothing else."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from newsletter.diagnostics import Diagnostic, Span
from newsletter.manifest import faults
from newsletter.manifest.keys import nearest

ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]+:)(?!\\)|//|www\.", re.IGNORECASE)
ELSEWHERE = re.compile(r"[/\\~]|[A-Za-z]:[\\/]")


@dataclass(frozen=True, slots=True)
class Inside:
    """A path inside the issue's folder, or why it is none."""

    path: Path | None
    reports: tuple[Diagnostic, ...] = ()


def inside(folder: Path, written: str, at: Span) -> Inside:
    """Return the path that a manifest names, if it stays inside the folder."""
    if ADDRESS.match(written):
        return Inside(None, (faults.remote_address(at, written),))
    if ELSEWHERE.match(written) or ".." in re.split(r"[/\\]", written) or not written.isprintable():
        return Inside(None, (faults.path_outside(at, written),))
    try:
        real, root = (folder / written).resolve(), folder.resolve()
    except (OSError, RuntimeError):
        return Inside(None, (faults.path_outside(at, written),))
    return Inside(real) if real.is_relative_to(root) else Inside(None, (faults.path_outside(at, written),))


def spelled(folder: Path, written: str) -> str:
    """Return a path as the disk spells it: a Mac writes é as two characters, a keyboard as one."""
    if (folder / written).exists():
        return written
    found = folder
    for part in Path(written).parts:
        wanted = unicodedata.normalize("NFC", part)
        inside = sorted(found.iterdir()) if found.is_dir() else []
        found = next(
            (each for each in inside if unicodedata.normalize("NFC", each.name) == wanted), found / part
        )
    return found.relative_to(folder).as_posix() if found.exists() else written


def as_on_disk(folder: Path, written: str, at: Span) -> tuple[str, Inside]:
    """Return a path as the disk spells it, if that names a file; and whether it stays inside the folder."""
    found = inside(folder, written, at)
    if found.path is None or found.path.is_file():
        return written, found
    written = spelled(folder, written)
    return written, inside(folder, written, at)


def nearest_file(folder: Path, written: str) -> str:
    """Return the file of the folder that a path most likely means, or nothing."""
    written = re.sub(r"[\\/]+", "/", written)
    if (folder / written).is_file():
        return written
    parent = (folder / written).parent
    if not parent.is_dir():
        parent = folder
    names = tuple(each.relative_to(folder).as_posix() for each in sorted(parent.iterdir()) if each.is_file())
    return nearest(written, names, cutoff=0.88)
