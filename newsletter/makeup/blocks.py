"""Blocks of copy to passages: for each kind of block how it is set, for neighbours of a kind together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newsletter.compose import Setting, compose, width_of_marker
from newsletter.dummy import SetLine
from newsletter.fonts import FontBook
from newsletter.layout import Layout
from newsletter.makeup.displayed import Displayer, right_inset
from newsletter.makeup.grid import grid_of
from newsletter.makeup.lists import hung, marked
from newsletter.makeup.passage import WHITE, Passage, bound, setting_of
from newsletter.makeup.tablework import MeasuredTable
from newsletter.makeup.tabular import table_lines
from newsletter.manuscript import Block, Paragraph

STYLES = {
    Block.TEXT: "body",
    Block.REGARDS: "body",
    Block.CROSSHEAD: "crosshead",
    Block.ITEM: "list",
    Block.QUOTE: "quote",
    Block.ATTRIBUTION: "quote",
    Block.VERSE: "verse",
    Block.VERSE_TITLE: "verse",
    Block.VERSE_AUTHOR: "verse",
    Block.SIGNATURE: "signature",
    Block.TABLE_TITLE: "table",
    Block.CELL: "table",
    Block.NOTE: "note",
}
"""The style that each block is set in."""
NOTE_GAP = 0.25
"""The white in em between a note's number and its text."""
TOGETHER = {Block.VERSE_TITLE: Block.VERSE, Block.VERSE_AUTHOR: Block.VERSE, Block.TABLE_TITLE: Block.CELL}
"""What is set as one with its neighbours."""
APART = {Block.VERSE, Block.CELL}
"""What has white above and below, a line of it at least."""


@dataclass(frozen=True)
class BlockSetter:
    """Sets a story's paragraphs at a measure in em of the body."""

    layout: Layout
    book: FontBook
    measure: float

    def passages(self, paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
        """Yield the passages of all but tables too wide or too tall for a leg, with the white between."""
        white = -1
        for block, group in grouped(paragraphs):
            above = max(self._white(block), white)
            found = list(SETTERS[block](self, group))
            if found:
                yield from [Passage((WHITE,) * above)] * (above > 0 and white >= 0)
                yield from found
                white = self._white(block) if block in APART else 0

    def _white(self, block: Block) -> int:
        """Return the lines of white above a block."""
        return max(self.layout.styles[STYLES[block]].above, int(block in APART))

    def _prose(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        for paragraph in group:
            indent = 0.0 if paragraph.runs_on else None
            yield self._set(
                paragraph, setting_of(self.layout.styles["body"], self.measure, self.layout, indent)
            )

    def _regards(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        setting = setting_of(self.layout.styles["body"], self.measure, self.layout, indent=0.0)
        for paragraph in group:
            yield replace(self._set(paragraph, setting), setting=None)

    def _quotes(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        """Yield quotations, in from the left and where the measure is wide from the right."""
        style = self.layout.styles["quote"]
        measure = self._measure("quote") - right_inset(style, self.measure)
        setting = setting_of(style, measure, self.layout, style.inset + style.indent)
        for paragraph in group:
            yield self._set(paragraph, replace(setting, hanging=style.inset))

    def _items(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        """Yield list items, their markers hanging."""
        setting = setting_of(self.layout.styles["list"], self._measure("list"), self.layout)
        items = marked(group, self.layout.lists)
        for item, placed in zip(items, hung(items, setting, self.book), strict=True):
            yield self._set(item, placed)

    def _notes(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        """Yield the notes at a story's end, their numbers hanging."""
        setting = setting_of(self.layout.styles["note"], self._measure("note"), self.layout)
        for note in group:
            hanging = width_of_marker(note.marker, setting, self.book) + NOTE_GAP
            yield replace(self._set(note, replace(setting, hanging=hanging)), setting=None)

    def _crossheads(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        for paragraph in group:
            yield bound(self._displayer.crosshead(paragraph), paragraph, on=True)

    def _attributions(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        for paragraph in group:
            yield bound(self._displayer.attribution(paragraph), paragraph)

    def _verse(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        """Yield a poem: its head stays with its first line, and no stanza's last line stands alone."""
        found = self._displayer.verse(group)
        lines, bonds = (line for line, _bond in found), (bond for _line, bond in found)
        yield Passage(tuple(lines), group[0], bonds=tuple(bonds))

    def _signature(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        yield bound(self._displayer.signature(group), group[0])

    def _table(self, group: Sequence[Paragraph]) -> Iterator[Passage]:
        """Yield a table that a leg can hold."""
        table = MeasuredTable(grid_of(group), self.layout, self.book)
        if fits_leg(table, self.measure):
            yield bound(table_lines(table, self.measure), group[0])

    @property
    def _displayer(self) -> Displayer:
        return Displayer(self.layout, self.book, self.measure)

    def _set(self, paragraph: Paragraph, setting: Setting) -> Passage:
        name = self.layout.style_name(STYLES[paragraph.block])
        lines = compose(paragraph, setting, self.book)
        return Passage(tuple(SetLine(line, name) for line in lines), paragraph, setting=setting)

    def _measure(self, name: str) -> float:
        """Return the measure in em of a style."""
        return self.measure * self.layout.styles["body"].size / self.layout.styles[name].size


Setter = Callable[[BlockSetter, Sequence[Paragraph]], Iterable[Passage]]
SETTERS: Mapping[Block, Setter] = {
    Block.TEXT: BlockSetter._prose,
    Block.REGARDS: BlockSetter._regards,
    Block.CROSSHEAD: BlockSetter._crossheads,
    Block.ITEM: BlockSetter._items,
    Block.QUOTE: BlockSetter._quotes,
    Block.ATTRIBUTION: BlockSetter._attributions,
    Block.VERSE: BlockSetter._verse,
    Block.SIGNATURE: BlockSetter._signature,
    Block.CELL: BlockSetter._table,
    Block.NOTE: BlockSetter._notes,
}
"""What sets a group of each kind of block."""


def grouped(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Block, list[Paragraph]]]:
    """Yield neighbouring paragraphs of a kind together: a list, a poem with its author, a table."""
    kinds: list[tuple[Block, int]] = []
    for at, paragraph in enumerate(paragraphs):
        block = TOGETHER.get(paragraph.block, paragraph.block)
        if block is Block.ATTRIBUTION and kinds and kinds[-1][0] is Block.VERSE:
            block = Block.VERSE
        kinds.append((block, _table_of(paragraphs[at : at + 2])))
    for kind, group in groupby(range(len(kinds)), key=kinds.__getitem__):
        yield kind[0], [paragraphs[at] for at in group]


def _table_of(paragraphs: Sequence[Paragraph]) -> int:
    """Return the number of the table that a cell, or the title before it, belongs to; -1 for none."""
    first, *others = paragraphs
    held = others[0] if first.block is Block.TABLE_TITLE and others else first
    return held.cell.table if held.cell else -1


def fits_leg(table: MeasuredTable, measure: float) -> bool:
    """Return whether a table is set where it stands in the copy: read with ease and not tall."""
    if table.comfortable > measure:
        return False
    return len(table_lines(table, measure)) <= table.layout.tables.tallest_in_leg


def measured_tables(
    paragraphs: Sequence[Paragraph], layout: Layout, book: FontBook
) -> tuple[MeasuredTable, ...]:
    """Return a story's tables."""
    groups = grouped(paragraphs)
    return tuple(
        MeasuredTable(grid_of(group), layout, book) for block, group in groups if block is Block.CELL
    )
