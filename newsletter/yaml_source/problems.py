"""What the YAML library complains of, in an editor's words and at the line that matters."""

from collections.abc import Iterator

import yaml

from newsletter.diagnostics import Diagnostic, Span
from newsletter.language import _
from newsletter.yaml_source import faults

_OPENED = (
    "found unexpected end of stream",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
)


def describe(error: yaml.YAMLError, lines: list[str], file: str, first: int) -> Diagnostic:
    """Return the finding for an error of the library."""
    number, column = _spot(error, lines)
    line = lines[number] if number < len(lines) else ""
    at = Span(file, first + number, min(column, len(line)) + 1)
    said = str(getattr(error, "problem", None) or error)
    problem, hint = _words(said, line[column : column + 1])
    if "mapping values are not allowed" in said and ": " not in line[:column] and _deeper(lines, number):
        problem = _("The line is indented further than the line above it.")
        hint = _("Let it begin under the key above it.")
    return faults.yaml_syntax(at, problem, hint)


def _deeper(lines: list[str], number: int) -> bool:
    """Return whether a line begins further in than the key of the line above it."""
    above = _above(lines, number)
    return above is not None and _begins(lines[number]) > _begins(lines[above])


def _above(lines: list[str], number: int) -> int | None:
    """Return the number of the nearest line above that says something."""
    before = range(min(number, len(lines)) - 1, -1, -1)
    return next((each for each in before if _says_something(lines[each])), None)


def _begins(line: str) -> int:
    """Return the column of a line's key or value, from 0; the dash of an entry stands before it."""
    return len(line) - len(line.lstrip(" -"))


def suspects(error: yaml.YAMLError, lines: list[str]) -> Iterator[int]:
    """Return the numbers of the lines in which the cause may lie, the likeliest first."""
    number, _column = _spot(error, lines)
    mark = getattr(error, "context_mark", None)
    if mark is not None and number - mark.line == 1 and mark.line < len(lines):
        yield mark.line
    yield min(number, len(lines) - 1)
    if (above := _above(lines, number)) is not None:
        yield above


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _spot(error: yaml.YAMLError, lines: list[str]) -> tuple[int, int]:
    """Return line and column, from 0, of what the library complains of."""
    mark = getattr(error, "problem_mark", None)
    if str(getattr(error, "problem", "")) in _OPENED:
        mark = getattr(error, "context_mark", None) or mark
    if mark is not None:
        return min(mark.line, len(lines) - 1), mark.column
    bad = ((n, c) for n, line in enumerate(lines) for c, each in enumerate(line) if _control(each))
    return next(bad, (0, 0))


def _control(character: str) -> bool:
    return not character.isprintable() and character not in "\t\u0085\u00a0\u3000"


def _words(problem: str, character: str) -> tuple[str, str]:
    """Return what is wrong and the way out; the library's own words where it is a rare fault."""
    for known, words in _known(character):
        if known in problem:
            return words
    return _("YAML cannot be read here: {problem}.").format(problem=problem), ""


def _known(character: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    """Return the editor's words for what the library says."""
    line = _("The line is neither “key: value” nor “- item”."), _("Is a colon missing, or its space?")
    second = (
        _("A second “: ” in one value, or a line indented too far."),
        _('Put the whole value in quotes: "…".'),
    )
    indent = _("The line does not stand under the lines above it."), _("Compare its indentation with theirs.")
    bracket = _("A bracket is not closed, or a comma is missing in it."), _("Look for [ or { without ] or }.")
    quote = _("A quotation mark is not closed."), _("Look for \" or ' without its fellow.")
    start = _("A value cannot begin with “{character}”.").format(character=character)
    escape = _("“\\” begins an escape that YAML does not know."), _("Use '…' around the value.")
    control = _("A control character stands in the text."), _("Delete it; it cannot be seen in most editors.")
    return (
        ("could not find expected ':'", line),
        ("mapping values are not allowed", second),
        ("did not find expected ',' or", bracket),
        ("did not find expected node content", bracket),
        ("did not find expected", indent),
        ("block sequence entries are not allowed", indent),
        ("unexpected end of stream", quote),
        ("cannot start any token", (start, _('Put the whole value in quotes: "…".'))),
        ("escape", escape),
        ("control characters", control),
        ("special characters", control),
    )
