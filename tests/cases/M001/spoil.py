"""The list of stories is gone."""

from pathlib import Path


def spoil(workspace: Path) -> None:
    (workspace / "issues/issue-001/articles.yaml").unlink()
