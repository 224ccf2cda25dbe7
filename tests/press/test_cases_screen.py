"""Every rule about the screen edition finds its own fault, and is silent on what the build writes."""

import io
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest

import newsletter.checks.screen
from newsletter.diagnostics import Diagnostic
from newsletter.press import TaggedFile, read_tagged
from newsletter.rulebook import all_rules, examine
from tests.press.mixed import mixed_workshop
from tests.press.spoiling import script
from tests.whole import conftest as whole
from tests.whole.workshop import SLUG

shared = whole.shared

CASES = Path(__file__).parents[1] / "cases"
CODES = [rule.code for rule in all_rules() if "F120" <= rule.code <= "F129"]


@pytest.fixture(scope="module")
def edition(shared: Path) -> bytes:
    return (mixed_workshop(shared).dist / f"{SLUG}.screen.pdf").read_bytes()


def test_what_the_build_writes_passes_in_silence(edition: bytes) -> None:
    assert newsletter.checks.screen.__name__ and CODES
    assert _said(read_tagged(edition)) == []


@pytest.mark.parametrize("code", CODES)
def test_rule_finds_its_fault(code: str, edition: bytes, accepting: bool) -> None:
    case = CASES / code
    said = _said(read_tagged(_spoilt(edition, script(case / "spoil.py"))))
    assert any(line.startswith(code) for line in said), "\n".join(said)
    if accepting:
        (case / "expected.txt").write_text("\n".join(said) + "\n", encoding="utf-8")
    assert said == (case / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_a_file_without_tags_is_said_so_once(good: bytes) -> None:
    said = _said(read_tagged(good))
    assert [line[:4] for line in said] == ["F120"]


def _spoilt(edition: bytes, spoil: ModuleType) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(edition)) as pdf:
        spoil.spoil(pdf)
        pdf.save(target, fix_metadata_version=False)
    return target.getvalue()


def _said(file: TaggedFile) -> list[str]:
    return [_line(each) for each in examine(file)]


def _line(said: Diagnostic) -> str:
    place = f" @{said.spot.page}" if said.spot else ""
    return f"{said.rule.code} {said.severity}{place} {said.message} | {said.hint}"
