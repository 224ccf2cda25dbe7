"""SARIF 2.1.0, which code hosts and editors read: one run, its rules, a result for each finding.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import json
from typing import TYPE_CHECKING, Any

import newsletter
from newsletter.authorities import cite
from newsletter.diagnostics import Diagnostic, Fix, Rule, Severity, Span
from newsletter.language import _, language

if TYPE_CHECKING:
    from newsletter.commission import Outcome

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(outcome: "Outcome") -> str:
    """Return the findings as a SARIF log."""
    rules = sorted({each.rule.code: each.rule for each in outcome.diagnostics}.values(), key=_code)
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(rules)},
        "language": language().replace("_", "-"),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"WORKSPACE": {"description": {"text": _("the workspace")}}},
        "results": [_result(each, numbers) for each in outcome.diagnostics],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _code(rule: Rule) -> str:
    return rule.code


def _driver(rules: list[Rule]) -> dict[str, Any]:
    return {
        "name": "newsletter",
        "semanticVersion": newsletter.__version__,
        "rules": [_rule(each) for each in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    described = {"fullDescription": {"text": _(rule.rationale)}} if rule.rationale else {}
    authority = {"properties": {"authority": cite(rule.authority)}} if rule.authority else {}
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _(rule.summary)},
        **described,
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        **authority,
    }


def _result(diagnostic: Diagnostic, numbers: dict[str, int]) -> dict[str, Any]:
    text = "\n".join(part for part in (diagnostic.message, diagnostic.hint) if part)
    at = diagnostic.at if diagnostic.at is not None and diagnostic.at.file else None
    page = {"properties": {"page": diagnostic.spot.page}} if diagnostic.spot is not None else {}
    fixed = {"fixes": [_fix(at, diagnostic.fix)]} if at is not None and diagnostic.fix is not None else {}
    return {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": numbers[diagnostic.rule.code],
        "level": LEVELS[diagnostic.severity],
        "message": {"text": text},
        **({"locations": [{"physicalLocation": _location(at)}]} if at is not None else {}),
        **page,
        **fixed,
    }


def _location(at: Span) -> dict[str, Any]:
    return {"artifactLocation": _artifact(at), "region": _region(at, max(at.length, 1))}


def _artifact(at: Span) -> dict[str, Any]:
    from urllib.parse import quote

    return {"uri": quote(at.file), "uriBaseId": "WORKSPACE"}


def _region(at: Span, length: int) -> dict[str, int]:
    return {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.line,
        "endColumn": at.column + length,
    }


def _fix(at: Span, fix: Fix) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(at, len(fix.old)), "insertedContent": {"text": fix.new}}
    change = {"artifactLocation": _artifact(at), "replacements": [replacement]}
    return {"description": {"text": f"“{fix.old}” → “{fix.new}”"}, "artifactChanges": [change]}
