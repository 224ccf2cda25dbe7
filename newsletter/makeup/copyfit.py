"""A story's copy measured: its body lines at any measure, byline and sign-off line with them."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from newsletter.compose import compose_text
from newsletter.diagnostics import Span
from newsletter.dummy import SetLine
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import Layout
from newsletter.lines import Line
from newsletter.makeup.blocks import BlockSetter, fits_leg, grouped, measured_tables
from newsletter.makeup.grid import grid_of
from newsletter.makeup.legs import Take
from newsletter.makeup.part import Part, is_open
from newsletter.makeup.passage import Passage, joined, ruby_of, setting_of
from newsletter.makeup.tableblock import TableBlock, table_block
from newsletter.makeup.tablework import MeasuredTable
from newsletter.makeup.tabular import table_lines
from newsletter.manuscript import Block, Paragraph, Run

__all__ = ["Copy", "Passage", "join_tail", "ruby_of", "setting_of"]

TAIL_GAP = 1.5
"""The least white in em between the last line's end and a sign-off line or credit set on it."""
HEADINGS = frozenset(("byline", "crosshead"))
"""The type styles of what must not be parted from the text below it."""


def is_heading(passage: Passage) -> bool:
    """Return whether a passage must not be parted from what follows."""
    return bool(passage.lines) and passage.lines[-1].style in HEADINGS


@dataclass
class Copy:
    """A story's body as lines, composed once per measure; measures in em of the body."""

    article: Article
    layout: Layout
    book: FontBook
    takes: dict[tuple[float, bool], tuple[tuple[Take, ...], ...]] = field(default_factory=dict)
    """What `CastOff` keeps of the takes of all passages, by the measure and whether others are asked for."""
    _passages: dict[float, tuple[Passage, ...]] = field(default_factory=dict)

    def of_part(self, part: Part) -> "Copy":
        """Return the copy of a part that looks the same; what was set for one serves the other."""
        same = part.model_copy(update={"manuscript": self.article.manuscript})
        return replace(self, article=same)

    def leaded(self, layout: Layout) -> "Copy":
        """Return the copy in a layout that differs only in the leading; what was set serves both."""
        return replace(self, layout=layout)

    def count(self, measure: float) -> int:
        """Return the number of body lines at a measure, the sign-off line on the last where it fits."""
        passages = self.passages(measure)
        tail = self.sign_off(measure)
        last = passages[-1] if passages else None
        on_last = tail and last and last.lines and self.signed(last, last.lines[-1], measure)
        return sum(len(passage.lines) for passage in passages) + (0 if on_last else len(tail))

    def passages(self, measure: float) -> tuple[Passage, ...]:
        """Return byline and paragraphs at a measure."""
        if measure not in self._passages:
            self._passages[measure] = (*self._byline(measure), *self._paragraphs(measure))
        return self._passages[measure]

    def count_all(self, measure: float) -> int:
        """Return the lines of the body and of the tables that stand apart from it at a measure."""
        apart = [table for table in self._tables if not fits_leg(table, measure)]
        return self.count(measure) + sum(len(table_lines(table, measure)) for table in apart)

    def table_block(
        self, columns: int, measure: float, on_columns: bool, layout: Layout
    ) -> TableBlock | None:
        """Return the tables that no leg of a measure can hold as a block so many columns of a layout wide.

        None where the columns are too few for it: ask `has_tables_apart` first.
        """
        apart = [table for table in self._tables if not fits_leg(table, measure)]
        return table_block(apart, columns, on_columns, layout)

    def has_tables_apart(self, measure: float) -> bool:
        """Return whether there are tables that no leg of a measure can hold and that stand in this part."""
        return not is_open(self.article) and not all(fits_leg(table, measure) for table in self._tables)

    def apart_before(self, paragraph: int, measure: float) -> tuple[int, ...]:
        """Return the paragraphs before one that belong to tables which no leg of a measure can hold."""
        paragraphs, at, found = self.article.manuscript.paragraphs, 0, list[int]()
        for block, group in grouped(paragraphs):
            if block is Block.CELL and not fits_leg(
                MeasuredTable(grid_of(group), self.layout, self.book), measure
            ):
                found += range(at, min(at + len(group), paragraph))
            at += len(group)
        return tuple(found)

    @cached_property
    def _tables(self) -> tuple[MeasuredTable, ...]:
        return measured_tables(self.article.manuscript.paragraphs, self.layout, self.book)

    def _paragraphs(self, measure: float) -> list[Passage]:
        setter = BlockSetter(self.layout, self.book, measure)
        return list(setter.passages(self.article.manuscript.paragraphs))

    def _byline(self, measure: float) -> tuple[Passage, ...]:
        runs = self.article.runs("byline")
        whole = self._lines_of(runs, "byline", measure, indent=2.0)
        if not whole or len(whole[0].lines) != 2:
            return whole
        text = "".join(run.text for run in runs)
        spaces = (at for at in reversed(range(len(text))) if text[at].isspace())
        return next((each for at in spaces if (each := self._parted(runs, at, measure))), whole)

    def _parted(self, runs: tuple[Run, ...], at: int, measure: float) -> tuple[Passage, ...]:
        """Return a byline on two lines parted at a space, so that no name is; none where there are more."""
        halves = Paragraph(Block.TEXT, runs, Span(""), breaks=(at + 1,)).cut()
        passages = [each for half in halves for each in self._lines_of(half.runs, "byline", measure, 2.0)]
        lines = tuple(line for passage in passages for line in passage.lines)
        return (Passage(lines),) if len(lines) == 2 else ()

    def sign_off(self, measure: float) -> tuple[SetLine, ...]:
        """Return the lines of the sign-off at a measure, none for a story without."""
        runs = self.article.runs("source")
        whole = (Run("（"), *runs, Run("）")) if runs else ()
        passages = self._lines_of(whole, "source", measure, indent=0.0)
        return tuple(line for passage in passages for line in passage.lines)

    def signed(self, passage: Passage, last: SetLine, measure: float) -> SetLine | None:
        """Return a passage's last line with the sign-off line on it, or none where it does not fit.

        Only prose in the sign-off line's size takes it.
        """
        tail, styles = self.sign_off(measure), self.layout.styles
        if len(tail) != 1 or not passage.setting or styles[last.style].size != styles["source"].size:
            return None
        joined = join_tail(last.line, tail[0].line, measure)
        return None if joined is None else replace(last, line=joined)

    def jump_line(self, measure: float) -> SetLine | None:
        """Return the line that says where a part goes on (下转第4版), none where it needs none."""
        runs = (
            (Run(self.article.jump_line),)
            if isinstance(self.article, Part) and self.article.jump_line
            else ()
        )
        return next(
            (line for each in self._lines_of(runs, "jump", measure, 0.0) for line in each.lines), None
        )

    def _lines_of(
        self, runs: tuple[Run, ...], style: str, measure: float, indent: float
    ) -> tuple[Passage, ...]:
        if not runs:
            return ()
        setting = setting_of(self.layout.styles[style], measure, self.layout, indent)
        lines = compose_text(runs, setting, self.book)
        return (Passage(tuple(SetLine(line, style) for line in lines)),)


def join_tail(line: Line, tail: Line, measure: float) -> Line | None:
    """Return the line with ``tail`` flush right on it, or none where the two do not fit."""
    gap = measure - line.start - line.width - tail.width
    if gap < TAIL_GAP or not line.pieces:
        return None
    return replace(joined(line, tail, gap), width=measure - line.start)
