"""The inside of a paragraph: pieces of text with their emphasis, reading and place in the file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsletter.copy_source import faults
from newsletter.copy_source.notes import Notes, raised
from newsletter.diagnostics import Diagnostic, Span
from newsletter.manuscript import Emphasis, Reading
from newsletter.script import is_wide

if TYPE_CHECKING:
    from markdown_it.token import Token

RUBY = re.compile(r"\{(?P<base>[^{}|\n]+)\|(?P<sound>[^{}|\n]+)\}")
NOTE = r"[ \u3000]*\[\^(?P<label>[^\]\[\s^]+)\]"
MARKED = re.compile(f"{RUBY.pattern}|{NOTE}")
EMPHASES: Mapping[tuple[bool, bool], Emphasis] = {
    (False, False): Emphasis.PLAIN,
    (True, False): Emphasis.STRONG,
    (False, True): Emphasis.STRESS,
    (True, True): Emphasis.BOTH,
}
HTML = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that follow each other in the file; ``line`` and ``column`` are those of the first."""

    text: str
    emphasis: Emphasis
    line: int
    column: int
    reading: str = ""


@dataclass(slots=True)
class Inline:
    """Walks through a paragraph's tokens and through its lines in the file side by side."""

    lines: list[str]
    file: str
    line: int  # from 0, where the next piece is looked for
    last: int
    column: int = 0
    numbers: Notes = field(default_factory=Notes)
    roll: bool = False  # nothing but names: a line's end parts two of them
    strong: int = 0
    stress: int = 0
    reports: list[Diagnostic] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # the pieces that begin a line of the file
    joints: list[int] = field(default_factory=list)  # how many pieces the line before had, its joint left out
    hard: list[Span] = field(default_factory=list)  # the ends of lines by two spaces or a backslash

    def walk(self, tokens: list["Token"]) -> None:
        """Take every token in."""
        for number, token in enumerate(tokens):
            if token.type in ("text", "text_special"):
                self._text(token.content)
            elif token.type in ("softbreak", "hardbreak"):
                self._line_end(token, tokens, number)
            else:
                self._markup(token, tokens, number)

    def rows(self) -> list[list[Piece]]:
        """Return the pieces line by line, without the spaces that join them."""
        bounds = zip([0, *self.starts], [*self.joints, len(self.pieces)], strict=True)
        return [self.pieces[start:end] for start, end in bounds]

    def _text(self, text: str) -> None:
        """Take text in, readings and numbers of notes apart."""
        if not text:
            return
        self._seek(text)
        for tag in HTML.finditer(text):
            place = Span(self.file, self.line + 1, self.column + tag.start() + 1, len(tag.group()))
            self.reports.append(faults.raw_html(place, tag.group()))
        for part, found, offset in _marked(text):
            if found and found["label"]:
                self._note(found["label"], offset, len(found.group()))
            else:
                self._add(part, found["sound"] if found else "", self.column + offset)
        self.column += len(text)

    def _note(self, label: str, offset: int, length: int) -> None:
        """Set the raised number of a note where it is mentioned."""
        at = Span(self.file, self.line + 1, self.column + offset + 1, length)
        self._add(raised(self.numbers.mention(label, at)), "", self.column + offset)

    def _add(self, text: str, reading: str, column: int) -> None:
        emphasis = EMPHASES[self.strong > 0, self.stress > 0]
        self.pieces.append(Piece(text, emphasis, self.line + 1, column + 1, reading))

    def _seek(self, text: str) -> None:
        """Go to where the text stands in the file; an entity stands nowhere, the place stays."""
        for number in range(self.line, self.last):
            found = self.lines[number].find(text, self.column if number == self.line else 0)
            if found >= 0:
                self.line, self.column = number, found
                return

    def _line_end(self, token: "Token", tokens: list["Token"], number: int) -> None:
        """Join two lines: Han without a space, Latin words with one."""
        if token.type == "hardbreak":
            self.hard.append(self._here(1))
        self.joints.append(len(self.pieces))
        before = self.pieces[-1].text[-1:] if self.pieces else ""
        behind = _first_character(tokens, number + 1)
        apart = self.roll or not (is_wide(before) or is_wide(behind)) if before and behind else False
        if apart:
            self._add(" ", "", self.column)
        self.starts.append(len(self.pieces))
        self.line, self.column = min(self.line + 1, self.last - 1), 0

    def _markup(self, token: "Token", tokens: list["Token"], number: int) -> None:
        """Take in what is not text."""
        if token.type in ("strong_open", "strong_close"):
            self.strong += token.nesting
        elif token.type in ("em_open", "em_close"):
            self.stress += token.nesting
        elif token.type == "code_inline":
            self._code(token.content)
        elif token.type == "link_open":
            self._link(token, tokens[number + 1 :])
        elif token.type == "image":
            self.reports.append(faults.photo_in_copy(self._here(1), str(token.attrs.get("src", ""))))

    def _code(self, text: str) -> None:
        self._text(text)
        self.reports.append(faults.code_mark(self._here(1, -len(text)), text))

    def _link(self, token: "Token", rest: list["Token"]) -> None:
        inner = []
        for each in rest:
            if each.type == "link_close":
                break
            inner.append(each.content)
        text, address = "".join(inner), str(token.attrs.get("href", ""))
        if inner[:1]:
            self._seek(inner[0])
        self.reports.append(faults.link_in_copy(self._here(len(text)), text, address))

    def _here(self, length: int, offset: int = 0) -> Span:
        width = len(self.lines[self.line]) if self.line < len(self.lines) else 0
        column = max(0, min(self.column + offset, width))
        return Span(self.file, self.line + 1, column + 1, max(1, min(length, width - column)))


def _first_character(tokens: list["Token"], start: int) -> str:
    """Return the first character of the tokens from a number on, empty for none."""
    while start < len(tokens) and not tokens[start].content:
        start += 1
    return tokens[start].content[0] if start < len(tokens) else ""


def _marked(text: str) -> Iterator[tuple[str, re.Match[str] | None, int]]:
    """Return the text in parts with their offsets: plain ones, bases of readings, mentions of notes."""
    start = 0
    for found in MARKED.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], None, start
        yield found["base"] or "", found, found.start() + bool(found["base"])
        start = found.end()
    if start < len(text):
        yield text[start:], None, start


def parted(text: str) -> tuple[str, tuple[Reading, ...]]:
    """Return a line of a manifest without the marks of its readings, and the readings."""
    plain, readings, start = "", [], 0
    for found in RUBY.finditer(text):
        plain += text[start : found.start()] + found["base"]
        readings.append(Reading(len(plain) - len(found["base"]), len(plain), found["sound"].strip()))
        start = found.end()
    return plain + text[start:], tuple(readings)


def joined(text: str, readings: Sequence[Reading]) -> str:
    """Return a line with the marks of its readings, as a manifest holds it."""
    for each in reversed(readings):
        text = f"{text[: each.start]}{{{text[each.start : each.stop]}|{each.sound}}}{text[each.stop :]}"
    return text
