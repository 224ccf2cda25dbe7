"""A build where nothing has changed, and one that is killed half-way."""

import datetime
import os
import subprocess
import time

import pytest

from newsletter import pipeline
from newsletter.commission import Order
from newsletter.press import inspect
from newsletter.typeset import Engine
from tests.whole.conftest import Built
from tests.whole.workshop import SLUG, TODAY, Workshop, environment, sha256

MOMENTS = (0.2, 0.5, 0.8)
"""When a build is killed, as shares of the time that it takes."""


def _no_engine(engine: Engine) -> None:
    raise AssertionError("the engine was started")


def test_nothing_changed_starts_no_engine(small: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "start", _no_engine)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = sha256(small.workshop.pdf)
    today = datetime.date.fromisoformat(TODAY)
    outcome = pipeline.build(Order(small.workshop.folder, SLUG, today, press=True))
    assert outcome.unchanged
    assert sha256(small.workshop.pdf) == before


def _killed_after(workshop: Workshop, seconds: float) -> bool:
    """Start a build afresh and kill it; return whether it was still at work."""
    command = workshop.command("build", "--press", "--afresh")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment(), **quiet) as process:
        time.sleep(seconds)
        working = process.poll() is None
        process.kill()
    return working


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_build_killed_half_way_leaves_the_last_good_file(small: Built, spoilt: Workshop) -> None:
    takes, before = small.report["seconds"], sha256(spoilt.pdf)
    spoilt.edit("articles/library.md", "。", "！")
    killed = 0
    for moment in MOMENTS:
        killed += _killed_after(spoilt, takes * moment)
        assert sha256(spoilt.pdf) == before or not inspect(spoilt.pdf).faults
        assert len(inspect(spoilt.pdf).pages) == 2
    assert killed
    assert spoilt.run("build", "--press").returncode == 0
    assert sha256(spoilt.pdf) != before
    assert not list(spoilt.dist.glob("*proposed*"))
