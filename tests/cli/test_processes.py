"""What only a process of its own shows: what is imported, how long it takes, how it is interrupted."""

import json
import os
import signal
import subprocess
import sys

import pytest

HEAVY = {"weasyprint", "pikepdf", "jinja2"}
ENVIRONMENT = {**os.environ, "NEWSLETTER_TODAY": "2026-01-20", "NEWSLETTER_LANG": "en"}


def spoken(*arguments, **named):
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False, **named)


def imported(*arguments):
    program = (
        "import sys, json\n"
        "from newsletter.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    code = end.code\n"
        "print(json.dumps([code, sorted({name.partition('.')[0] for name in sys.modules})]), file=sys.stderr)\n"
    )
    result = spoken("-c", program, *arguments)
    code, modules = json.loads(result.stderr.splitlines()[-1])
    return code, set(modules)


def test_help_imports_next_to_nothing():
    code, modules = imported("--help")
    assert code == 0
    assert not modules & {*HEAVY, "pydantic", "PIL", "numpy", "uharfbuzz", "yaml"}


def test_check_imports_no_engine(workspace):
    code, modules = imported("-C", str(workspace), "check")
    assert code == 0
    assert not modules & HEAVY


def test_as_a_module(workspace):
    result = spoken("-m", "newsletter", "-C", str(workspace), "check")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "✓ issue-001: nothing found\n"


def test_a_reader_that_goes_away_is_no_fault():
    writer = f"{sys.executable} -m newsletter rules | head -1"
    result = subprocess.run(
        ["sh", "-c", writer], capture_output=True, text=True, env=ENVIRONMENT, check=False
    )
    assert "Traceback" not in result.stderr


AT_WORK = "for _each in range(300): time.sleep(0.1)"
"""Half a minute; a signal that comes just before a sleep is heard only after it."""


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for one process")
def test_ctrl_c_leaves_with_130(workspace):
    # A suite started in the background is deaf to Ctrl-C, and so are its children: this one must hear.
    program = (
        "import signal, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from newsletter import checking\n"
        f"def slow(order, progress):\n    print('ready', flush=True)\n    {AT_WORK}\n"
        "checking.check = slow\n"
        "from newsletter.cli import main\nmain()\n"
    )
    command = [sys.executable, "-c", program, "-C", str(workspace), "check"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    ) as process:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        _out, said = process.communicate(timeout=10)
    assert process.returncode == 130
    assert said.splitlines()[1:] == ["error: Interrupted."]


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for one group")
def test_ctrl_c_at_a_terminal_leaves_the_engine_no_last_word(workspace, tmp_path):
    program = (
        "import signal, time\n"
        "from pathlib import Path\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from newsletter import checking\n"
        "from newsletter.typeset.engine import Engine\n"
        "def slow(order, progress):\n"
        f"    with Engine((), Path({str(tmp_path)!r})) as engine:\n"
        f"        engine.start()\n        print('ready', flush=True)\n        {AT_WORK}\n"
        "checking.check = slow\n"
        "from newsletter.cli import main\nmain()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, "-C", str(workspace), "check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
        start_new_session=True,
    ) as process:
        assert process.stdout.readline() == "ready\n"
        os.killpg(process.pid, signal.SIGINT)
        _out, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.splitlines()[1:] == ["error: Interrupted."]


@pytest.mark.skipif(os.name == "nt", reason="no times of children")
def test_help_is_quick():
    """Measured in the processor's time: a loaded machine is no fault of ours."""
    before = os.times()
    spoken("-m", "newsletter", "--help")
    after = os.times()
    spent = after.children_user - before.children_user + after.children_system - before.children_system
    assert spent < 0.8
