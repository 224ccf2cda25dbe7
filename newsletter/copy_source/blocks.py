"""Blocks of copy: paragraphs, crossheads, lists, quotes, verse, tables; what cannot be set is reported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from newsletter.copy_source import faults
from newsletter.copy_source.closing import is_closing, with_closing
from newsletter.copy_source.correcting import Corrected, Correction, corrected_paragraph
from newsletter.copy_source.inline import Inline, Piece
from newsletter.copy_source.notes import Notes
from newsletter.copy_source.parser import parse
from newsletter.copy_source.pasting import Pasting, pasted
from newsletter.copy_source.rolls import with_rolls
from newsletter.copy_source.tables import MOST_COLUMNS, RULED, TITLE, TableReader
from newsletter.copy_source.unpasting import unpasted
from newsletter.copy_source.verse import ATTRIBUTION, NAMES, is_verse, read_verse, with_verse
from newsletter.diagnostics import Diagnostic, Span
from newsletter.manuscript import Block, Manuscript, Paragraph
from newsletter.surnames import is_roll

if TYPE_CHECKING:
    from markdown_it.token import Token

UNSET = {"fence": faults.code_in_copy, "hr": faults.rule_in_copy}
DEEPEST_LIST = 1
LONGEST_ATTRIBUTION = 30


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy file read: the manuscript, the `#` heading at its top, and what was noticed."""

    manuscript: Manuscript
    heading: Paragraph | None = None
    reports: tuple[Diagnostic, ...] = ()
    corrections: tuple[Correction, ...] = ()


def read_copy(text: str, file: str, skipped: int = 0) -> Copy:
    """Return the manuscript of a copy file; its first ``skipped`` lines are front matter."""
    lines = text.split("\n")
    story = _Story(["" if number < skipped else line for number, line in enumerate(lines)], file)
    story.walk()
    paragraphs = with_rolls(with_closing(with_verse(story.paragraphs)))
    manuscript = Manuscript((*paragraphs, *story.notes.paragraphs()))
    reports = (*story.reports, *story.notes.reports)
    return Copy(manuscript, story.heading, reports, tuple(story.corrections))


@dataclass(slots=True)
class _Story:
    """Collects paragraphs from block tokens."""

    lines: list[str]
    file: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    reports: list[Diagnostic] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    heading: Paragraph | None = None
    level: int = 0
    quotes: int = 0
    quoted: bool = False
    items: int = 0
    marker: str = ""
    tables: int = 0
    deep: bool = False
    titled: bool = False
    note: str = ""
    notes: Notes = field(default_factory=Notes)
    taken: dict[int, int] = field(default_factory=dict)  # columns of lines from which on more is set right

    def walk(self) -> None:
        """Take every block in."""
        found = parse("\n".join(self.lines))
        titles = {id(found[at]) for at, token in enumerate(found[2:]) if token.type == "table_open"}
        tokens = iter(found)
        for token in tokens:
            if token.type == "inline":
                self.titled = id(token) in titles
                self._inline(token)
            elif token.type == "table_open":
                self._table(token, list(takewhile(lambda each: each.type != "table_close", tokens)))
            elif token.type == "fence" and token.info.strip() in NAMES:
                self._verse(token)
            else:
                self._frame(token)

    def _frame(self, token: "Token") -> None:
        """Note what begins or ends, and report what cannot be set."""
        if token.type in UNSET:
            self.reports.append(UNSET[token.type](self._span(token)))
        if token.type in ("heading_open", "heading_close"):
            self.level = int(token.tag[1]) if token.nesting > 0 else 0
        elif token.type in ("note_open", "note_close"):
            self.note = token.info
        elif token.type in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
            self.quoted = self.quoted and self.quotes > 0
        elif token.type in ("list_item_open", "list_item_close"):
            self.items += token.nesting
            self.marker = (token.info + token.markup if token.info else "•") if token.nesting > 0 else ""

    def _span(self, token: "Token") -> Span:
        """Return the first line of a block."""
        number = token.map[0] if token.map else 0
        line = self.lines[number]
        indent = len(line) - len(line.lstrip())
        return Span(self.file, number + 1, indent + 1, max(1, len(line.strip())))

    def _table(self, token: "Token", inside: Sequence["Token"]) -> None:
        """Take a table in, or report that it has too many columns."""
        reader = TableReader(self.lines, self.file, self.tables, self.notes)
        reader.walk(inside)
        if reader.columns > MOST_COLUMNS:
            self.reports.append(faults.table_cannot_be_set(self._span(token), reader.columns, MOST_COLUMNS))
            return
        self.tables += 1
        self.reports.extend(reader.reports)
        for corrected in reader.read:
            self._note(corrected)
        self.paragraphs.extend(reader.cells)

    def _verse(self, token: "Token") -> None:
        """Take a fenced block of verse in."""
        for inline, corrected in read_verse(token, self.lines, self.file, self.notes):
            self.reports.extend(inline.reports)
            self._note(corrected)
            if corrected.value:
                self.paragraphs.append(corrected.value)

    def _inline(self, token: "Token") -> None:
        """Take a block's text in as one paragraph or several."""
        first, last = token.map or [0, len(self.lines)]
        inline = Inline(
            self.lines,
            self.file,
            first,
            last,
            numbers=self.notes,
            column=token.meta.get("column", 0),
            roll=not self.level and is_roll(token.content),
        )
        inline.walk(token.children or [])
        self.reports.extend(inline.reports)
        block = Block.NOTE if self.note else self._block(inline)
        if any(RULED.fullmatch(self.lines[at]) for at in range(first, min(last, len(self.lines)))):
            self.reports.append(faults.table_not_recognised(self._span(token)))
        parts = list(_parts(block, inline))
        if block in (Block.TEXT, Block.ITEM, Block.QUOTE) and not inline.roll:
            self._pasted(first, min(last, len(self.lines)), block, len(parts))
        if len(parts) == 1 and block is not Block.VERSE:
            self.reports.extend(map(faults.hard_line_break, inline.hard))
        for part, pieces, starts in parts:
            self._paragraph(part, pieces, starts, self._span(token))
        self.marker = ""

    def _pasted(self, first: int, last: int, block: Block, parts: int) -> None:
        """Report what text pasted from Word brings along, and what would set it right.

        The lines of a closing, which are set apart, are as they should be. Of a line that tabs part
        nothing else is set right.
        """
        if block is Block.TEXT and parts > 1:
            return
        found = Pasting(self.lines, first, last, prose=block is Block.TEXT)
        self.reports.extend(pasted(found, self.file))
        mended = list(unpasted(found, self.file))
        self.corrections.extend(mended)
        self.taken.update((each.at.line, each.at.column + len(each.old)) for each in mended)
        self.taken.update((at + 1, len(self.lines[at]) + 1) for at in found.parted)

    def _paragraph(self, block: Block, pieces: Sequence[Piece], starts: Sequence[int], span: Span) -> None:
        """Take one paragraph in."""
        corrected = corrected_paragraph(pieces, block, span, self.marker, starts)
        self._note(corrected)
        if corrected.value and self.note:
            self.notes.define(self.note, corrected.value)
        elif corrected.value:
            self._place(replace(corrected.value, level=self._level(corrected.value)))
            self.quoted = self.quotes > 0
            self.marker = ""

    def _level(self, paragraph: Paragraph) -> int:
        """Return how deep in lists a paragraph is set; too deep a list is reported once."""
        level = max(0, self.items - 1) if paragraph.block is Block.ITEM else 0
        if level > DEEPEST_LIST and not self.deep:
            self.reports.append(faults.deep_list(paragraph.span, paragraph.text))
        self.deep = level > DEEPEST_LIST
        return min(level, DEEPEST_LIST)

    def _note(self, corrected: Corrected[Paragraph | None]) -> None:
        self.reports.extend(corrected.reports)
        self.corrections.extend(
            each for each in corrected.corrections if each.at.column >= self.taken.get(each.at.line, 0)
        )

    def _block(self, inline: Inline) -> Block:
        """Return what a paragraph is."""
        if self.level:
            return Block.CROSSHEAD
        if self.quotes and not self.items and self._attributes(inline):
            return Block.ATTRIBUTION
        if self.quotes > 1:
            return Block.SIGNATURE
        if not self.items and is_verse(inline, self.quotes > 0):
            return Block.VERSE
        if self.titled and TITLE.fullmatch(_text(inline.pieces)):
            return Block.TABLE_TITLE
        return Block.QUOTE if self.quotes else Block.ITEM if self.items else Block.TEXT

    def _attributes(self, inline: Inline) -> bool:
        """Return whether a quotation's further paragraph says whose words they are."""
        text = _text(inline.pieces)
        return self.quoted and text.startswith(ATTRIBUTION) and len(text) <= LONGEST_ATTRIBUTION

    def _place(self, paragraph: Paragraph) -> None:
        """Add a paragraph; the `#` heading at the top stays apart, for it may be the headline."""
        if self.level == 1 and not self.paragraphs and self.heading is None:
            self.heading = paragraph
            return
        if self.level == 1:
            self.reports.append(faults.second_headline(paragraph.span, paragraph.text))
        if self.level > 2:
            self.reports.append(faults.deep_heading(paragraph.span, paragraph.text))
        self.paragraphs.append(paragraph)


def _parts(block: Block, inline: Inline) -> Iterator[tuple[Block, Sequence[Piece], Sequence[int]]]:
    """Yield a paragraph's parts that are set apart: lines of a closing, who is quoted, else the whole."""
    rows = inline.rows()
    if block is Block.SIGNATURE or (block is Block.TEXT and is_closing([_text(row) for row in rows])):
        yield from ((block, row, ()) for row in rows)
    elif block in (Block.QUOTE, Block.VERSE) and _is_attribution(rows):
        starts = inline.starts[:-1] if block is Block.VERSE else ()
        yield block, inline.pieces[: inline.joints[-1]], starts
        yield Block.ATTRIBUTION, rows[-1], ()
    else:
        yield block, inline.pieces, inline.starts if block is Block.VERSE else ()


def _is_attribution(rows: Sequence[Sequence[Piece]]) -> bool:
    """Return whether the last of several lines begins with a dash and is short."""
    last = _text(rows[-1])
    return len(rows) > 1 and last.startswith(ATTRIBUTION) and len(last) <= LONGEST_ATTRIBUTION


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces).strip()
