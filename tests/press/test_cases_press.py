"""Every rule of the press desk finds its own fault, in its own words, and is silent on the good file."""

import importlib.util
import io
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest

import newsletter.checks.press
import newsletter.checks.printed  # noqa: F401
from newsletter.diagnostics import Diagnostic
from newsletter.press import Expectation, PressFile, inspect
from newsletter.rulebook import all_rules, examine

CASES = Path(__file__).parents[1] / "cases"
CODES = [
    rule.code
    for rule in all_rules()
    if (rule.code[0] == "F" or "L051" <= rule.code <= "L055")
    and not (CASES / rule.code / "sheet.txt").is_file()  # told by finishing: test_cases_settling
]


def test_good_file_passes_in_silence(good: bytes, expected: Expectation) -> None:
    assert _said(inspect(good), expected) == []


@pytest.mark.parametrize("code", CODES)
def test_rule_finds_its_fault(code: str, good: bytes, expected: Expectation, accepting: bool) -> None:
    case = CASES / code
    assert (case / "spoil.py").is_file(), f"rule {code} has no case"
    spoil = _module(case / "spoil.py")
    said = _said(inspect(_spoilt(good, spoil)), getattr(spoil, "expect", lambda same: same)(expected))
    assert any(line.startswith(code) for line in said), "\n".join(said)
    if accepting:
        (case / "expected.txt").write_text("\n".join(said) + "\n", encoding="utf-8")
    assert said == (case / "expected.txt").read_text(encoding="utf-8").splitlines()


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"spoil_{path.parent.name}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _spoilt(good: bytes, spoil: ModuleType) -> bytes:
    """Return the good file spoilt; ``SAVE`` of the case says how it is saved."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as pdf:
        getattr(spoil, "spoil", lambda _pdf: None)(pdf)
        pdf.save(
            target, **{"fix_metadata_version": False, "force_version": "1.6", **getattr(spoil, "SAVE", {})}
        )
    return target.getvalue()


def _said(file: PressFile, expected: Expectation) -> list[str]:
    return [_line(each) for each in examine(file, expected)]


def _line(said: Diagnostic) -> str:
    place = f" @{said.spot.page}:{said.spot.x:g},{said.spot.y:g}" if said.spot else ""
    return f"{said.rule.code} {said.severity}{place} {said.message} | {said.hint}"
