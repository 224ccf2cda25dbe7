"""How much a finding weighs, and what it does: an error holds an issue, a warning with --strict, a note never.

An error of the desk of law (L) stands on a passage of a law that was seen; what no law says is advice, a
warning or a note. Errors of law and approval are waived by nobody.
"""

from pathlib import Path

import pytest

from newsletter.diagnostics import Severity
from newsletter.register import every_rule
from tests.checks.statutory.planting import PLACES, SHEET
from tests.checks.terminal import concise, good_workspace, newsletter

OF_LAW = [each for each in every_rule() if each.code.startswith("L")]


@pytest.mark.parametrize("rule", OF_LAW, ids=lambda rule: rule.code)
def test_an_error_of_law_stands_on_a_law(rule) -> None:
    assert rule.authority or rule.severity is not Severity.ERROR


@pytest.mark.parametrize(
    ("place", "words", "weight", "plainly", "strictly"),
    [
        ("headline", "本报举办读者座谈会", "error", 1, 1),
        ("recipients", "社会各界", "warning", 0, 1),
        ("copy", "扫码阅读本期电子版", "note", 0, 0),
    ],
)
def test_what_a_finding_does(
    place: str, words: str, weight: str, plainly: int, strictly: int, tmp_path: Path
) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    PLACES[place](workspace, words)
    said = concise(workspace, "check")
    assert {each[1] for each in said.findings} == {weight}
    assert (said.code, concise(workspace, "check", "--strict").code) == (plainly, strictly)


@pytest.mark.parametrize(("rule", "words", "code"), [("L016", "本报推荐", 1), ("L030", "欢迎订阅本资料", 0)])
def test_law_is_waived_by_nobody_and_advice_with_a_reason(
    rule: str, words: str, code: int, tmp_path: Path
) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    PLACES["copy"](workspace, words)
    waiver = f"waive:\n  - {{rule: {rule}, why: 已请示, by: 陶景和}}\n"
    (workspace / SHEET).write_text((workspace / SHEET).read_text("utf-8") + waiver, "utf-8")
    said = concise(workspace, "check", "--strict")
    assert said.code == code
    assert ("M051" in said.codes) == (code == 1)


@pytest.mark.parametrize("asked", ["law", "none", "第十四条", "neibu-2015", "15(3)"])
def test_rules_are_listed_by_what_they_cite(asked: str, tmp_path: Path) -> None:
    listed = newsletter(tmp_path, "rules", "--authority", asked)
    assert listed.code == 0
    assert ("L016" in listed.out) == (asked in ("law", "第十四条", "neibu-2015"))
    assert ("L041" in listed.out) == (asked in ("law", "15(3)", "neibu-2015"))
    assert ("L037" in listed.out) == (asked == "none")


def test_an_authority_that_nobody_cites_is_refused(tmp_path: Path) -> None:
    said = newsletter(tmp_path, "rules", "--authority", "nothing")
    assert said.code == 2 and "neibu-2015" in said.err
