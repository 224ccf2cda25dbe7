"""The lines of a PDF counted: each figure, and the lines that are at fault."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from newsletter.measure.columns import Stack
from newsletter.measure.crossheads import stranded
from newsletter.measure.edges import errors, measures
from newsletter.measure.figures import FLUSH, LOOSE, SHORT, WIDE, Figures, Found, NoBodyText
from newsletter.measure.glyphs import Glyph, pages_of
from newsletter.measure.grid import off_grid
from newsletter.measure.legs import Line, lines_of
from newsletter.measure.marks import (
    NOT_AT_END,
    NOT_AT_START,
    has_long_word,
    is_cut,
    is_han,
    is_word,
    squeezes,
)
from newsletter.measure.rows import Row, rows_of
from newsletter.measure.stacks import body_size, leading_of, stacks_of
from newsletter.measure.stretch import stretch


def measure(pdf: Path | bytes) -> Figures:
    """Return the figures of a PDF.

    Raises ``UnreadablePdf`` for a file that cannot be read, ``NoBodyText`` where nothing can be measured.
    """
    rows = [row for page, glyphs in enumerate(pages_of(pdf), 1) for row in rows_of(glyphs, page)]
    size = body_size(rows)
    leading = leading_of([row for row in rows if row.size == size])
    stacks = stacks_of(rows, size, leading) if leading else []
    lines = lines_of(stacks)
    if not lines:
        raise NoBodyText
    return _Count(lines, _columns(stacks, size)).figures(rows, stacks, size, leading)


@dataclass(frozen=True, slots=True)
class _Count:
    """Lines with the columns they stand in: what is found is said by page and column."""

    lines: Sequence[Line]
    columns: Mapping[int, Sequence[float]]

    def figures(self, rows: Sequence[Row], stacks: Sequence[Stack], size: float, leading: float) -> Figures:
        full = [line for line in self.lines if line.full]
        misses = errors(self.lines)
        spaces = [stretch(line) for line in full]
        ragged = [(line, miss) for line, miss in zip(full, misses, strict=True) if abs(miss) > FLUSH]
        plain = [pair for pair in zip(full, spaces, strict=True) if not has_long_word(pair[0].row.text)]
        worded = [pair for pair in zip(full, spaces, strict=True) if has_long_word(pair[0].row.text)]
        astray = off_grid(self.lines, leading)
        pairs = list(chain.from_iterable(map(_pairs, self.lines)))
        return Figures(
            size=size,
            leading=round(leading, 2),
            measures=measures(self.lines),
            lines=len(self.lines),
            full=len(full),
            flush=_share(len(full) - len(ragged), len(full)),
            error=sum(map(abs, misses)) / max(1, len(misses)),
            worst=max(map(abs, misses), default=0.0),
            stretch=_most(plain),
            word_stretch=_most(worded),
            ragged=self._lengths(ragged),
            loose=self._lengths(pair for pair in plain if pair[1] > LOOSE),
            word_loose=self._lengths(pair for pair in worded if pair[1] > LOOSE),
            starts=self._texts(_starts_wrongly),
            ends=self._texts(_ends_wrongly),
            cut=tuple(self._cut_words()),
            pairs=len(pairs),
            wide=tuple(self._said(line, text) for line, text in pairs if text),
            grid=_share(len(self.lines) - len(astray), len(self.lines)),
            off_grid=tuple(self._said(line, line.row.text) for line in astray),
            lone=self._texts(_is_lone),
            widows=tuple(self._widows()),
            stranded=tuple(self._stranded(rows, stacks, size, leading)),
        )

    def _said(self, line: Line, text: str, em: float = 0.0) -> Found:
        return Found(line.row.page, self._column(line.row.page, line.left), text, round(em, 4))

    def _column(self, page: int, left: float) -> int:
        edges = self.columns[page]
        return 1 + min(range(len(edges)), key=lambda at: abs(edges[at] - left))

    def _lengths(self, found: Iterable[tuple[Line, float]]) -> tuple[Found, ...]:
        return tuple(self._said(line, line.row.text, em) for line, em in found)

    def _texts(self, wrong: Callable[[Line], bool]) -> tuple[Found, ...]:
        return tuple(self._said(line, line.row.text) for line in self.lines if wrong(line))

    def _cut_words(self) -> Iterator[Found]:
        """Yield the words and numbers that two lines share."""
        for one, other in pairwise(self.lines):
            spaced = other.row.glyphs[0].spaced
            if other.goes_on and is_cut(one.row.text, other.row.text, spaced):
                yield self._said(one, f"{one.row.text[-8:]}|{other.row.text[:8]}")

    def _widows(self) -> Iterator[Found]:
        """Yield the lines that end a paragraph at the top of a leg and are short."""
        # The line before tells the measure: that of a leg of one line is not known.
        for one, other in pairwise(self.lines):
            if other.first and other.goes_on and not other.full:
                room = (one.row.end - one.left) - (other.row.end - other.left)
                if room > SHORT * other.row.size:
                    yield self._said(other, other.row.text)

    def _stranded(
        self, rows: Sequence[Row], stacks: Sequence[Stack], size: float, leading: float
    ) -> Iterator[Found]:
        for row in stranded(rows, stacks, size, leading):
            yield Found(row.page, self._column(row.page, row.x), row.text)


def _columns(stacks: Sequence[Stack], size: float) -> dict[int, list[float]]:
    """Return the left edges of each page's columns from left to right."""
    found: dict[int, list[float]] = {}
    for stack in sorted(stacks, key=lambda stack: (stack.page, stack.left)):
        edges = found.setdefault(stack.page, [])
        if not edges or stack.left - edges[-1] > 1.5 * size:
            edges.append(stack.left)
    return found


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _most(found: Sequence[tuple[Line, float]]) -> float:
    return max((em for _line, em in found), default=0.0)


def _starts_wrongly(line: Line) -> bool:
    return line.goes_on and line.row.text[0] in NOT_AT_START


def _ends_wrongly(line: Line) -> bool:
    return line.full and line.row.text[-1] in NOT_AT_END


def _is_lone(line: Line) -> bool:
    """Return whether a paragraph's last line is one Han character, with or without a mark."""
    han = sum(is_han(char) for char in line.row.text)
    return line.goes_on and not line.full and han == 1 and not any(map(is_word, line.row.text))


def _pairs(line: Line) -> Iterator[tuple[Line, str]]:
    """Yield the neighbouring marks of a line that share a blank, with their text where it is left wide."""
    for one, other in pairwise(line.row.glyphs):
        if squeezes(one.char, other.char) and not other.spaced:
            yield line, one.char + other.char if _is_wide(one, other) else ""


def _is_wide(one: Glyph, other: Glyph) -> bool:
    return other.x - one.x > WIDE * one.size
