"""One line per finding, for grep, editors and tests: ``file:line:column: severity[CODE] message``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsletter.diagnostics import Diagnostic
from newsletter.language import _
from newsletter.report.wording import place_heading

if TYPE_CHECKING:
    from newsletter.commission import Outcome


def concise(outcome: "Outcome") -> str:
    """Return the findings, a line each, hints indented below; empty where there are none."""
    return "\n".join(line for each in outcome.diagnostics for line in lines(each))


def lines(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the line of a finding and that of its hint."""
    kind = f"{diagnostic.severity}[{diagnostic.rule.code}]"
    yield f"{_place(diagnostic)}: {kind} {_one_line(diagnostic.message)}"
    if diagnostic.hint:
        yield "  " + _("hint: {hint}").format(hint=_one_line(diagnostic.hint))


def _place(diagnostic: Diagnostic) -> str:
    at = diagnostic.at
    return f"{at.file}:{at.line}:{at.column}" if at is not None and at.file else place_heading(diagnostic)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
