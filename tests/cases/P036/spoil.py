from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    lamp = workspace / "issues/issue-001/photos/lamp.jpg"
    with Image.open(lamp) as picture:
        exif = picture.getexif()
        exif[0x0112] = 3
        picture.save(lamp, exif=exif, quality=90)
