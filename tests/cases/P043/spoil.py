from pathlib import Path

from PIL import Image, ImageEnhance


def spoil(workspace: Path) -> None:
    photos = workspace / "issues/issue-001/photos"
    with Image.open(photos / "lamp.jpg") as whole:
        part = whole.crop((0, 0, whole.width * 4 // 5, whole.height * 3 // 4))
        ImageEnhance.Brightness(part).enhance(1.1).save(photos / "lamp-copy.jpg", quality=80)
