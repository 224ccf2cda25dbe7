"""Every rule finds its own fault, in its own words, through the command line; the good issue is silent.

Cases of sheets and packages start from a good issue that is built for press; `verify PACKAGE` is the
folder of its package.

A case in tests/cases/<CODE>/, or <CODE>-<more>/, holds the broken files, laid over tests/good/, and
expected.txt: what `newsletter check --format concise` says. Where another command finds the fault,
command.txt names it. What no file can hold (a file that is gone, two megabytes of text) does
`spoil(workspace)` of the case's spoil.py. Cases of press files are examined by tests/press.
"""

import importlib.util
import shutil
from pathlib import Path

import pytest

import newsletter.handoff
import newsletter.pipeline
import newsletter.pressed
import newsletter.signing
import newsletter.stripping
from newsletter.authorities import authority, cite
from newsletter.checks import EARLY, LATE, open_desks
from newsletter.rulebook import all_rules
from tests.checks.conftest import TODAY
from tests.checks.terminal import PLACE, SLUG, Said, concise, good_workspace, made, newsletter

open_desks(*EARLY, *LATE)

CASES = Path(__file__).parents[1] / "cases"
COMMANDS = {"check", "plan", "build", "impose", "handoff", "verify", "index", "sign"}
RULES = all_rules()
CODES = [rule.code for rule in RULES]


def _code(case: Path) -> str:
    return case.name.partition("-")[0]


def _of_press_file(code: str) -> bool:
    return (code[0] == "F" and not _of_shop(code)) or "L051" <= code <= "L055"


def _of_shop(code: str) -> bool:
    """Return whether a rule is one of sheets and packages."""
    return "F090" <= code <= "F119"


FOLDERS = sorted(case for case in CASES.iterdir() if not _of_press_file(_code(case)))


@pytest.fixture(scope="session")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good workspace with its press file and its package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLETTER_TODAY", TODAY)
        workspace = good_workspace(tmp_path_factory.mktemp("handed") / "workspace")
        assert newsletter(workspace, "build", "--press").code == 0
        assert newsletter(workspace, "handoff").code == 0
    return workspace


def _laid_over(case: Path, folder: Path, handed: Path) -> Path:
    """Return the good workspace with the case's files over it."""
    shop = _of_shop(_code(case))
    workspace = Path(shutil.copytree(handed, folder)) if shop else good_workspace(folder)
    ignored = shutil.ignore_patterns("expected.txt", "command.txt", "spoil.py", "__pycache__")
    shutil.copytree(case, workspace, dirs_exist_ok=True, ignore=ignored)
    if (case / "spoil.py").is_file():
        _spoil(case / "spoil.py", workspace)
    return workspace


def _spoil(path: Path, workspace: Path) -> None:
    spec = importlib.util.spec_from_file_location(f"spoil_{path.parent.name}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.spoil(workspace)


def _command(case: Path) -> tuple[str, ...]:
    """Return the command that finds the case's fault."""
    file = case / "command.txt"
    command = tuple(file.read_text("utf-8").split()) if file.is_file() else ("check",)
    assert command[0] in COMMANDS, f"{file}: {command}"
    return command


def _carried_out(command: tuple[str, ...], workspace: Path) -> Said:
    """Carry out a case's command; PACKAGE is the folder of the issue's package."""
    packages = sorted(each for each in (workspace / "dist" / SLUG).glob("*_*") if each.is_dir())
    return concise(workspace, *(str(packages[0]) if part == "PACKAGE" else part for part in command))


@pytest.mark.parametrize("command", ["check", "plan", "build --press"])
def test_good_issue_passes_in_silence(command: str, tmp_path: Path) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    said = concise(workspace, *command.split(), "--strict")
    assert (said.out, said.code) == ("", 0)
    assert (f"{SLUG}/{SLUG}.print.pdf" in made(workspace)) == command.startswith("build")


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_case(code: str) -> None:
    assert (CASES / code / "expected.txt").is_file(), f"rule {code} has no case"


def test_every_case_has_a_rule() -> None:
    assert {_code(case) for case in CASES.iterdir()} - set(CODES) == set()


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_rule_finds_its_fault(case: Path, tmp_path: Path, accepting: bool, handed: Path) -> None:
    workspace = _laid_over(case, tmp_path / "workspace", handed)
    said = _carried_out(_command(case), workspace)
    assert _code(case) in said.codes, said.out + said.err
    assert said.code == any(severity == "error" for _code, severity, _place in said.findings)
    _places_lie_inside(said, workspace)
    if accepting:
        (case / "expected.txt").write_text(said.out, encoding="utf-8")
    assert said.out == (case / "expected.txt").read_text(encoding="utf-8")


def _places_lie_inside(said: Said, workspace: Path) -> None:
    """Assert that every place named is a place of its file."""
    for _code, _severity, written in said.findings:
        place = PLACE.fullmatch(written)
        path = workspace / place["file"] if place else None
        if place is None or path is None or not path.is_file():
            continue
        lines = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
        assert 1 <= int(place["line"]) <= len(lines), written
        assert 1 <= int(place["column"]) <= len(lines[int(place["line"]) - 1]) + 1, written


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_documented(rule) -> None:
    assert rule.summary.endswith(".") and len(rule.summary) < 110
    assert len(rule.rationale) > 40
    if rule.authority:
        assert authority(rule.authority)
        assert cite(rule.authority)
