from pathlib import Path

from PIL import Image, ImageEnhance


def spoil(workspace: Path) -> None:
    photos = workspace / "issues/issue-001/photos"
    with Image.open(photos / "lamp.jpg") as whole:
        half = whole.resize((whole.width * 4 // 5, whole.height * 4 // 5))
        ImageEnhance.Brightness(half).enhance(1.1).save(photos / "lamp-copy.jpg", quality=80)
