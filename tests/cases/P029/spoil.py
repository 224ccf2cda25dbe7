"""A photo that is a strip and is to keep a shape, so that nobody warns of its crop."""

from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    path = workspace / "issues/issue-001/photos/lamp.jpg"
    with Image.open(path) as photo:
        photo.resize((9000, 900)).save(path)
