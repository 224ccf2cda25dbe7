"""Builds that are kept for comparing: the one before the last, the last for press, those that were signed.

They are kept under second names of the same files, which cost no room; a package or a draft that takes
their place in dist does not touch them.
"""

import json
import os
import shutil
from pathlib import Path

from newsletter.comparison.content import KEPT
from newsletter.release import RECORD, as_recorded, print_name, sha256_of

PREVIOUS, PRESSED, SIGNED = ".previous", ".pressed", ".signed"
DUMMY = "dummy.json"


def put_by(print_file: Path, coming: str) -> None:
    """Keep the last build before another takes its place; one for press is kept until the next for press.

    Nothing is put by where there is none, or where the file that is ``coming``, by its SHA-256, is the same.
    """
    dist = print_file.parent
    whole = print_file.is_file() and (dist / KEPT).is_file()
    if not whole or sha256_of(print_file) == coming:
        return
    keep_build(dist, print_file.name, dist / PREVIOUS)
    if for_press(dist, print_file.name):
        keep_build(dist, print_file.name, dist / PRESSED)


def keep_signed(dist: Path, slug: str, signature: str) -> None:
    """Keep the build as it is signed, under the signature's hash."""
    keep_build(dist, print_name(slug), signed_folder(dist, signature))


def signed_folder(dist: Path, signature: str) -> Path:
    """Return where the build is kept that was signed."""
    return dist / SIGNED / signature[:16]


def keep_build(dist: Path, name: str, folder: Path) -> None:
    """Keep a build's print file, dummy, content and record in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in (dist / each for each in (name, DUMMY, KEPT, RECORD)):
        if file.is_file():
            _beside(file, folder / file.name)
        else:
            (folder / file.name).unlink(missing_ok=True)


def for_press(folder: Path, name: str) -> bool:
    """Return whether the print file in a folder is, by the record, one for press."""
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(record, dict) and record.get("press") is True and as_recorded(folder / name)


def _beside(file: Path, target: Path) -> None:
    """Give a file a second name; where the disk has no such names, a copy."""
    draft = target.with_name(f".{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        os.link(file, draft)
    except OSError:
        shutil.copyfile(file, draft)
    draft.replace(target)
