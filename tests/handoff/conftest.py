"""The good issue with its press file and its package, made once."""

import shutil
from pathlib import Path

import pytest

from tests.checks.conftest import TODAY
from tests.checks.terminal import SLUG, good_workspace, newsletter

Files = dict[str, bytes]


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLETTER_TODAY", TODAY)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture(scope="session")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with its press file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLETTER_TODAY", TODAY)
        workspace = good_workspace(tmp_path_factory.mktemp("pressed") / "workspace")
        assert newsletter(workspace, "build", "--press").code == 0
    return workspace


@pytest.fixture(scope="session")
def handed(pressed: Path) -> Path:
    """The package's folder; its zip lies beside it. Not to be changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLETTER_TODAY", TODAY)
        assert newsletter(pressed, "handoff", SLUG).code == 0
    return next(each for each in (pressed / "dist" / SLUG).glob("*_*") if each.is_dir())


@pytest.fixture
def package(handed: Path, tmp_path: Path) -> Path:
    """A copy of the package, folder and zip, to be changed."""
    shutil.copy(handed.with_name(f"{handed.name}.zip"), tmp_path)
    return Path(shutil.copytree(handed, tmp_path / handed.name))
