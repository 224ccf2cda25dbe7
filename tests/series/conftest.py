import shutil
from pathlib import Path

import pytest

GOOD = Path(__file__).parents[1] / "good"


@pytest.fixture
def paper(tmp_path):
    """A workspace of its own, to write issues into."""
    return Path(shutil.copytree(GOOD, tmp_path / "paper", ignore=shutil.ignore_patterns("dist")))


@pytest.fixture
def add(paper):
    """Write another issue with one story."""

    def written(slug, sheet, byline="周岚", text="一二三四五。"):
        folder = paper / "issues" / slug
        (folder / "articles").mkdir(parents=True)
        (folder / "issue.yaml").write_text(sheet, "utf-8")
        story = f"- id: one\n  file: articles/one.md\n  headline: 题\n  byline: {byline}\n"
        (folder / "articles.yaml").write_text(story, "utf-8")
        (folder / "articles" / "one.md").write_text(text, "utf-8")

    return written
