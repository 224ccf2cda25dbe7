"""Copy as records: runs of characters, paragraphs, manuscripts."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import accumulate, pairwise, zip_longest
from typing import Literal

from newsletter.diagnostics import Span

DOTS = "dots"
"""What stands in place of the face of stress where 着重号 are set instead."""


class Emphasis(StrEnum):
    """How a run is set apart from its paragraph."""

    PLAIN = "plain"
    STRONG = "strong"  # set in 黑体
    STRESS = "stress"  # set in 楷体 or with 着重号
    BOTH = "both"  # strong, and with 着重号 where stress is set so

    @property
    def is_stressed(self) -> bool:
        """Whether 着重号 stand under the run where the layout sets them."""
        return self in (Emphasis.STRESS, Emphasis.BOTH)


class Block(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    CROSSHEAD = "crosshead"
    ITEM = "item"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"  # who said a quotation or wrote a verse
    VERSE = "verse"
    VERSE_TITLE = "verse-title"
    VERSE_AUTHOR = "verse-author"
    REGARDS = "regards"  # 敬礼
    SIGNATURE = "signature"  # 落款: unit, date
    TABLE_TITLE = "table-title"
    CELL = "cell"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reading:
    """Ruby (注音) over the characters from ``start`` to before ``stop`` of a text."""

    start: int
    stop: int
    sound: str


CellAlign = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set alike; ``reading`` is the ruby over them, empty for none."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    reading: str = ""


def runs_with(text: str, readings: Sequence[Reading]) -> tuple[Run, ...]:
    """Return a plain text as runs, its readings, which are in order and apart, over their characters."""
    return tuple(_runs_with(text, readings))


def _runs_with(text: str, readings: Sequence[Reading]) -> Iterator[Run]:
    start = 0
    for each in readings:
        if each.start > start:
            yield Run(text[start : each.start])
        yield Run(text[each.start : each.stop], Emphasis.PLAIN, each.sound)
        start = each.stop
    if start < len(text):
        yield Run(text[start:])


def cut_runs(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """Return the runs of a text's first characters."""
    found: list[Run] = []
    for run in runs:
        part = run.text[: max(0, length - sum(len(each.text) for each in found))]
        found += [replace(run, text=part)] if part else []
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Edge:
    """From ``offset`` of a paragraph's text on, characters stand in the file from line and column on."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell's place: ``table`` counts the story's tables, ``row`` 0 is the head; all from 0."""

    table: int
    row: int
    column: int
    columns: int
    align: CellAlign = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of copy in printing form.

    ``marker`` is a list item's (“1.”, “•”), none for its further paragraphs, or a note's number; ``level``
    counts the lists around it beyond the first. ``breaks`` are the offsets at which lines of verse begin.
    What ``runs_on`` began on another page and is set flush.
    ``cell`` is the place of a table's cell. A ``roll`` holds nothing but personal names: those of two
    characters are spaced to three (名单).
    """

    block: Block
    runs: tuple[Run, ...]
    span: Span
    marker: str = ""
    edges: tuple[Edge, ...] = field(default=(), repr=False)
    level: int = 0
    breaks: tuple[int, ...] = ()
    cell: Cell | None = None
    roll: bool = False
    runs_on: bool = False

    @property
    def text(self) -> str:
        """The paragraph's characters, without readings and marker."""
        return "".join(run.text for run in self.runs)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings over the paragraph's characters."""
        ends = accumulate(len(run.text) for run in self.runs)
        return tuple(
            Reading(end - len(run.text), end, run.reading)
            for run, end in zip(self.runs, ends, strict=True)
            if run.reading
        )

    def at(self, offset: int, length: int = 1) -> Span:
        """Return where characters of the text stand in the file."""
        number = bisect_right(self.edges, offset, key=lambda edge: edge.offset) - 1
        if number < 0:
            return self.span
        edge = self.edges[number]
        return Span(self.span.file, edge.line, edge.column + offset - edge.offset, length)

    def cut(self) -> tuple["Paragraph", ...]:
        """Return the paragraph's lines as paragraphs, one where it has no breaks."""
        bounds = (0, *self.breaks, len(self.text))
        return tuple(self._part(start, end) for start, end in pairwise(bounds) if start < end)

    def first(self, length: int) -> "Paragraph":
        """Return the paragraph's first characters."""
        return self._part(0, length)

    def rest(self, offset: int) -> "Paragraph":
        """Return the paragraph from a character on, as it runs on elsewhere."""
        return replace(self._part(offset, len(self.text)), runs_on=True)

    def _part(self, start: int, end: int) -> "Paragraph":
        """Return the characters from one offset to another."""
        edges = tuple(
            Edge(max(0, each.offset - start), each.line, each.column + max(0, start - each.offset))
            for each, behind in zip_longest(self.edges, self.edges[1:])
            if each.offset < end and (behind is None or behind.offset > start)
        )
        place = self.at(start, end - start)
        return replace(self, runs=tuple(self._runs(start, end)), span=place, edges=edges, breaks=())

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        """Return the runs between two offsets."""
        at = 0
        for run in self.runs:
            part = run.text[max(0, start - at) : max(0, end - at)]
            if part:
                yield replace(run, text=part)
            at += len(run.text)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A story's copy."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def characters(self) -> int:
        """The number of characters that are not white space."""
        return sum(not character.isspace() for each in self.paragraphs for character in each.text)
