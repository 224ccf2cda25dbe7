import json
from pathlib import Path


def spoil(workspace: Path) -> None:
    """The print file is a draft."""
    record = workspace / "dist/issue-001/.build.json"
    data = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({**data, "press": False}), "utf-8")
