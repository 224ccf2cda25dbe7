"""Files as strangers' machines leave them; each test is named after what went wrong before."""

import datetime
import shutil
import unicodedata
from pathlib import Path

import pytest

from newsletter import manifest
from newsletter.checking import check
from newsletter.commission import Order

TODAY = datetime.date(2026, 1, 20)
GOOD = Path(__file__).parents[1] / "good"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "paper"))


def _codes(workspace: Path) -> set[str]:
    outcome = check(Order(workspace, "issue-001", TODAY))
    return {each.rule.code for each in outcome.diagnostics}


def _renamed(folder: Path, manifest_name: str, old: str, new: str) -> None:
    """Write a name into a manifest as a keyboard does, and on the disk as a Mac does."""
    text = (folder / manifest_name).read_text("utf-8")
    (folder / manifest_name).write_text(text.replace(old, new), "utf-8")
    (folder / old).rename(folder / unicodedata.normalize("NFD", new))


def test_a_name_that_a_mac_spells_in_two_characters_is_the_same_file(workspace: Path) -> None:
    issue = workspace / "issues" / "issue-001"
    photo = next(iter(sorted((issue / "photos").iterdir()))).name
    _renamed(issue, "photos.yaml", f"photos/{photo}", "photos/café.jpg")
    _renamed(issue, "articles.yaml", "articles/contest.md", "articles/Müller.md")
    assert not _codes(workspace) & {"P001", "M042", "M044"}
    loaded = manifest.load(workspace, "issue-001").value
    assert loaded is not None
    assert all((loaded.folder / each.file).is_file() for each in loaded.photos)


@pytest.mark.parametrize("name", ["._contest.md", "~$contest.md", ".hidden.md"])
def test_what_a_mac_or_word_leaves_behind_is_no_stray_copy(workspace: Path, name: str) -> None:
    (workspace / "issues" / "issue-001" / "articles" / name).write_bytes(b"\0\5\x16\7")
    assert "M044" not in _codes(workspace)


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [(b"PK\x03\x04", ".docx"), (b"\xd0\xcf\x11\xe0", ".doc"), (b"\xff\xd8\xff\xe0", "JPEG")],
)
def test_a_word_file_called_md_is_called_a_word_file(workspace: Path, beginning: bytes, kind: str) -> None:
    file = workspace / "issues" / "issue-001" / "articles" / "contest.md"
    file.write_bytes(beginning + b"\0\x14\xff" * 90)
    found = check(Order(workspace, "issue-001", TODAY)).diagnostics
    (told,) = [each for each in found if each.rule.code == "M003"]
    assert kind in told.message
    assert ("In Word" in told.hint) == (kind != "JPEG")


def test_every_story_and_photo_that_is_gone_has_a_way_out(workspace: Path) -> None:
    issue = workspace / "issues" / "issue-001"
    (issue / "articles" / "contest.md").unlink()
    (issue / "photos" / "lamp.jpg").unlink()
    text = (issue / "articles.yaml").read_text("utf-8")
    (issue / "articles.yaml").write_text(text.replace("- id: library", "- id: zzz", 1), "utf-8")
    found = check(Order(workspace, "issue-001", TODAY)).diagnostics
    hints = {each.rule.code: each.hint for each in found}
    assert hints["M042"] and hints["P001"] and hints["M031"]


def test_a_path_with_backslashes_is_answered_with_the_right_one(workspace: Path) -> None:
    issue = workspace / "issues" / "issue-001"
    text = (issue / "articles.yaml").read_text("utf-8")
    (issue / "articles.yaml").write_text(text.replace("articles/contest.md", "articles\\contest.md"), "utf-8")
    found = check(Order(workspace, "issue-001", TODAY)).diagnostics
    assert any("“articles/contest.md”" in each.hint for each in found if each.rule.code == "M042")


def test_a_folder_for_a_photo_is_one_finding(workspace: Path) -> None:
    issue = workspace / "issues" / "issue-001"
    text = (issue / "photos.yaml").read_text("utf-8")
    photo = next(iter(sorted((issue / "photos").iterdir()))).name
    (issue / "photos.yaml").write_text(text.replace(f"photos/{photo}", "photos"), "utf-8")
    codes = [each.rule.code for each in check(Order(workspace, "issue-001", TODAY)).diagnostics]
    assert "P001" in codes
    assert "P002" not in codes
