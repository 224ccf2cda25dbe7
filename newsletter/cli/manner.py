"""How a run is carried out: what the options before every command say."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

import typer
from rich.console import Console

from newsletter.console import Format, Showing
from newsletter.console.progress import Silent, reporter
from newsletter.console.terminal import Colour, console


@dataclass(frozen=True)
class Manner:
    """Where the workspace is looked for, how much is said, in which colours."""

    directory: Path = field(default_factory=Path)
    quiet: bool = False
    verbose: bool = False
    colour: Colour = Colour.AUTO

    @cached_property
    def out(self) -> Console:
        """The console of results."""
        return console(self.colour)

    @cached_property
    def err(self) -> Console:
        """The console of progress and announcements."""
        return console(self.colour, stderr=True)

    def reporter(self) -> Silent:
        """Return who tells the progress."""
        return reporter(self.err, quiet=self.quiet, verbose=self.verbose)

    def showing(self, workspace: Path, format: Format, *, strict: bool = False) -> Showing:
        """Return how an outcome is shown."""
        return Showing(self.out, workspace, format, strict, self.quiet)

    def announce(self, sentence: str) -> None:
        """Say something that is no result."""
        if not self.quiet:
            self.err.print(sentence, style="quiet", soft_wrap=True)


def manner(context: typer.Context) -> Manner:
    """Return the manner that the options before the command settled."""
    return cast(Manner, context.find_object(Manner) or Manner())
