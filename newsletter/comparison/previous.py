"""The build before the last: its print file and content, kept until another build makes other pages."""

import os
import shutil
from pathlib import Path

from newsletter.comparison.content import KEPT
from newsletter.release import sha256_of

FOLDER = ".previous"


def put_by(print_file: Path, coming: str) -> None:
    """Keep the print file and its content before another takes their place.

    Nothing is put by where there is none, or where the file that is ``coming``, by its SHA-256, is the same.
    """
    content = print_file.parent / KEPT
    if not print_file.is_file() or not content.is_file() or sha256_of(print_file) == coming:
        return
    folder = print_file.parent / FOLDER
    folder.mkdir(exist_ok=True)
    for file in (print_file, content):
        _beside(file, folder / file.name)


def _beside(file: Path, target: Path) -> None:
    """Give a file a second name; where the disk has no such names, a copy."""
    draft = target.with_name(f".{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        os.link(file, draft)
    except OSError:
        shutil.copyfile(file, draft)
    draft.replace(target)
