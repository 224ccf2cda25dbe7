"""What light commands may load: they answer at once only while little is imported."""

import json
import os
import subprocess
import sys

import pytest

from tests.checks.terminal import GOOD

MOST = {"check": 142, "rules": 30, "explain": 28, "--help": 50}
"""Modules of ours but for desks, which are all opened; each costs about a fifth of a millisecond.

Raise it for what a command really needs."""
FOREIGN = (
    "numpy",
    "PIL",
    "pikepdf",
    "pypdfium2",
    "uharfbuzz",
    "fontTools",
    "jinja2",
    "weasyprint",
    "pypinyin",
)
NOT_FOR_CHECK = (
    "newsletter.layout",
    "newsletter.dummy",
    "newsletter.fonts",
    "newsletter.makeup",
    "newsletter.press",
    "newsletter.register",
    "newsletter.report.finished",
    "newsletter.series.year",
    "newsletter.signing.giving",
    "newsletter.signing.gate",
    "newsletter.photos.converting",
    "concurrent.futures",
    "rich.table",
    "tomllib",
)
PROGRAM = """
import json, sys
from newsletter.cli import main
try:
    main()
except SystemExit as end:
    code = end.code
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded(*arguments):
    command = [sys.executable, "-c", PROGRAM, "-C", str(GOOD), *arguments]
    environment = {**os.environ, "NEWSLETTER_TODAY": "2026-01-20", "NEWSLETTER_LANG": "en"}
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    code, modules = json.loads(ran.stderr.splitlines()[-1])
    assert code == 0, ran.stderr
    return modules


@pytest.mark.parametrize("arguments", [("check",), ("rules",), ("explain", "F001"), ("--help",)])
def test_light_commands_load_little(arguments):
    modules = loaded(*arguments)
    assert not [each for each in modules if each.startswith(FOREIGN)]
    ours = [each for each in modules if each.startswith("newsletter") and ".checks." not in each]
    assert len(ours) <= MOST[arguments[0]], ours


def test_check_loads_nothing_of_what_comes_after_it():
    assert not {*NOT_FOR_CHECK} & {*loaded("check")}


def test_a_run_imports_the_module_of_its_command_alone():
    modules = {*loaded("explain", "L001")}
    assert "newsletter.cli.reference" in modules
    assert not {"newsletter.cli.making", "newsletter.cli.looking", "newsletter.cli.signing"} & modules
