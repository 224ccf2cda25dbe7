"""A scan of 225 million pixels."""

from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    Image.new("1", (15_000, 15_000)).save(workspace / "issues/issue-001/photos/scan.png")
