"""Two megabytes under the name of a story."""

from pathlib import Path


def spoil(workspace: Path) -> None:
    (workspace / "issues/issue-001/articles/library.md").write_text("字" * 700_000, encoding="utf-8")
