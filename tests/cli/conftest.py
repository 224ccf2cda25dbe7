import pytest
from typer.testing import CliRunner

from newsletter import starter
from newsletter.cli.app import application


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch):
    """A day that does not move, a terminal that wants nothing."""
    for name in ("NO_COLOR", "FORCE_COLOR", "NEWSLETTER_LANG", "LC_ALL", "SOURCE_DATE_EPOCH", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEWSLETTER_TODAY", "2026-01-20")


@pytest.fixture
def workspace(tmp_path):
    starter.init(tmp_path / "paper", bare=True)
    return tmp_path / "paper"


@pytest.fixture
def run():
    """Carry out a command line and return its result."""
    app = application()

    def carried_out(*arguments):
        return CliRunner().invoke(app, [str(each) for each in arguments])

    return carried_out
