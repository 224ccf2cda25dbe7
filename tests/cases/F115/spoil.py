from pathlib import Path


def spoil(workspace: Path) -> None:
    """Another press file lies beside the right one."""
    folder = next(each for each in (workspace / "dist/issue-001").glob("*_*") if each.is_dir())
    (folder / "final-2.pdf").write_bytes(b"%PDF-1.6")
    (folder / "Thumbs.db").write_bytes(b"")
