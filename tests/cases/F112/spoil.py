from pathlib import Path


def spoil(workspace: Path) -> None:
    """A folder with a press file alone."""
    (workspace / "bad").mkdir()
    (workspace / "bad/issue-001.print.pdf").write_bytes(b"%PDF-1.6")
