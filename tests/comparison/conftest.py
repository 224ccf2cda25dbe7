import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsletter.cli.app import application

GOOD = Path(__file__).parents[1] / "good"
SLUG = "issue-001"


@pytest.fixture
def paper(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSLETTER_TODAY", "2026-06-30")
    return Path(shutil.copytree(GOOD, tmp_path / "paper", ignore=shutil.ignore_patterns("dist")))


@pytest.fixture
def change(paper):
    """Change words in one of the issue's files."""

    def changed(name, old, new):
        path = paper / "issues" / SLUG / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return changed


@pytest.fixture
def run(paper):
    def carried_out(*arguments):
        command = ["-C", str(paper), *map(str, arguments), "--lang", "en"]
        return CliRunner().invoke(application(), command)

    return carried_out
