"""Copy as records: runs of characters, paragraphs, manuscripts."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from newsletter.diagnostics import Span


class Emphasis(StrEnum):
    """How a run is set apart from its paragraph."""

    PLAIN = "plain"
    STRONG = "strong"  # set in 黑体
    STRESS = "stress"  # set in 楷体


class Block(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    CROSSHEAD = "crosshead"
    ITEM = "item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set alike; ``reading`` is the ruby over them, empty for none."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """From ``offset`` of a paragraph's text on, characters stand in the file from line and column on."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of copy in printing form; ``marker`` is a list item's (“1.”, “•”)."""

    block: Block
    runs: tuple[Run, ...]
    span: Span
    marker: str = ""
    edges: tuple[Edge, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The paragraph's characters, without readings and marker."""
        return "".join(run.text for run in self.runs)

    def at(self, offset: int, length: int = 1) -> Span:
        """Return where characters of the text stand in the file."""
        number = bisect_right(self.edges, offset, key=lambda edge: edge.offset) - 1
        if number < 0:
            return self.span
        edge = self.edges[number]
        return Span(self.span.file, edge.line, edge.column + offset - edge.offset, length)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A story's copy."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def characters(self) -> int:
        """The number of characters that are not white space."""
        return sum(not character.isspace() for each in self.paragraphs for character in each.text)
