"""A line of source with the place marked under it, by terminal cells: a Han character is two."""

import unicodedata
from dataclasses import dataclass

from rich.cells import cell_len

from newsletter.diagnostics import Span

TAB = "    "
CUT = "…"
WIDE_SPACE = "\u3000"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line as shown: ``before`` cells stand before the ``carets`` cells that are marked."""

    line: int
    text: str
    before: int
    carets: int


def excerpt(source: str, span: Span, room: int) -> Excerpt | None:
    """Return the span's line cut to ``room`` cells around the place, or none where there is no such line."""
    lines = source.removesuffix("\n").split("\n")
    if not source or not 1 <= span.line <= len(lines):
        return None
    shown = [
        TAB if character == "\t" else _visible(character) for character in lines[span.line - 1].rstrip("\r")
    ]
    first = min(max(span.column - 1, 0), len(shown))
    last = min(first + max(span.length, 1), len(shown))
    start, end = _window(shown, first, last, room)
    lead, trail = CUT if start else "", CUT if end < len(shown) else ""
    return Excerpt(
        line=span.line,
        text=lead + "".join(shown[start:end]) + trail,
        before=cell_len(lead + "".join(shown[start:first])),
        carets=max(cell_len("".join(shown[first : min(last, end)])), 1),
    )


def _visible(character: str) -> str:
    """Return a character that takes its cells on the screen and moves nothing; spaces stay what they are."""
    if character == WIDE_SPACE or character.isprintable():
        return character
    return " " if unicodedata.category(character) == "Zs" else "\N{REPLACEMENT CHARACTER}"


def _window(shown: list[str], first: int, last: int, room: int) -> tuple[int, int]:
    """Return the part of the line that fits: all of it, else some words before the place and what follows."""
    widths = [cell_len(each) for each in shown]
    if sum(widths) <= room:
        return 0, len(shown)
    start, left = first, room // 3
    while start and widths[start - 1] <= left:
        start -= 1
        left -= widths[start]
    end, left = start, room - 2
    while end < len(shown) and widths[end] <= left:
        left -= widths[end]
        end += 1
    return start, max(end, min(first + 1, last))
