"""The shape of commands: own help pages, the tool's options anywhere, faults turned into exit codes."""

import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import typer
import typer.core

from newsletter.cli.arguments import hoisted, wished_language
from newsletter.language import use_language

INTERRUPTED = 130


class Command(typer.core.TyperCommand):
    """A command with our help page."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _page(self, ctx)


class Family(typer.core.TyperGroup):
    """A command that has commands of its own, with our help page."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _page(self, ctx)


class Group(typer.core.TyperGroup):
    """The whole tool."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _page(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the tool's options, wherever they stand; the language first, help is in it."""
        use_language(wished_language(args))
        return super().parse_args(ctx, hoisted(args))

    def main(self, args: Sequence[str] | None = None, *_given: Any, **_named: Any) -> NoReturn:
        """Carry out the command line and leave with its exit code."""
        try:
            code = super().main(args, prog_name="newsletter", standalone_mode=False)
            if code == INTERRUPTED:  # the parser swallows Ctrl-C and returns this
                raise KeyboardInterrupt
        except (Exception, KeyboardInterrupt) as fault:
            from newsletter.cli import faults

            code = faults.told(fault)
        sys.exit(code if isinstance(code, int) else 0)


def _page(command: Any, context: Any) -> str:
    """Return a help page; few runs print one."""
    from newsletter.cli import help

    return help.page(command, context)
