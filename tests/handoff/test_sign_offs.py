"""The sign-offs of the press sheet stand in the order of the trade, whenever they were given."""

from dataclasses import dataclass
from typing import cast

import pytest

from newsletter.handoff.job import PrintJob
from newsletter.handoff.press_sheet import _sign_offs
from newsletter.stage import Stage


@dataclass(frozen=True, slots=True)
class _Told:
    stage: str
    by: str
    time: str = "2026-06-20T09:00:00+08:00"
    holds: bool = True
    end: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class _Job:
    signed: tuple[_Told, ...]


@pytest.mark.parametrize("given", ["付印 一校 初审", "初审 一校 付印", "一校 付印 初审"])
def test_stages_stand_in_their_order(given: str) -> None:
    job = cast(PrintJob, _Job(tuple(_Told(each, "周岚") for each in given.split())))
    stages = [row[0] for row in _sign_offs(job)][:-1]
    assert stages == [each for each in Stage if each in given]
