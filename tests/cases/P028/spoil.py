"""Two photos abreast, one of them a tall strip."""

from pathlib import Path

from PIL import Image

PHOTO = """- id: strip
  file: photos/strip.jpg
  caption: 走廊尽头的一束光
  credit: 叶一鸣
  keep: whole
"""


def spoil(workspace: Path) -> None:
    folder = workspace / "issues/issue-001"
    with Image.open(folder / "photos/field.jpg") as photo:
        photo.resize((600, 6000)).save(folder / "photos/strip.jpg")
    with (folder / "photos.yaml").open("a", encoding="utf-8") as photos:
        photos.write(PHOTO)
    stories = (folder / "articles.yaml").read_text("utf-8")
    (folder / "articles.yaml").write_text(stories.replace("[field]", "[field, strip]"), "utf-8")
