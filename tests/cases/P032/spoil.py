import shutil
from pathlib import Path


def spoil(workspace: Path) -> None:
    photos = workspace / "issues/issue-001/photos"
    shutil.copy(photos / "lamp.jpg", photos / "lamp-copy.jpg")
