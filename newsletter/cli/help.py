"""Help pages: what it does, examples first, then arguments and options; Chinese wraps by cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import typer
import typer.core
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from newsletter.console.indenting import Indented
from newsletter.console.terminal import console
from newsletter.language import N_, _

Rows = list[tuple[str, str]]
WIDEST = 100
LEAST = 24
"""Cells for what is said of a word beside it; where there are fewer, it is said under it."""

EVERYWHERE = (
    ("-C DIR", N_("work in the workspace that DIR lies in")),
    ("--lang zh|en", N_("language of messages; else NEWSLETTER_LANG, then the locale")),
    ("--color auto|always|never", N_("colours; NO_COLOR and FORCE_COLOR are heeded")),
    ("-q", N_("results only")),
    ("-v", N_("a line for each stage, with its time")),
)
TYPERS_OWN = (
    N_("Show this message and exit."),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)


def page(command: Any, context: typer.Context) -> str:
    """Return the help page of a command or of the whole tool."""
    shown = console()
    shown.width = min(shown.width, WIDEST)
    with shown.capture() as captured:
        _print(shown, command, context)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()).rstrip()


def _print(shown: Console, command: Any, context: typer.Context) -> None:
    shown.print(Text(_(command.help or "")))
    shown.print()
    usage = Text(_("Usage") + _(": "), style="place")
    shown.print(
        usage.append(f"{context.command_path} {' '.join(_pieces(command, context))}", style="not bold")
    )
    for title, body in _sections(command, context):
        shown.print()
        shown.print(Text(title, style="place"))
        shown.print(Indented(body, 2))


def _pieces(command: Any, context: typer.Context) -> Iterable[str]:
    """Return what follows the command in its usage line."""
    pieces: list[str] = command.collect_usage_pieces(context)
    return (_(piece.replace("[[", "[").replace("]]", "]")) for piece in pieces)


def _sections(command: Any, context: typer.Context) -> Iterator[tuple[str, RenderableType]]:
    if command.epilog:
        yield _("Examples"), _examples(_(command.epilog))
    if commands := _commands(command):
        yield _("Commands"), _table(commands)
    if arguments := _parameters(command, context, "argument"):
        yield _("Arguments"), _table(arguments)
    if options := _parameters(command, context, "option"):
        yield _("Options"), _table(options)
    if context.parent is not None:
        yield _("Everywhere"), _table([(name, _(text)) for name, text in EVERYWHERE])


def _examples(epilog: str) -> "_Said":
    """Return the examples, the comments after ``#`` quiet."""
    rows = [line.partition(" # ") for line in epilog.splitlines() if line.strip()]
    return _table([(line.strip(), text) for line, _mark, text in rows], first="none", second="quiet")


def _commands(command: Any) -> Rows:
    if not isinstance(command, typer.core.TyperGroup):
        return []
    listed = [each for each in command.commands.values() if not each.hidden]
    return [(each.name or "", _(each.help or "").partition("\n")[0]) for each in listed]


def _parameters(command: Any, context: typer.Context, kind: str) -> Rows:
    found = [each for each in command.get_params(context) if each.param_type_name == kind and not each.hidden]
    return [_parameter(each, context) for each in found]


def _parameter(parameter: Any, context: typer.Context) -> tuple[str, str]:
    """Return an option's names with its value, and its help in the language in use."""
    if parameter.param_type_name == "argument":
        return parameter.metavar or parameter.name.upper(), _(parameter.help or "")
    names = ", ".join(sorted(parameter.opts, key=len))
    value = "" if parameter.is_flag or parameter.count else f" {_value(parameter, context)}"
    return names + value, _(parameter.help or "")


def _value(parameter: Any, context: typer.Context) -> str:
    """Return what stands for an option's value: its name, or the values there are."""
    shown = str(parameter.metavar or parameter.display_type_rich(context) or "")
    return shown.strip("[]<>")


def _table(rows: Rows, first: str = "hint", second: str = "none") -> "_Said":
    return _Said(tuple(rows), first, second)


@dataclass(frozen=True, slots=True)
class _Said:
    """Words and what is said of them: beside them where the terminal is wide enough, else under them."""

    rows: tuple[tuple[str, str], ...]
    first: str
    second: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the rows."""
        widest = max(cell_len(word) for word, _said in self.rows)
        yield self._beside() if options.max_width - widest - 3 >= LEAST else self._under()

    def _beside(self) -> Table:
        table = Table.grid(padding=(0, 3, 0, 0))
        table.add_column(style=self.first, no_wrap=True)
        table.add_column(style=self.second)
        for row in self.rows:
            table.add_row(*map(Text, row))
        return table

    def _under(self) -> Group:
        parts = (
            (Text(word, style=self.first), Indented(Text(said, self.second), 4)) for word, said in self.rows
        )
        return Group(*(part for pair in parts for part in pair))
