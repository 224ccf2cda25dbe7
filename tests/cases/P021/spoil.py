"""A photo made smaller for the web."""

from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    path = workspace / "issues/issue-001/photos/lamp.jpg"
    with Image.open(path) as photo:
        photo.resize((850, round(850 * photo.height / photo.width))).save(path)
