"""What stands a few cells in, its lines as long as they are: no white at their ends for pipes to keep."""

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment


@dataclass(frozen=True, slots=True)
class Indented:
    """Something shown ``cells`` in from the left."""

    shown: RenderableType
    cells: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, white before each."""
        room = options.update(width=max(options.max_width - self.cells, 1))
        for line in console.render_lines(self.shown, room, pad=False):
            yield Segment(" " * self.cells)
            yield from ended(line)
            yield Segment.line()


def ended(line: list[Segment]) -> list[Segment]:
    """Return a line without the plain white at its end."""
    kept = list(line)
    while kept and not kept[-1].text.strip() and not kept[-1].control:
        kept.pop()
    if kept and not kept[-1].control:
        last = kept.pop()
        kept.append(Segment(last.text.rstrip(), last.style))
    return kept
