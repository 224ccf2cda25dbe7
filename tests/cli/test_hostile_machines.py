"""Machines that refuse: full disks, small character sets, two runs at once, folders of others."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsletter import release, starter
from newsletter.bench import Bench
from newsletter.commission import Order, unheard
from newsletter.turns import WAITING, in_turn
from tests.cli.test_processes import ENVIRONMENT, spoken


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_a_sentence(workspace):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "newsletter", "-C", str(workspace), "check"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    assert ended.returncode == 3
    assert ended.stderr.splitlines()[-2:] == [
        "error: Nothing can be written: the disk is full.",
        "  hint: Make room on it.",
    ]


REFUSALS = [
    errno.EACCES,
    errno.EROFS,
    errno.EIO,
    errno.ENAMETOOLONG,
    errno.EEXIST,
    errno.ENOTDIR,
    errno.EISDIR,
]


@pytest.mark.parametrize("number", REFUSALS)
def test_what_the_machine_refuses_is_a_sentence(run, workspace, monkeypatch, number):
    def refused(*_given, **_named):
        raise OSError(number, os.strerror(number), "there")

    monkeypatch.setattr("newsletter.checking.check", refused)
    result = run("-C", workspace, "check")
    assert result.exit_code == 3
    assert "there cannot be read or written" in result.stderr


def test_a_fault_of_ours_is_no_fault_of_the_machine(run, workspace, monkeypatch):
    def lost(*_given, **_named):
        raise FileNotFoundError(errno.ENOENT, "gone", "there")

    monkeypatch.setattr("newsletter.checking.check", lost)
    assert isinstance(run("-C", workspace, "check").exception, FileNotFoundError)


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_a_terminal_of_few_characters_crashes_nothing(workspace, encoding):
    """Bug: ✓ is no part of GBK, nor any Chinese of ASCII; the whole run ended in a traceback."""
    program = "from newsletter.cli import main; main()"
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", program, "--lang", "zh", "-C", str(workspace), "check"]
    ended = subprocess.run(command, capture_output=True, env=environment)
    assert ended.returncode == 0, ended.stderr
    assert b"issue-001" in ended.stdout


@pytest.mark.parametrize("name", ["layouts", "fonts", "doctor", "rules"])
def test_every_list_is_written_for_machines_too(name):
    assert (
        spoken("-m", "newsletter", name, "--format", "json").stdout
        == spoken("-m", "newsletter", name, "--json").stdout
    )


@pytest.mark.skipif(os.name == "nt", reason="no umask")
def test_files_are_for_whom_the_umask_lets(tmp_path):
    before = os.umask(0o027)
    try:
        release.write(tmp_path / "new", b"1")
        (tmp_path / "old").write_bytes(b"0")
        (tmp_path / "old").chmod(0o600)
        release.write(tmp_path / "old", b"1")
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("new", "old")] == [0o640, 0o600]


def test_half_a_workspace_is_taken_away(tmp_path, monkeypatch):
    """Bug: a disk that filled up left a workspace that could neither be used nor made again."""

    def full(*_given):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("newsletter.starter.workspace.shutil.copy", full)
    with pytest.raises(OSError, match="full"):
        starter.init(tmp_path / "paper")
    assert not (tmp_path / "paper").exists()


def test_two_runs_of_one_issue_take_turns(workspace):
    """Bug: two builds at once took each other's file away."""
    pytest.importorskip("fcntl")
    heard, order = [], Order(workspace, "issue-001", None)
    waits, entered = threading.Event(), threading.Event()

    def listen(stage, _done, _total):
        heard.append(stage)
        waits.set()

    def second():
        with in_turn(Bench(order, listen)):
            entered.set()

    thread = threading.Thread(target=second)
    with in_turn(Bench(order, unheard)):
        thread.start()
        assert waits.wait(20)
        assert not entered.is_set()
    thread.join(20)
    assert entered.is_set()
    assert set(heard) == {WAITING}
