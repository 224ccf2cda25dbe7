"""What keeps a package back: said all at once, and nothing is written."""

import shutil
from pathlib import Path

import pytest

from tests.checks.terminal import SLUG, Said, Spoil, concise, edit, good_workspace, newsletter


@pytest.fixture
def workspace(pressed: Path, tmp_path: Path) -> Path:
    """A copy of the workspace with its press file; no package."""
    ignored = shutil.ignore_patterns("*_*份_*")
    return Path(shutil.copytree(pressed, tmp_path / "workspace", ignore=ignored))


def _handed(workspace: Path, *options: str) -> Said:
    said = concise(workspace, "handoff", SLUG, *options)
    dist = workspace / "dist" / SLUG
    packages = [each.name for each in dist.glob("*_*")] if dist.is_dir() else []
    assert bool(packages) == (said.code == 0), said.out
    return said


def test_a_workspace_moved_elsewhere_still_has_its_press_file(workspace: Path) -> None:
    assert _handed(workspace).codes <= {"F096"}


def test_the_same_issue_elsewhere_gives_the_same_package(handed: Path, tmp_path: Path) -> None:
    elsewhere = good_workspace(tmp_path / "another" / "place")
    assert newsletter(elsewhere, "build", "--press").code == 0
    assert newsletter(elsewhere, "handoff", SLUG).code == 0
    zipped = f"{handed.name}.zip"
    assert (elsewhere / "dist" / SLUG / zipped).read_bytes() == handed.with_name(zipped).read_bytes()


def test_without_a_press_file(tmp_path: Path) -> None:
    assert _handed(good_workspace(tmp_path / "workspace")).codes == {"F090"}


def test_with_a_draft(tmp_path: Path) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    assert newsletter(workspace, "build").code == 0
    assert _handed(workspace).codes == {"F092"}


@pytest.mark.parametrize(
    ("spoil", "codes"),
    [
        (edit("issues/publication.yaml", "notice: 内部资料 免费交流", "notice: 内部资料"), {"F091", "L005"}),
        (edit(f"issues/{SLUG}/issue.yaml", ", run: 800", ""), {"F091", "L010"}),
        (edit("issues/publication.yaml", "name: 示例印务有限公司, ", ""), {"F091", "L008"}),
        (edit(f"issues/{SLUG}/issue.yaml", "number: 1", "number: [1"), {"F091", "M005"}),
    ],
    ids=["notice", "run", "printer", "unreadable"],
)
def test_an_issue_that_changed_is_held_with_its_errors(
    spoil: Spoil, codes: set[str], workspace: Path
) -> None:
    spoil(workspace)
    said = _handed(workspace)
    assert said.code == 1
    assert codes <= said.codes, said.out


def test_signatures_do_not_make_a_press_file_old(workspace: Path) -> None:
    (workspace / "issues" / SLUG / "sign_off.yaml").write_text("[]\n", "utf-8")
    assert _handed(workspace).code == 0


def test_a_sheet_that_is_too_small_says_by_how_much(workspace: Path) -> None:
    said = _handed(workspace, "--sheet", "200x200")
    assert said.codes == {"F093"}
    assert "mm too small" in said.out


@pytest.mark.parametrize(
    "options", [("--sheet", "wide"), ("--pages", "3"), ("--scheme", "wire"), ("--creep", "9")]
)
def test_what_cannot_be_asked_ends_in_a_sentence(options: tuple[str, ...], workspace: Path) -> None:
    said = newsletter(workspace, "impose", SLUG, *options)
    assert said.code == 2
    assert "Traceback" not in said.err


def test_small_proofs_of_a_draft_are_allowed(tmp_path: Path) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    assert newsletter(workspace, "build").code == 0
    assert newsletter(workspace, "impose", "--scheme", "nup").code == 0
    assert (workspace / "dist" / SLUG / f"{SLUG}.nup.pdf").is_file()
