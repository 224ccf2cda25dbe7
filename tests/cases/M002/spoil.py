"""A folder under the name of a manifest."""

from pathlib import Path


def spoil(workspace: Path) -> None:
    path = workspace / "issues/issue-001/photos.yaml"
    path.unlink()
    path.mkdir()
