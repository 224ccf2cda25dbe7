"""A photo that is a strip, and may be cropped."""

from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    path = workspace / "issues/issue-001/photos/field.jpg"
    with Image.open(path) as photo:
        photo.resize((4000, 400)).save(path)
