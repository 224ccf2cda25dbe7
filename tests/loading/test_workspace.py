"""Finding a workspace and an issue in it."""

from pathlib import Path

import pytest

from newsletter.diagnostics import MachineFault
from newsletter.workspace import find_workspace, issue_names, newest_issue, resolve_issue


@pytest.fixture
def many(workspace: Path) -> Path:
    for name in ("issue-002", "issue-010", "special"):
        folder = workspace / "issues" / name
        folder.mkdir()
        (folder / "issue.yaml").write_text("number: 1\n", encoding="utf-8")
    return workspace


def test_found_from_below(workspace: Path) -> None:
    assert find_workspace(workspace / "issues" / "issue-001" / "photos") == workspace.resolve()


def test_not_found(tmp_path: Path) -> None:
    with pytest.raises(MachineFault) as raised:
        find_workspace(tmp_path)
    assert raised.value.exit_code == 3


def test_names_in_order_of_number(many: Path) -> None:
    assert issue_names(many)[:3] == ("issue-001", "issue-002", "issue-010")


@pytest.mark.parametrize("wanted", ["issue-002", "002", "2", "issues/issue-002", "issues/issue-002/"])
def test_resolved(many: Path, wanted: str) -> None:
    assert resolve_issue(many, wanted) == "issue-002"


def test_the_newest_when_none_is_named(workspace: Path) -> None:
    assert resolve_issue(workspace, None) == newest_issue(workspace) == "issue-001"


def test_did_you_mean(many: Path) -> None:
    with pytest.raises(MachineFault) as raised:
        resolve_issue(many, "isue-010")
    assert "issue-010" in raised.value.hint


def test_no_issue(tmp_path: Path) -> None:
    with pytest.raises(MachineFault):
        newest_issue(tmp_path)


@pytest.mark.parametrize("wanted", [None, "issue-001"])
def test_an_issue_that_lost_its_sheet_is_told_so(workspace: Path, wanted: str | None) -> None:
    for sheet in (workspace / "issues").glob("*/issue.yaml"):
        sheet.unlink()
    with pytest.raises(MachineFault, match="issue-001 has no issue"):
        resolve_issue(workspace, wanted)
