from pathlib import Path


def spoil(workspace: Path) -> None:
    """The folder was given a name that somebody found handier."""
    folder = next(each for each in (workspace / "dist/issue-001").glob("*_*") if each.is_dir())
    folder.rename(workspace / "bad")
