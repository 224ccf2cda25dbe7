from pathlib import Path


def spoil(workspace: Path) -> None:
    """The ticket was not copied."""
    folder = next(each for each in (workspace / "dist/issue-001").glob("*_*") if each.is_dir())
    (folder / "job.xjdf").unlink()
