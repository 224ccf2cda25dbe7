import shutil
from pathlib import Path


def spoil(workspace: Path) -> None:
    before = workspace / "issues/issue-000"
    (before / "photos").mkdir(parents=True)
    (before / "issue.yaml").write_text("number: 12\ndate: 2025-12-30\nlayout: leaflet\n", "utf-8")
    shutil.copy(workspace / "issues/issue-001/photos/lamp.jpg", before / "photos/light.jpg")
    (before / "photos/notes.txt").write_text("no picture", "utf-8")
