"""What text pasted from Word brings along: lines that were paragraphs, columns parted by tabs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsletter.copy_source import faults
from newsletter.diagnostics import Diagnostic, Span
from newsletter.script import is_wide

ENDS = re.compile(r"[。！？…][”’）》」』]*$")
BROKEN = re.compile(r"(?: {2,}|\\)$")
"""A break that its writer asked for; another rule tells of it."""
DOT = r"[•●○■□◆◇▪◦‣·\uf000-\uf0ff]"
NUMBER = (
    r"(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]+条"
    r"|[①-⑳]|\d{1,2}(?:[、．]|[.)](?=\s*[^\W\d_a-zA-Z])))"
)
BEGINS = re.compile(rf"\s*(?:{DOT}|{NUMBER})")
NO_VERSE = re.compile(rf"{BROKEN.pattern}|\||^{BEGINS.pattern}")
"""A break asked for and the row of a table that is none, of which other rules tell; an item of a list."""
NAMED = re.compile(r"\s*>[\s>]*[—―–]")
"""The line of a quotation that says whose it is; it stands right under it."""
INDENTED = re.compile(r"\u3000{2}|\t| {2,}\S")
LISTED = re.compile(rf"[\s>]*(?:{DOT}|{NUMBER}|\d{{1,2}}[.)]|[-*+])\s*")
"""What begins an item of a list; a tab behind it parts no columns."""
PARTED = re.compile(r"[^\s　][ 　]*\t\s*[^\s　]")
GOES_ON = re.compile(r"[，,、]$")
SOFT = "\v"
"""What Shift and Enter leave in Word; its readers see a new line."""
SHORT = 0.6
"""A line of less than this share of the widest of its paragraph was ended there by its writer."""
NARROW, FEWEST = 40, 3
"""So many lines, all narrower than so many half characters, were never broken by an editor program."""
SHOWN = 10


@dataclass(frozen=True)
class Pasting:
    """The lines ``first`` to before ``last`` of a copy file that Markdown takes for one block.

    ``prose`` is a paragraph of its own; in lists and quotations an indent or a short line means nothing.
    """

    lines: Sequence[str]
    first: int
    last: int
    prose: bool

    @cached_property
    def narrow(self) -> bool:
        """Whether the lines are as short as those of a poem, and more than an address has."""
        rows = self._rows
        return len(rows) >= FEWEST and self.widest < NARROW and not any(map(NO_VERSE.search, rows))

    @cached_property
    def widest(self) -> int:
        """The width of the widest line of a paragraph."""
        return max(map(width, self._rows), default=0)

    @property
    def _rows(self) -> Sequence[str]:
        return self.lines[self.first : self.last] if self.prose else ()

    @cached_property
    def joined(self) -> list[int]:
        """Return the numbers of the lines that were meant to begin a paragraph and join the line before."""
        return [at for at in range(self.first + 1, self.last) if self._runs_on(at)]

    @cached_property
    def parted(self) -> list[int]:
        """Return the numbers of the lines that tabs part."""
        return [at for at in range(self.first, self.last) if is_parted(self.lines[at])]

    def _runs_on(self, at: int) -> bool:
        before, line = self.lines[at - 1], self.lines[at]
        if BROKEN.search(before) or is_parted(line) or NAMED.match(line) or not line.strip():
            return False
        return bool(ENDS.search(before.rstrip()) or BEGINS.match(line) or (self.prose and self._apart(at)))

    def _apart(self, at: int) -> bool:
        """Return whether a line is indented, or the one before it ended long before the edge."""
        before = self.lines[at - 1].strip()
        ended = width(before) < SHORT * self.widest and not GOES_ON.search(before)
        return ended or self.narrow or bool(INDENTED.match(self.lines[at]))


def is_parted(line: str) -> bool:
    """Return whether tabs part the words of a line as columns of a table."""
    return "\t" in line and PARTED.search(LISTED.sub("", line, count=1)) is not None


def width(line: str) -> int:
    """Return how wide a line is typed, Han counting two."""
    return sum(2 if is_wide(each) else 1 for each in line.strip())


def pasted(pasting: Pasting, file: str) -> Iterator[Diagnostic]:
    """Report the lines of a block that run together, and what tabs part."""
    soft = list(_soft_breaks(pasting))
    joined = pasting.joined
    if joined or soft:
        number, start = min([(at, 0) for at in joined] + soft)
        count = len(joined) + len(soft)
        at, words = _place(pasting.lines, number, file, start)
        yield faults.lines_run_together(at, words, count, verse=pasting.narrow)
    if parted := pasting.parted:
        yield faults.tab_between_words(*_place(pasting.lines, parted[0], file))


def _soft_breaks(pasting: Pasting) -> Iterator[tuple[int, int]]:
    """Yield the line and offset of what stands behind each soft return."""
    for at in range(pasting.first, pasting.last):
        for found in re.finditer(SOFT, pasting.lines[at]):
            if pasting.lines[at][found.end() :].strip():
                yield at, found.end()


def _place(lines: Sequence[str], number: int, file: str, start: int = 0) -> tuple[Span, str]:
    """Return the place of a line, or of its part from an offset on, and its first words."""
    line = lines[number][start:]
    words = " ".join(line.split())
    indent = start + len(line) - len(line.lstrip())
    span = Span(file, number + 1, indent + 1, max(1, len(line.strip())))
    return span, words if len(words) <= SHOWN else words[:SHOWN] + "…"
