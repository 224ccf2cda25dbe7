"""Workflow commands by which GitHub writes findings beside the changed lines."""

from typing import TYPE_CHECKING

from newsletter.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from newsletter.commission import Outcome

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(outcome: "Outcome") -> str:
    """Return one workflow command per finding."""
    return "\n".join(_command(each) for each in outcome.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    properties = {"title": f"{diagnostic.rule.code} {diagnostic.rule.name}"}
    if (at := diagnostic.at) is not None and at.file:
        end = str(at.column + max(at.length, 1))
        properties |= {"file": at.file, "line": str(at.line), "col": str(at.column), "endColumn": end}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join(part for part in (diagnostic.message, diagnostic.hint) if part)
    return f"::{COMMANDS[diagnostic.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
