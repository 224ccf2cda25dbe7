"""Both sample issues are made up full, and no rule of the pages has anything to say."""

import shutil
from pathlib import Path

import pytest

from tests.checks.terminal import concise

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("issue", ["issue-001", "issue-002"])
def test_a_sample_is_made_up_without_a_word(issue: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "issues", tmp_path / "issues")
    said = concise(tmp_path, "plan", issue)
    assert (said.code, said.out) == (0, "")
