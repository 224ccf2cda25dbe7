import json
from pathlib import Path


def spoil(workspace: Path) -> None:
    """A newer version of the tool knows limits that this one does not."""
    folder = next(each for each in (workspace / "dist/issue-001").glob("*_*") if each.is_dir())
    manifest = folder / "manifest.json"
    data = json.loads(manifest.read_text("utf-8"))
    data["condition"]["dot_gain"] = 26
    manifest.write_text(json.dumps(data), "utf-8")
