"""A package written: a folder, and the same files as a zip whose bytes depend on them alone."""

import datetime
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from newsletter.handoff.sealing import PRESS_SHEET
from newsletter.release import Artifact, write

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\s]+')
_EARLIEST = datetime.date(1980, 1, 1)
_LONGEST_NAME = 40


def name_of(title: str, number: int | None, size: str, run: int, code: str) -> str:
    """Return a package's name: title, issue, size, run, the code of its content; fit for any disk."""
    parts = (title[:_LONGEST_NAME], f"第{number or 0}期", f"{size}mm", f"{run}份", code)
    return "_".join(_UNSAFE.sub("-", part).strip("-.") for part in parts)


def zipped(name: str, files: Mapping[str, bytes], day: datetime.date) -> bytes:
    """Return the files in one folder as a zip, stored as they are: PDFs do not get smaller."""
    target = io.BytesIO()
    moment = max(day, _EARLIEST)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(files):
            entry = zipfile.ZipInfo(f"{name}/{file}", (moment.year, moment.month, moment.day, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, files[file])
    return target.getvalue()


def write_package(
    folder: Path, name: str, files: Mapping[str, bytes], day: datetime.date
) -> tuple[Artifact, ...]:
    """Write a package's folder and its zip; return the press sheet and the zip, which go out of the house."""
    inside = folder / name
    for stale in inside.glob("*") if inside.is_dir() else ():
        if stale.is_file() and stale.name not in files:
            stale.unlink()
    made = {file: write(inside / file, files[file]) for file in sorted(files)}
    return made[PRESS_SHEET], write(folder / f"{name}.zip", zipped(name, files, day))
