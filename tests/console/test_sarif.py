"""SARIF 2.1.0: the parts that code hosts read are there, in the types that the standard gives them."""

import json

import jsonschema

from newsletter.console.sarif import sarif
from newsletter.diagnostics import Diagnostic, Fix, Rule, Severity, Span

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": {"type": "integer", "minimum": 1},
}
FILE = {
    "type": "object",
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}, "uriBaseId": {"type": "string"}},
}
PLACE = {
    "type": "object",
    "required": ["artifactLocation"],
    "properties": {"artifactLocation": FILE, "region": REGION},
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "level"],
    "properties": {
        "message": TEXT,
        "level": LEVEL,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "locations": {"type": "array", "items": {"properties": {"physicalLocation": PLACE}}},
        "fixes": {
            "type": "array",
            "items": {
                "required": ["artifactChanges"],
                "properties": {
                    "description": TEXT,
                    "artifactChanges": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "required": ["artifactLocation", "replacements"],
                            "properties": {
                                "artifactLocation": FILE,
                                "replacements": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {
                                        "required": ["deletedRegion"],
                                        "properties": {"deletedRegion": REGION, "insertedContent": TEXT},
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription"],
    "properties": {
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "defaultConfiguration": {"properties": {"level": LEVEL}},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "language": {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {"type": "array", "uniqueItems": True, "items": RULE}
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


def test_the_log_has_the_structure_of_the_standard(outcome):
    file = Span("issues/第一期/copy 1.md", 3, 4, 2)
    rule = Rule("C064", "wrong_zero", Severity.WARNING, "A circle.", fixable=True)
    fixed = Diagnostic(rule, file, "Said.", fix=Fix("○", "〇"))
    log = json.loads(sarif(type(outcome)("issue-001", (*outcome.diagnostics, fixed))))
    jsonschema.Draft202012Validator(LOG).validate(log)
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


def test_a_clear_issue_has_no_results(outcome):
    log = json.loads(sarif(type(outcome)("issue-001", ())))
    jsonschema.Draft202012Validator(LOG).validate(log)
    assert log["runs"][0]["results"] == []
