"""What text pasted from Word brings along: lines that were paragraphs, columns parted by tabs."""

import re
from collections.abc import Iterator, Sequence

from newsletter.copy_source import faults
from newsletter.diagnostics import Diagnostic, Span

ENDS = re.compile(r"[。！？…][”’）》」』]*$")
BROKEN = re.compile(r"(?: {2,}|\\)$")
"""A break that its writer asked for; another rule tells of it."""
BEGINS = re.compile(
    r"\s*(?:[•●○■□◆◇▪◦‣·\uf000-\uf0ff]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])"
)
NAMED = re.compile(r"\s*>[\s>]*[—―–]")
"""The line of a quotation that says whose it is; it stands right under it."""
INDENTED = re.compile(r"\u3000{2}|\t| {2,}\S")
PARTED = re.compile(r"[^\s　][ 　]*\t\s*[^\s　]")
SHOWN = 10


def pasted(lines: Sequence[str], first: int, last: int, file: str, *, prose: bool) -> Iterator[Diagnostic]:
    """Report the lines of a block that run together, and what tabs part; in lists an indent means nothing."""
    last = min(last, len(lines))
    joined = [at for at in range(first + 1, last) if _runs_on(lines[at - 1], lines[at], prose=prose)]
    if joined:
        at, words = _place(lines, joined[0], file)
        yield faults.lines_run_together(at, words, len(joined))
    parted = next((at for at in range(first, last) if PARTED.search(lines[at])), None)
    if parted is not None:
        yield faults.tab_between_words(*_place(lines, parted, file))


def _runs_on(before: str, line: str, *, prose: bool) -> bool:
    """Return whether a line was meant to begin a paragraph and joins the line before it."""
    if BROKEN.search(before) or PARTED.search(line) or NAMED.match(line) or not line.strip():
        return False
    return bool(ENDS.search(before.rstrip()) or BEGINS.match(line) or (prose and INDENTED.match(line)))


def _place(lines: Sequence[str], number: int, file: str) -> tuple[Span, str]:
    """Return a line's place and its first words."""
    line = lines[number]
    words = " ".join(line.split())
    span = Span(file, number + 1, len(line) - len(line.lstrip()) + 1, max(1, len(line.strip())))
    return span, words if len(words) <= SHOWN else words[:SHOWN] + "…"
