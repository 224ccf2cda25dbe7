"""A photo cut short in its middle: the header is sound, half of the picture is gone."""

from pathlib import Path


def spoil(workspace: Path) -> None:
    path = workspace / "issues/issue-001/photos/lamp.jpg"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
