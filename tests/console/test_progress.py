import io
import time

from rich.console import Console

from newsletter.console import progress
from newsletter.console.progress import Bars, Plain, Silent, reporter


def consoles(terminal):
    return Console(file=io.StringIO(), force_terminal=terminal, width=80)


def test_silent_without_a_terminal():
    made = reporter(consoles(False), quiet=False, verbose=False)
    assert type(made) is Silent


def test_a_line_for_each_stage():
    console = consoles(False)
    with reporter(console, quiet=False, verbose=True) as told:
        told("read", 0, 1)
        told("read", 1, 1)
        told("make up", 0, 1)
    lines = console.file.getvalue().splitlines()
    assert [line.split(":")[0] for line in lines] == ["read", "make up"]
    assert isinstance(told, Plain)


def test_quick_work_draws_no_bars():
    console = consoles(True)
    with reporter(console, quiet=False, verbose=False) as told:
        told("read", 0, 1)
    assert isinstance(told, Bars)
    assert console.file.getvalue() == ""


def test_long_work_draws_bars_and_takes_them_away(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    console = consoles(True)
    with Bars(console) as told:
        told("typeset", 0, 3)
        time.sleep(0.3)
        told("typeset", 2, 3)
        told("press file", 0, 0)
    assert "typeset" in console.file.getvalue()


def test_quiet_wins():
    assert type(reporter(consoles(True), quiet=True, verbose=True)) is Silent
