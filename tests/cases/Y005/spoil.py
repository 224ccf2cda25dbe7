"""A photo upright enough to reach the foot of its page, under a caption of 40 points' leading."""

from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    Image.new("L", (1200, 1800), 128).save(workspace / "issues/issue-001/photos/lamp.jpg")
