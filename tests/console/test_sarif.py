"""SARIF 2.1.0: a log is what the standard's schema says, and leads to the place of every finding."""

import json
from pathlib import Path

import jsonschema
import pytest

from newsletter.console.sarif import sarif
from newsletter.diagnostics import Diagnostic, Fix, Rule, Severity, Span
from newsletter.language import use_language
from tests.checks.terminal import edit, good_workspace, newsletter

SCHEMA = Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def standard():
    """The standard's own schema."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def test_the_log_has_the_structure_of_the_standard(outcome, standard):
    file = Span("issues/第一期/copy 1.md", 3, 4, 2)
    rule = Rule("C064", "wrong_zero", Severity.WARNING, "A circle.", fixable=True)
    fixed = Diagnostic(rule, file, "Said.", fix=Fix("○", "〇"))
    log = json.loads(sarif(type(outcome)("issue-001", (*outcome.diagnostics, fixed))))
    standard.validate(log)
    (run,) = log["runs"]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [rules[each["ruleIndex"]]["id"] for each in results] == [each["ruleId"] for each in results]
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 15,
        "endLine": 2,
        "endColumn": 20,
    }
    assert "locations" not in results[2]
    assert results[2]["properties"] == {"page": 3}
    change = results[4]["fixes"][0]["artifactChanges"][0]
    assert change["replacements"][0]["insertedContent"] == {"text": "〇"}
    assert change["artifactLocation"]["uri"].isascii()


def test_a_clear_issue_has_no_results(outcome, standard):
    log = json.loads(sarif(type(outcome)("issue-001", ())))
    standard.validate(log)
    assert log["runs"][0]["results"] == []


def test_every_rule_and_the_findings_of_a_real_issue_are_in_the_standard(outcome, standard, tmp_path):
    from newsletter.register import every_rule

    found = tuple(Diagnostic(rule, Span("a.yaml", 1, 1, 1), "Said.", "Do.") for rule in every_rule())
    for language in ("en", "zh"):
        use_language(language)
        standard.validate(json.loads(sarif(type(outcome)("issue-001", found))))
    workspace = good_workspace(tmp_path / "w")
    edit("issues/issue-001/articles/contest.md", "，", ",")(workspace)
    said = newsletter(workspace, "check", "--format", "sarif")
    log = json.loads(said.out)
    standard.validate(log)
    assert log["runs"][0]["results"]
