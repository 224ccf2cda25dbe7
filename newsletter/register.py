"""The register of rules, read from the source that states them: nothing they examine is imported.

A rule is `@check(…)` or `@declare(…)` at the beginning of a line, with words and constants of its module or
of the module that they are imported from, then its function with the docstring. `rulebook` holds the rules
that were imported; both say the same.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newsletter.diagnostics import Rule, Severity
from newsletter.rulebook import documentation, in_register_order

ROOT = Path(__file__).parent
STATED = re.compile(
    r'^@(?:check|declare)\((?P<given>.*?)\)\ndef (?P<name>\w+)\(.*?^    (?P<text>r?""".*?""")', re.M | re.S
)
CONSTANT = '^{name} = "([^"]*)"'
IMPORTED = r"^from newsletter\.([\w.]+) import (?:\([^)]*\b{name}\b|[^(\n]*\b{name}\b)"


@cache
def every_rule() -> tuple[Rule, ...]:
    """Return every rule of every desk and stage, by desk (M A L C P Y T F) and number."""
    found = (rule for path in sorted(ROOT.rglob("*.py")) for rule in _stated(path))
    return in_register_order(found)


def _stated(path: Path) -> Iterator[Rule]:
    """Yield the rules that a module states."""
    source = path.read_text("utf-8")
    if "\n@check(" not in source and "\n@declare(" not in source:
        return
    for found in STATED.finditer(source):
        call = ast.parse(f"_({found['given']})", mode="eval").body
        assert isinstance(call, ast.Call)
        words = [_value(each, source) for each in call.args]
        named = {each.arg: _value(each.value, source) for each in call.keywords if each.arg}
        yield _rule(words, named, _text(found["text"]))


def _rule(words: list[str], named: dict[str, str], text: str) -> Rule:
    """Return a rule from what its decorator and its function's docstring say."""
    code, name, severity = words
    summary, why = documentation(inspect.cleandoc(text))
    rationale, authority = named.get("rationale", "") or why, named.get("authority", "")
    return Rule(code, name, Severity(severity), summary, rationale, authority, bool(named.get("fixable")))


def _text(written: str) -> str:
    """Return what a docstring says."""
    return str(ast.literal_eval(written)) if "\\" in written else written.strip('"')


def _value(node: ast.expr, source: str) -> str:
    """Return the value of an argument: a word, a severity, a constant."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else str(node.value or "")
    if isinstance(node, ast.Attribute):
        return str(Severity[node.attr])
    assert isinstance(node, ast.Name)
    return _constant(node.id, source)


def _constant(name: str, source: str) -> str:
    """Return a module's constant, or that of the module it comes from."""
    found = re.search(CONSTANT.format(name=name), source, re.M)
    if found:
        return found[1]
    origin = re.search(IMPORTED.format(name=name), source, re.M)
    assert origin is not None, name
    return _constant(name, _source(ROOT.joinpath(*origin[1].split(".")).with_suffix(".py")))


@cache
def _source(path: Path) -> str:
    """Return the text of a module whose constants others import."""
    return path.read_text("utf-8")
