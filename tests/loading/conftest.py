"""A copy of the good workspace that a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = Path(__file__).parents[1] / "good"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "workspace")
    return tmp_path / "workspace"


@pytest.fixture
def edit(workspace: Path) -> Callable[..., None]:
    """Replaces text in one of the issue's files."""

    def change(file: str, old: str, new: str) -> None:
        path = workspace / "issues" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change
