from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    field = workspace / "issues/issue-001/photos/field.jpg"
    with Image.open(field) as whole:
        whole.crop((0, 0, whole.width, whole.height * 55 // 100)).save(field, quality=90)
