"""Verse: what counts as its lines, and a fenced block of it read stanza by stanza."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from newsletter.copy_source.correcting import Corrected, corrected_paragraph
from newsletter.copy_source.inline import Inline
from newsletter.copy_source.notes import Notes
from newsletter.copy_source.parser import parse_inline
from newsletter.diagnostics import Span
from newsletter.manuscript import Block, Paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token

NAMES = frozenset({"诗", "诗歌", "verse", "poem"})
"""What a fence is called whose lines are verse."""
LONGEST = 36
"""The most characters of a line that is still taken for verse by its hard break."""
ATTRIBUTION = ("—", "⸺", "--")
FEWEST, SHORT = 4, 20
"""So many paragraphs of a quotation at least, each of so many characters at most, are lines of verse."""
HEADS = {"# ": Block.VERSE_TITLE, "## ": Block.VERSE_AUTHOR}


def is_verse(inline: Inline, quoted: bool) -> bool:
    """Return whether every line of a paragraph ends in a hard break: two in ordinary copy, one in a quote.

    A last line that says whose words they are does not count.
    """
    rows = ["".join(piece.text for piece in row) for row in inline.rows()]
    lines = rows[:-1] if rows[-1].startswith(ATTRIBUTION) else rows
    hard = len(inline.hard) == len(rows) - 1 and len(lines) >= (2 if quoted else 3)
    return hard and all(len(line) <= LONGEST for line in lines)


def with_verse(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, a quotation of nothing but short ones taken for the lines of one stanza."""
    found: list[Paragraph] = []
    for block, group in groupby(paragraphs, key=lambda each: each.block):
        lines = list(group)
        short = len(lines) >= FEWEST and all(len(each.text) <= SHORT and not each.marker for each in lines)
        found += [_stanza(lines)] if block is Block.QUOTE and short else lines
    return found


def _stanza(lines: Sequence[Paragraph]) -> Paragraph:
    """Return paragraphs as the lines of one."""
    starts = [0, *accumulate(len(line.text) for line in lines)]
    edges = tuple(
        replace(edge, offset=edge.offset + start)
        for line, start in zip(lines, starts, strict=False)
        for edge in line.edges
    )
    runs = tuple(run for line in lines for run in line.runs)
    return replace(lines[0], block=Block.VERSE, runs=runs, edges=edges, breaks=tuple(starts[1:-1]))


def read_verse(
    token: "Token", lines: list[str], file: str, notes: Notes
) -> Iterator[tuple[Inline, Corrected[Paragraph | None]]]:
    """Yield the stanzas of a fenced block, its title and author (`#`, `##`), a last line — who wrote it."""
    first, last = token.map or [0, 0]
    numbers = range(first + 1, min(last, first + 1 + token.content.count("\n")))
    rows = [(at, lines[at].lstrip(" >\t")) for at in numbers]
    for blank, stanza in groupby(rows, key=lambda row: not row[1].strip()):
        for block, group in [] if blank else _parts(list(stanza)):
            yield _read(block, group, lines, file, notes)


def _parts(rows: Sequence[tuple[int, str]]) -> Iterator[tuple[Block, list[tuple[int, str]]]]:
    """Yield the rows of a stanza that are set alike."""
    for block, group in groupby(rows, key=lambda row: _block(row[1])):
        found = list(group)
        yield from [(block, found)] if block is Block.VERSE else [(block, [each]) for each in found]


def _block(row: str) -> Block:
    if row.startswith(ATTRIBUTION):
        return Block.ATTRIBUTION
    return next((block for mark, block in HEADS.items() if row.startswith(mark)), Block.VERSE)


def _read(
    block: Block, rows: Sequence[tuple[int, str]], lines: list[str], file: str, notes: Notes
) -> tuple[Inline, Corrected[Paragraph | None]]:
    """Return rows as one paragraph with a break between any two."""
    texts = [row.lstrip("# ") if block in HEADS.values() else row for _at, row in rows]
    inline = Inline(lines, file, rows[0][0], rows[-1][0] + 1, numbers=notes)
    inline.walk(parse_inline("\n".join(text.strip(" ") for text in texts)))
    at = rows[0][0]
    span = Span(file, at + 1, 1, max(1, len(lines[at])))
    return inline, corrected_paragraph(inline.pieces, block, span, "", inline.starts)
