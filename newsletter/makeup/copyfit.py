"""A story's copy measured: its body lines at any measure, byline and sign-off line with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from newsletter.compose import compose, compose_text
from newsletter.dummy import SetLine
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import Layout
from newsletter.lines import Line
from newsletter.makeup.blocks import BlockSetter, fits_leg, measured_tables
from newsletter.makeup.passage import Passage, joined, setting_of
from newsletter.makeup.tableblock import TableBlock, table_block
from newsletter.makeup.tablework import MeasuredTable
from newsletter.makeup.tabular import table_lines

__all__ = ["Copy", "Passage", "join_tail", "setting_of"]

TAIL_GAP = 1.0
"""The least white in em between the last line's end and a sign-off line or credit set on it."""
LOOSEST = 0.16
"""The most space in em that loosening a paragraph may put between two characters."""


@dataclass
class Copy:
    """A story's body as lines, composed once per measure; measures in em of the body."""

    article: Article
    layout: Layout
    book: FontBook
    _passages: dict[float, tuple[Passage, ...]] = field(default_factory=dict)

    def count(self, measure: float) -> int:
        """Return the least number of body lines at a measure, the sign-off line on the last where it fits."""
        return len(self.lines(measure))

    def lines(self, measure: float, wanted: int | None = None) -> tuple[SetLine, ...]:
        """Return the body's lines, as near ``wanted`` lines as limits allow.

        For a line more the sign-off line first stands alone, then paragraphs are loosened.
        """
        passages = list(self.passages(measure))
        signed = self._signed(passages, measure)
        missing = 0 if wanted is None else wanted - _count(signed)
        alone = [*passages, *self._sign_off(measure)]
        if missing > 0 and _count(alone) > _count(signed):
            passages, missing = alone, missing - 1
            signed = self._loosened(passages, measure, missing)
        elif missing > 0:
            signed = self._signed(self._loosened(passages, measure, missing), measure)
        return tuple(line for passage in signed for line in passage.lines)

    def passages(self, measure: float) -> tuple[Passage, ...]:
        """Return byline and paragraphs at a measure."""
        if measure not in self._passages:
            self._passages[measure] = (*self._byline(measure), *self._paragraphs(measure))
        return self._passages[measure]

    def count_all(self, measure: float) -> int:
        """Return the lines of the body and of the tables that stand apart from it at a measure."""
        apart = [table for table in self._tables if not fits_leg(table, measure)]
        return self.count(measure) + sum(len(table_lines(table, measure)) for table in apart)

    def table_block(self, columns: int, measure: float, on_columns: bool) -> TableBlock | None:
        """Return the tables that no leg of a measure can hold as a block of a story so many columns wide.

        None where the columns are too few for it: ask `has_tables_apart` first.
        """
        apart = [table for table in self._tables if not fits_leg(table, measure)]
        return table_block(apart, columns, on_columns, self.layout)

    def has_tables_apart(self, measure: float) -> bool:
        """Return whether there are tables that no leg of a measure can hold."""
        return not all(fits_leg(table, measure) for table in self._tables)

    @cached_property
    def _tables(self) -> tuple[MeasuredTable, ...]:
        return measured_tables(self.article.manuscript.paragraphs, self.layout, self.book)

    def _paragraphs(self, measure: float) -> list[Passage]:
        setter = BlockSetter(self.layout, self.book, measure)
        return list(setter.passages(self.article.manuscript.paragraphs))

    def _byline(self, measure: float) -> tuple[Passage, ...]:
        return self._lines_of(self.article.byline, "byline", measure, indent=2.0)

    def _sign_off(self, measure: float) -> tuple[Passage, ...]:
        text = f"（{self.article.source}）" if self.article.source else ""
        return self._lines_of(text, "source", measure, indent=0.0)

    def _lines_of(self, text: str, style: str, measure: float, indent: float) -> tuple[Passage, ...]:
        if not text:
            return ()
        setting = setting_of(self.layout.styles[style], measure, self.layout, indent)
        lines = compose_text(text, setting, self.book)
        return (Passage(tuple(SetLine(line, style) for line in lines)),)

    def _signed(self, passages: Sequence[Passage], measure: float) -> list[Passage]:
        """Return the passages with the sign-off line on the last line where it fits, else on its own."""
        tail = self._sign_off(measure)
        last = passages[-1] if passages else None
        if not tail or not last or not self._takes_tail(last) or len(tail[0].lines) > 1:
            return [*passages, *tail]
        ended = join_tail(last.lines[-1].line, tail[0].lines[0].line, measure)
        if ended is None:
            return [*passages, *tail]
        end = SetLine(ended, last.lines[-1].style)
        return [*passages[:-1], replace(last, lines=(*last.lines[:-1], end))]

    def _takes_tail(self, passage: Passage) -> bool:
        """Return whether a sign-off line may stand on a passage's last line: prose in its size."""
        if not passage.lines or not passage.setting:
            return False
        styles = self.layout.styles
        return styles[passage.lines[-1].style].size == styles["source"].size

    def _loosened(self, passages: Sequence[Passage], measure: float, missing: int) -> list[Passage]:
        """Return the passages with one line more in as many as are missing, the fullest last lines first."""
        loosened = list(passages)
        for at in sorted(range(len(passages)), key=lambda at: -_last_width(passages[at])):
            loose = self._looser(passages[at]) if missing > 0 else None
            if loose is not None:
                loosened[at] = loose
                missing -= 1
        return loosened

    def _looser(self, passage: Passage) -> Passage | None:
        """Return the passage one line longer, or none where its limits do not allow it."""
        if passage.paragraph is None or passage.setting is None or len(passage.lines) < 3:
            return None
        lines = compose(passage.paragraph, passage.setting, self.book, looseness=1)
        even = all(line.full and line.stretch <= LOOSEST for line in lines[:-1])
        if len(lines) != len(passage.lines) + 1 or not even:
            return None
        return replace(passage, lines=tuple(SetLine(line, passage.lines[0].style) for line in lines))


def _count(passages: Sequence[Passage]) -> int:
    return sum(len(passage.lines) for passage in passages)


def _last_width(passage: Passage) -> float:
    return passage.lines[-1].line.start + passage.lines[-1].line.width if passage.lines else 0.0


def join_tail(line: Line, tail: Line, measure: float) -> Line | None:
    """Return the line with ``tail`` flush right on it, or none where the two do not fit."""
    gap = measure - line.start - line.width - tail.width
    if gap < TAIL_GAP or not line.pieces:
        return None
    return replace(joined(line, tail, gap), width=measure - line.start)
