"""A link leads out of the folder."""

from pathlib import Path


def spoil(workspace: Path) -> None:
    path = workspace / "issues/issue-001/photos/field.jpg"
    path.rename(workspace / "field.jpg")
    path.symlink_to("../../../field.jpg")
