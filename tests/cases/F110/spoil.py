from pathlib import Path


def spoil(workspace: Path) -> None:
    """The download broke off."""
    zipped = next((workspace / "dist/issue-001").glob("*.zip")).read_bytes()
    (workspace / "bad.zip").write_bytes(zipped[: len(zipped) // 2])
