"""The wheel, installed into an empty environment, makes a paper: layouts, faces, profiles, sample inside."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _run(*command, cwd=ROOT, **variables):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    result = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env={**environment, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The bin folder of an empty environment with the built wheel in it."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT)
    venv.create(folder / "empty", with_pip=True)
    commands = folder / "empty" / "bin"
    (wheel,) = folder.glob("*.whl")
    _run(commands / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel)
    return commands


def test_an_issue_is_begun_and_built_from_the_wheel_alone(installed, tmp_path):
    _run(installed / "newsletter", "init", "demo", cwd=tmp_path)
    said = _run(
        installed / "newsletter", "--lang", "zh", "build", "--press", "--strict", cwd=tmp_path / "demo"
    )
    made = tmp_path / "demo" / "dist" / "issue-001"
    assert (made / "issue-001.print.pdf").read_bytes().startswith(b"%PDF-1.6")
    assert (made / "report.html").is_file() and (made / "dummy.json").is_file()
    assert "error" not in said
