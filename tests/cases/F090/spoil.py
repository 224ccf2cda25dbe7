from pathlib import Path


def spoil(workspace: Path) -> None:
    """The press file was never built."""
    (workspace / "dist/issue-001/issue-001.print.pdf").unlink()
