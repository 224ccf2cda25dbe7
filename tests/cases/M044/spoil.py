"""A story that nobody entered."""

from pathlib import Path


def spoil(workspace: Path) -> None:
    (workspace / "issues/issue-001/articles/forgotten.md").write_text("正文。\n", encoding="utf-8")
