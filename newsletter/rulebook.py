"""The rulebook: every rule with its documentation, and the checks by the type of the value they examine.

A check is a generator function whose first parameter is annotated with the type it examines; a second
parameter, where there is one, is the `Context`. Its name is the fault, its docstring is the rule's
documentation: what the fault is, why it matters, an example, the way out. A fault that a stage meets
while it works is declared in the same way, on the function that words the finding.
"""

import inspect
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from newsletter.authorities import cite
from newsletter.diagnostics import Diagnostic, Finding, Rule, Severity, Span
from newsletter.language import _

P = ParamSpec("P")
C = TypeVar("C", bound=Callable[..., Iterator[Finding]])
DESKS = "MALCPYTF"
NOWHERE = Span("", 0, 0)


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the value; rules never read the clock, the caller does.

    ``pages`` is the text of each made page where there is one.
    """

    today: date | None = None
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Check:
    """A registered check."""

    rule: Rule
    function: Callable[..., Iterator[Finding]]
    examines: type
    informed: bool

    def findings(self, value: object, context: Context) -> Iterator[Finding]:
        return self.function(value, context) if self.informed else self.function(value)


@dataclass(slots=True)
class _Book:
    """Everything registered so far."""

    rules: dict[str, Rule] = field(default_factory=dict)
    checks: list[_Check] = field(default_factory=list)


_book = _Book()


def check(
    code: str,
    name: str,
    severity: Severity,
    *,
    rationale: str = "",
    authority: str = "",
    fixable: bool = False,
) -> Callable[[C], C]:
    """Register a generator function as the check of a rule."""

    def register(function: C) -> C:
        rule = _enter(Rule(code, name, severity, "", rationale, authority, fixable), function)
        examines, informed = _examined(function)
        _book.checks.append(_Check(rule, function, examines, informed))
        return function

    return register


def declare(
    code: str,
    name: str,
    severity: Severity,
    *,
    rationale: str = "",
    authority: str = "",
    fixable: bool = False,
) -> Callable[[Callable[P, Finding]], Callable[P, Diagnostic]]:
    """Register a rule that a stage reports; the function words the finding and comes back as a diagnostic."""

    def register(function: Callable[P, Finding]) -> Callable[P, Diagnostic]:
        rule = _enter(Rule(code, name, severity, "", rationale, authority, fixable), function)

        @wraps(function)
        def report(*arguments: P.args, **named: P.kwargs) -> Diagnostic:
            return Diagnostic.of(rule, function(*arguments, **named))

        return report

    return register


def examine(value: object, context: Context = Context()) -> tuple[Diagnostic, ...]:
    """Return what every check of the value's type says, in the order of the files, lines and codes.

    A check that raises is our fault: the exception goes on to the caller, it never passes for a finding.
    """
    found = (
        Diagnostic.of(each.rule, finding)
        for each in _book.checks
        if isinstance(value, each.examines)
        for finding in each.findings(value, context)
    )
    return in_order(found)


def in_order(diagnostics: typing.Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by file, line, column, code and wording, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_place))


def _place(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.at or NOWHERE, diagnostic.rule.code, diagnostic.message


def all_rules() -> tuple[Rule, ...]:
    """Return every rule that is imported, in the order of the register."""
    return in_register_order(_book.rules.values())


def in_register_order(rules: typing.Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules by desk (M A L C P Y T F) and number."""
    return tuple(sorted(rules, key=lambda rule: (DESKS.index(rule.code[0]), rule.code)))


def rule(code: str) -> Rule:
    """Return the rule of that code, in any case.

    Raises KeyError where there is none.
    """
    return _book.rules[code.upper()]


def explain(found: Rule) -> str:
    """Return a rule's documentation in the language in use: title, summary, rationale, authority."""
    title = f"{found.code} {found.name} ({_(str(found.severity))})"
    source = cite(found.authority)
    parts = (
        title,
        _(found.summary),
        _(found.rationale),
        source and _("Source: {source}").format(source=source),
    )
    return "\n\n".join(part for part in parts if part)


def texts() -> tuple[str, ...]:
    """Return the English texts of all rules that a catalogue translates: summaries and rationales."""
    return tuple(text for each in all_rules() for text in (each.summary, each.rationale) if text)


def _enter(draft: Rule, function: Callable[..., Any]) -> Rule:
    """Enter a rule with its function's documentation; a code is given once for ever.

    Raises ValueError for a code that is taken or malformed, or a name that is not the function's.
    """
    code = draft.code
    if code in _book.rules or code[:1] not in DESKS or not code[1:].isdigit() or len(code) != 4:
        raise ValueError(f"rule code taken or malformed: {code}")
    if draft.name != function.__name__:
        raise ValueError(f"rule {code} is called {draft.name}, its function {function.__name__}")
    summary, why = documentation(inspect.getdoc(function) or "")
    entered = replace(draft, summary=summary, rationale=draft.rationale or why)
    _book.rules[code] = entered
    return entered


def documentation(text: str) -> tuple[str, str]:
    """Return a docstring's first line, as one line, and the rest."""
    summary, _rest, body = text.partition("\n\n")
    return " ".join(summary.split()), body.strip()


def _examined(function: Callable[..., Any]) -> tuple[type, bool]:
    """Return the type that a check examines and whether it asks for the context.

    Raises TypeError where the first parameter has no type.
    """
    hints = [hint for name, hint in typing.get_type_hints(function).items() if name != "return"]
    if not hints or not isinstance(hints[0], type):
        raise TypeError(f"{function.__name__} does not say which type it examines")
    return hints[0], len(hints) > 1
