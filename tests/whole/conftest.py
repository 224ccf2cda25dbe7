"""The issue built once for all tests and workers, and small workspaces to spoil."""

import json
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsletter.press import PressFile
from tests.whole.workshop import GOOD, ROOT, Workshop, copy_of, once


@dataclass(frozen=True)
class Built:
    """A workspace with its issue built for press; ``report`` is how the command ended."""

    workshop: Workshop
    report: dict[str, Any]
    facts: PressFile
    dummy: dict[str, Any]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers see."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "whole"
    folder.mkdir(exist_ok=True)
    return folder


def _build(workshop: Workshop, seed: str = "1") -> None:
    """Build for press and note how it ended and what the originals were before."""
    before, start = workshop.originals(), time.monotonic()
    run = workshop.run("build", "--press", seed=seed)
    ended = {"code": run.returncode, "out": run.stdout, "err": run.stderr}
    report = ended | {"originals": before, "seconds": time.monotonic() - start}
    (workshop.folder / "report.json").write_text(json.dumps(report), "utf-8")


def _built(folder: Path) -> Built:
    workshop = Workshop(folder)
    report = json.loads((folder / "report.json").read_text("utf-8"))
    assert workshop.pdf.is_file(), report["out"] + report["err"]
    dummy = json.loads((workshop.dist / "dummy.json").read_text("utf-8"))
    return Built(workshop, report, workshop.facts(), dummy)


@pytest.fixture(scope="session")
def press(shared: Path) -> Built:
    """The sample issue, built for press."""
    return _built(once(shared / "press", lambda folder: _build(copy_of(ROOT, folder))))


@pytest.fixture(scope="session")
def again(shared: Path) -> Workshop:
    """The sample issue in another folder, built with other hashes."""
    return Workshop(once(shared / "again", lambda folder: _build(copy_of(ROOT, folder), seed="2")))


@pytest.fixture(scope="session")
def small(shared: Path) -> Built:
    """The good issue of the tests, built for press."""
    return _built(once(shared / "small", lambda folder: _build(copy_of(GOOD, folder))))


@pytest.fixture
def spoilt(small: Built, tmp_path: Path) -> Workshop:
    """A copy of the small workspace, built, to spoil."""
    return Workshop(Path(shutil.copytree(small.workshop.folder, tmp_path / "workspace")))
