"""Every rule of the press desk finds its own fault, in its own words, and is silent on the good file."""

import io
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest

import newsletter.checks.press
import newsletter.checks.printed  # noqa: F401
from newsletter.checks.press.foreign import file_unreadable
from newsletter.diagnostics import Diagnostic
from newsletter.press import Expectation, Limits, PressFile, UnreadablePdf, inspect, limits_of
from newsletter.rulebook import all_rules, examine
from tests.press.spoiling import script

CASES = Path(__file__).parents[1] / "cases"
OF_SCREEN = ("F120", "F129")
"""The rules about the screen edition have cases of their own."""
CODES = [
    rule.code
    for rule in all_rules()
    if ((rule.code[0] == "F" and not "F090" <= rule.code <= "F119") or "L051" <= rule.code <= "L055")
    and not OF_SCREEN[0] <= rule.code <= OF_SCREEN[1]
    and not (CASES / rule.code / "sheet.txt").is_file()  # told by finishing: test_cases_settling
]
"""The rules about press files; those about sheets and packages are in tests/checks."""


def test_good_file_passes_in_silence(good: bytes, expected: Expectation) -> None:
    assert expected.condition is not None
    assert _said(inspect(good, limits=limits_of(expected.condition)), expected) == []


@pytest.mark.parametrize("code", CODES)
def test_rule_finds_its_fault(code: str, good: bytes, expected: Expectation, accepting: bool) -> None:
    case = CASES / code
    assert (case / "spoil.py").is_file(), f"rule {code} has no case"
    spoil = script(case / "spoil.py")
    expects = getattr(spoil, "expect", lambda same: same)(expected)
    limits = limits_of(expects.condition) if getattr(spoil, "PLATES", False) else None
    said = _examined(_spoilt(good, spoil), limits, expects)
    assert any(line.startswith(code) for line in said), "\n".join(said)
    if accepting:
        (case / "expected.txt").write_text("\n".join(said) + "\n", encoding="utf-8")
    assert said == (case / "expected.txt").read_text(encoding="utf-8").splitlines()


def _spoilt(good: bytes, spoil: ModuleType) -> bytes:
    """Return the good file spoilt; ``SAVE`` of the case says how it is saved."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as pdf:
        getattr(spoil, "spoil", lambda _pdf: None)(pdf)
        pdf.save(
            target, **{"fix_metadata_version": False, "force_version": "1.6", **getattr(spoil, "SAVE", {})}
        )
    return target.getvalue()


def _examined(data: bytes, limits: Limits | None, expected: Expectation) -> list[str]:
    """Return what is said of a file; that it cannot be read is said too."""
    try:
        return _said(inspect(data, limits=limits), expected)
    except UnreadablePdf as fault:
        return [_line(file_unreadable("", fault.sentence, fault.hint))]


def _said(file: PressFile, expected: Expectation) -> list[str]:
    return [_line(each) for each in examine(file, expected)]


def _line(said: Diagnostic) -> str:
    place = f" @{said.spot.page}:{said.spot.x:g},{said.spot.y:g}" if said.spot else ""
    return f"{said.rule.code} {said.severity}{place} {said.message} | {said.hint}"
