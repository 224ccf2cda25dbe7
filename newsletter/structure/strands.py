"""Rows to paragraphs: the lines of a story, over all its legs, given back to the paragraphs of its copy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsletter.manuscript import Block, Paragraph
from newsletter.structure.rows import Row

LONGEST_MARKER = 8
"""Characters that may stand before the text of an item or note."""
IN_TABLES = frozenset((Block.CELL, Block.TABLE_TITLE))
MARKED = frozenset((Block.ITEM, Block.NOTE))


@dataclass(slots=True)
class Strand:
    """The rows of one paragraph, or of one table; ``paragraph`` is none for what is not in the copy.

    ``place`` is where it comes in the copy: the number of its paragraph, or of the one before it. So many
    characters of a ``marker`` stand before the paragraph's text.
    """

    place: int
    paragraph: Paragraph | None = None
    table: int | None = None
    marker: int = 0
    rows: list[Row] = field(default_factory=list)


def strands_of(rows: Iterable[Row], paragraphs: Sequence[Paragraph]) -> list[Strand]:
    """Return the rows by paragraph, in the order of the copy; what stands outside it where it is met."""
    found = list(_Sorter(paragraphs).strands(rows))
    return sorted(found, key=lambda strand: strand.place)


@dataclass
class _Sorter:
    """Goes through the copy as the rows use it up."""

    paragraphs: Sequence[Paragraph]
    place: int = -1
    left: str = ""
    current: Strand | None = None

    def __post_init__(self) -> None:
        self.words = ["".join(each.text.split()) for each in self.paragraphs]

    def strands(self, rows: Iterable[Row]) -> Iterator[Strand]:
        """Yield the strands; rows of one style that belong to no paragraph stay together."""
        tables: dict[int, Strand] = {}
        open_strand: Strand | None = None
        for row in rows:
            strand = self._table(row, tables) or self._prose(row, open_strand)
            if not strand.rows:
                yield strand
            strand.rows.append(row)
            open_strand = open_strand if strand.table is not None else strand

    def _table(self, row: Row, tables: dict[int, Strand]) -> Strand | None:
        """Return the strand of a table's row, none for any other."""
        if row.line.cells:
            number = row.line.cells[0].cell.table
        elif (titled := self._titled(row)) is not None:
            number = titled
        else:
            return None
        if number not in tables:
            tables[number] = Strand(self._place_of(number), table=number)
        return tables[number]

    def _titled(self, row: Row) -> int | None:
        """Return the number of the table whose title a row is part of, none where it is no such line."""
        if row.line.style != "table-title":
            return None
        for at, each in enumerate(self.paragraphs[:-1]):
            cell = self.paragraphs[at + 1].cell
            if each.block is Block.TABLE_TITLE and cell and row.words in self.words[at]:
                return cell.table
        return None

    def _place_of(self, table: int) -> int:
        """Return the number of a table's first cell among the paragraphs."""
        cells = (at for at, each in enumerate(self.paragraphs) if each.cell and each.cell.table == table)
        return next(cells, self.place)

    def _prose(self, row: Row, before: Strand | None) -> Strand:
        """Return the strand that a row goes on with, or begins."""
        if self.current and self._goes_on(row.words):
            return self.current
        if (begun := self._begun(row.words)) is not None:
            self.current = begun
            return begun
        loose = before and not before.paragraph and before.rows[-1].line.style == row.line.style
        return before if before and loose else Strand(self.place)

    def _goes_on(self, words: str) -> bool:
        """Return whether words come next in the paragraph; a sign-off line may stand on its last."""
        if not self.left or not (self.left.startswith(words) or words.startswith(self.left)):
            return False
        self.left = self.left[len(words) :]
        return True

    def _begun(self, words: str) -> Strand | None:
        """Return the strand of the next paragraph that words begin: what lies between found no room."""
        for at in range(self.place + 1, len(self.paragraphs)):
            paragraph = self.paragraphs[at]
            most = LONGEST_MARKER if paragraph.block in MARKED else 0
            text = self.words[at]
            if paragraph.block in IN_TABLES or not text:
                continue
            if (rest := _after_marker(words, text, most)) is not None:
                self.place, self.left = at, text[len(rest) :]
                return Strand(at, paragraph, marker=len(words) - len(rest))
        return None


def _after_marker(words: str, text: str, most: int) -> str | None:
    """Return the words without a marker of at most so many characters where they begin the text."""
    for start in range(min(most, len(words) - 1) + 1):
        rest = words[start:]
        if text.startswith(rest) or rest.startswith(text):
            return rest
    return None
