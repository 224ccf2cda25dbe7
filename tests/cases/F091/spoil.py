from pathlib import Path


def spoil(workspace: Path) -> None:
    """A story was changed after the build."""
    copy = workspace / "issues/issue-001/articles/library.md"
    copy.write_text(copy.read_text("utf-8") + "\n另行通知。\n", "utf-8")
