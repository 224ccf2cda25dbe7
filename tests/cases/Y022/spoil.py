"""Thirteen more photos of the same field."""

import shutil
from pathlib import Path


def spoil(workspace: Path) -> None:
    photos = workspace / "issues/issue-001/photos"
    for number in range(2, 15):
        shutil.copy(photos / "field.jpg", photos / f"field-{number}.jpg")
