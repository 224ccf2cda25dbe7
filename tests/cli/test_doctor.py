import json

import pytest

from newsletter import doctor
from newsletter.doctor import Result, State, libraries
from newsletter.doctor.remedies import linux_remedy


def test_the_machine_that_tests_can_build(run):
    result = run("doctor", "--json")
    found = json.loads(result.stdout)
    assert {"Python", "Pango", "HarfBuzz", "fontconfig", "weasyprint"} <= {each["name"] for each in found}
    assert result.exit_code == (4 if any(each["state"] == "missing" for each in found) else 0)


def test_a_table_for_people(run):
    assert "✓  Python" in run("doctor").stdout


def test_what_is_missing_comes_with_its_command(run, monkeypatch):
    gap = Result("programs", "Pango", State.MISSING, "not found", "sudo apt install libpango-1.0-0")
    monkeypatch.setattr(doctor, "examine", lambda layouts, fonts: iter([gap]))
    result = run("doctor")
    assert result.exit_code == 4
    assert "✗  Pango" in result.stdout
    assert "→ sudo apt install libpango-1.0-0" in result.stdout


def test_a_library_that_is_not_there(monkeypatch):
    monkeypatch.setattr(libraries, "NAMES", {"Pango": ("no-such-library",)})
    found = libraries._native("programs", "Pango", libraries._pango)
    assert found.state is State.MISSING
    assert found.remedy


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ({"ID": "debian"}, "sudo apt install"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "sudo apt install"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "sudo apt install"),
        ({"ID": "fedora"}, "sudo dnf install"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "sudo dnf install"),
        ({"ID": "opensuse-leap"}, "sudo zypper install"),
        ({"ID": "arch"}, "sudo pacman"),
        ({"ID": "alpine"}, "sudo apk add"),
        ({}, "install Pango"),
    ],
)
def test_remedies(release, command):
    assert linux_remedy(release).startswith(command)
