"""What the tool says: every marked string in its source, and texts that reach `_` as variables."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import newsletter
from newsletter.diagnostics import Severity
from newsletter.issue import Rank
from newsletter.rulebook import texts
from tests.imported import imported_rules

PACKAGE = Path(newsletter.__file__).parent
LAYOUTS = PACKAGE.parent / "layouts"
MARKS = {"_": 1, "N_": 1, "ngettext": 2}
USAGE_PIECES = ("[OPTIONS]", "COMMAND [ARGS]...")
PROGRESS = "progress"

VARIABLES = {
    "checks/manifest.py": "ranks",
    "checks/makeup.py": "why a photo was not converted, which is N_",
    "checks/neighbours.py": "ranks",
    "cli/faults.py": "what machines refuse, which is N_",
    "cli/help.py": "command.help, command.epilog, parameter.help and EVERYWHERE are N_; pieces of the usage",
    "cli/parsing.py": "sentences of the parser, which are N_",
    "cli/reference.py": "a rule's summary",
    "console/capacities.py": "ranks",
    "console/fits.py": "ranks",
    "console/preflighted.py": "clauses and reasons, which are N_",
    "console/progress.py": "stages",
    "console/sarif.py": "summaries and rationales of rules",
    "console/wireframe.py": "furniture",
    "report/preflighted.py": "clauses and reasons, which are N_",
    "report/tables.py": "ranks",
    "language.py": "what others marked",
    "rulebook.py": "severities, summaries and rationales",
}
"""Files that pass a variable to `_`, and what it holds: `spoken` below yields all of it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string to translate: its plural or none, the file it stands in, a word for the translator.

    ``prose`` is an explanation, whose lines are filled anew in every language.
    """

    message: str
    file: str
    plural: str = ""
    comment: str = ""
    prose: bool = False


def wanted() -> Iterator[Text]:
    """Yield every text that a complete catalogue holds, each once."""
    seen: set[str] = set()
    for text in (*marked(), *spoken(), *rules()):
        if text.message not in seen:
            seen.add(text.message)
            yield text


def marked() -> Iterator[Text]:
    """Yield the strings between `_( )`, `N_( )` and `ngettext( )`."""
    for path in _modules():
        for name, call in _calls(path):
            strings = [_constant(argument) for argument in call.args[: MARKS.get(name, 0)]]
            if strings and all(strings):
                yield Text(strings[0], _shown(path), *strings[1:])


def unmarked() -> Iterator[tuple[str, str]]:
    """Yield the file and the code of each call that gives `_` something else than a string."""
    for path in _modules():
        for name, call in _calls(path):
            if not all(_constant(argument) for argument in call.args[: MARKS.get(name, 0)]):
                yield path.relative_to(PACKAGE).as_posix(), ast.unparse(call)


def spoken() -> Iterator[Text]:
    """Yield the words that reach `_` as variables: severities, ranks, stages, furniture, usage."""
    yield from (Text(str(each), "newsletter/diagnostics.py", "", "severity") for each in Severity)
    yield from (Text(str(each), "newsletter/issue.py", "", "rank of a story") for each in Rank)
    yield from (Text(each, "newsletter/cli/help.py", "", "usage line") for each in USAGE_PIECES)
    yield from _stages()
    yield from (Text(each, "newsletter/console/wireframe.py", "", "furniture") for each in _furniture())


def rules() -> Iterator[Text]:
    """Yield summary and rationale of every rule."""
    for rule in imported_rules():
        comment = f"{rule.code} {rule.name}"
        for text, prose in ((rule.summary, False), (rule.rationale, True)):
            if text:
                yield Text(text, "newsletter/rulebook.py", "", comment, prose)


def rule_texts() -> set[str]:
    """Return what the rulebook itself says is translated."""
    imported_rules()
    return set(texts())


def _stages() -> Iterator[Text]:
    """Yield the stages that a build reports its progress by."""
    for path in _modules():
        for name, call in _calls(path):
            if name == PROGRESS and call.args and (stage := _constant(call.args[0])):
                yield Text(stage, "newsletter/console/progress.py", "", "stage of a build")


def _furniture() -> Iterable[str]:
    """Return the kinds of furniture that layouts bring: a template for each piece."""
    return sorted({path.name.removesuffix(".html.j2") for path in LAYOUTS.glob("*/*.html.j2")} - {"page"})


def _modules() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))


@cache
def _calls(path: Path) -> tuple[tuple[str, ast.Call], ...]:
    """Return the calls of a module in the order of its lines, each with the function's last name."""
    tree = ast.parse(path.read_text("utf-8"), str(path))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    ordered = sorted(calls, key=lambda each: (each.lineno, each.col_offset))
    return tuple((getattr(each.func, "id", getattr(each.func, "attr", "")), each) for each in ordered)


def _constant(argument: ast.expr) -> str:
    """Return the string that an argument is, joined from its parts; empty for anything else."""
    value = argument.value if isinstance(argument, ast.Constant) else ""
    return value if isinstance(value, str) else ""


def _shown(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()
