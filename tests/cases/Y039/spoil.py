"""A photo of stripes, light and dark in turn, under a headline."""

from pathlib import Path

from PIL import Image


def spoil(workspace: Path) -> None:
    photo = workspace / "issues/issue-001/photos/field.jpg"
    with Image.open(photo) as original:
        size = original.size
    stripes = Image.new("L", size, 255)
    for top in range(0, size[1], 160):
        stripes.paste(0, (0, top, size[0], top + 80))
    stripes.save(photo, quality=90)
