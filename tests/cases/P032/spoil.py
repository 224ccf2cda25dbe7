from pathlib import Path
import shutil


def spoil(workspace: Path) -> None:
    photos = workspace / "issues/issue-001/photos"
    shutil.copy(photos / "lamp.jpg", photos / "lamp-copy.jpg")
