from pathlib import Path


def spoil(workspace: Path) -> None:
    """Somebody has opened the press file and saved it."""
    file = workspace / "dist/issue-001/issue-001.print.pdf"
    file.write_bytes(file.read_bytes() + b"\n% saved again\n")
