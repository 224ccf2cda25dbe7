from pathlib import Path


def spoil(workspace: Path) -> None:
    """One digit of the permit record is another one; the zip beside it is as it was."""
    folder = next(each for each in (workspace / "dist/issue-001").glob("*_*") if each.is_dir())
    record = folder / "permit.json"
    record.write_bytes(record.read_bytes().replace(b"permit", b"Permit", 1))
