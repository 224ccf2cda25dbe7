"""The only story of the second page is gone."""

from pathlib import Path


def spoil(workspace: Path) -> None:
    (workspace / "issues/issue-001/articles/library.md").unlink()
