from pathlib import Path


def spoil(workspace: Path) -> None:
    """The package has the name of another one."""
    folder = next(each for each in (workspace / "dist/issue-001").glob("*_*") if each.is_dir())
    folder.rename(workspace / "bad_00000000")
