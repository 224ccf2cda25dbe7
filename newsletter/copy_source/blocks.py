"""Blocks of copy: paragraphs, crossheads, list items, quotes; what cannot be set is reported."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsletter.copy_source import faults
from newsletter.copy_source.correcting import Correction, corrected_paragraph
from newsletter.copy_source.inline import Inline
from newsletter.copy_source.notes import Notes
from newsletter.copy_source.parser import parse
from newsletter.copy_source.rolls import with_rolls
from newsletter.diagnostics import Diagnostic, Span
from newsletter.manuscript import Block, Manuscript, Paragraph
from newsletter.surnames import is_roll

if TYPE_CHECKING:
    from markdown_it.token import Token

UNSET = {"fence": faults.code_in_copy, "table_open": faults.table_in_copy, "hr": faults.rule_in_copy}


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
    manuscript = Manuscript((*with_rolls(story.paragraphs), *story.notes.paragraphs()))
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
    items: int = 0
    marker: str = ""
    table: bool = False
    note: str = ""
    notes: Notes = field(default_factory=Notes)

    def walk(self) -> None:
        """Take every block in."""
        for token in parse("\n".join(self.lines)):
            if token.type == "inline" and not self.table:
                self._inline(token)
            else:
                self._frame(token)

    def _frame(self, token: "Token") -> None:
        """Note what begins or ends, and report what cannot be set."""
        if token.type in UNSET:
            self.reports.append(UNSET[token.type](self._span(token)))
        if token.type in ("table_open", "table_close"):
            self.table = token.nesting > 0
        elif token.type in ("heading_open", "heading_close"):
            self.level = int(token.tag[1]) if token.nesting > 0 else 0
        elif token.type in ("note_open", "note_close"):
            self.note = token.info
        elif token.type in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
        elif token.type in ("list_item_open", "list_item_close"):
            self.items += token.nesting
            self.marker = (token.info + token.markup if token.info else "•") if token.nesting > 0 else ""

    def _span(self, token: "Token") -> Span:
        """Return the first line of a block."""
        number = token.map[0] if token.map else 0
        line = self.lines[number]
        indent = len(line) - len(line.lstrip())
        return Span(self.file, number + 1, indent + 1, max(1, len(line.strip())))

    def _inline(self, token: "Token") -> None:
        """Take a block's text in as a paragraph."""
        first, last = token.map or [0, len(self.lines)]
        inline = Inline(
            self.lines,
            self.file,
            first,
            last,
            self.notes,
            column=token.meta.get("column", 0),
            roll=not self.level and is_roll(token.content),
        )
        inline.walk(token.children or [])
        self.reports.extend(inline.reports)
        corrected = corrected_paragraph(inline.pieces, self._block(), self._span(token), self.marker)
        self.reports.extend(corrected.reports)
        self.corrections.extend(corrected.corrections)
        self.marker = ""
        if corrected.value and self.note:
            self.notes.define(self.note, corrected.value)
        elif corrected.value:
            self._place(corrected.value)

    def _block(self) -> Block:
        if self.level:
            return Block.CROSSHEAD
        return Block.QUOTE if self.quotes else Block.ITEM if self.items else Block.TEXT

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
