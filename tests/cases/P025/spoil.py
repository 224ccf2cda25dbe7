"""A story with twenty photos."""

from pathlib import Path

PHOTO = """- id: field-{number}
  file: photos/field.jpg
  caption: 新生在田径场列队
  credit: 叶一鸣
"""


def spoil(workspace: Path) -> None:
    folder = workspace / "issues/issue-001"
    numbers = range(1, 20)
    with (folder / "photos.yaml").open("a", encoding="utf-8") as photos:
        photos.writelines(PHOTO.format(number=number) for number in numbers)
    stories = (folder / "articles.yaml").read_text("utf-8")
    named = ", ".join(f"field-{number}" for number in numbers)
    (folder / "articles.yaml").write_text(stories.replace("[field]", f"[field, {named}]"), "utf-8")
