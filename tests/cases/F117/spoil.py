from pathlib import Path


def spoil(workspace: Path) -> None:
    """A newer version of the tool calls the printing condition otherwise."""
    folder = next(each for each in (workspace / "dist/issue-001").glob("*_*") if each.is_dir())
    manifest = folder / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"condition": {', b'"Condition": {', 1))
