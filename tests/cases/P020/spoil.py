"""A photo that came through a chat."""

from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    path = workspace / "issues/issue-001/photos/lamp.jpg"
    with Image.open(path) as photo:
        photo.resize((500, round(500 * photo.height / photo.width))).save(path)
