"""The two streams: results on stdout; progress and announcements on stderr."""

import os
from collections.abc import Iterable, Mapping
from enum import StrEnum

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text
from rich.theme import Theme

from newsletter.console.wrapping import wrapped

READING_WIDTH = 100
"""Cells of a line where no terminal says how wide it is."""

THEME = Theme(
    {
        "error": "bold red",
        "warning": "bold yellow",
        "note": "bold cyan",
        "clear": "bold green",
        "place": "bold",
        "quiet": "dim",
        "caret": "bold red",
        "hint": "green",
    }
)


class Colour(StrEnum):
    """When colours are used."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class _Desk(Console):
    """A console that knows where a Chinese sentence may be broken: rich breaks at spaces alone."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Return the segments of what is shown, the lines of a text broken before rich would."""
        chosen = options or self.options
        if isinstance(renderable, str):
            renderable = self.render_str(renderable, markup=chosen.markup, highlight=chosen.highlight)
        if isinstance(renderable, Text) and not (chosen.no_wrap or renderable.no_wrap):
            renderable = wrapped(renderable, chosen.max_width)
        return super().render(renderable, options)


def console(colour: Colour = Colour.AUTO, *, stderr: bool = False) -> Console:
    """Return the console of a stream; the environment decides where the colour is left to it."""
    wanted = _wish(os.environ) if colour is Colour.AUTO else colour
    made = _Desk(
        stderr=stderr,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        force_terminal=True if wanted is Colour.ALWAYS else None,
        color_system=None if wanted is Colour.NEVER else "auto",
    )
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = READING_WIDTH
    return made


def _wish(environment: Mapping[str, str]) -> Colour:
    """Return what NO_COLOR and FORCE_COLOR ask for; the former wins."""
    if environment.get("NO_COLOR"):
        return Colour.NEVER
    return Colour.ALWAYS if environment.get("FORCE_COLOR") else Colour.AUTO
