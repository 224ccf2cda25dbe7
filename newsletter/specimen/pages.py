"""Bands of samples to pages of frames."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from newsletter.compose import fit_headline
from newsletter.dummy import Box, Dummy, DummyPage, Frame, Role, RuleFrame, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.layout import Layout, TypeStyle
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.makeup.frames import baseline
from newsletter.specimen.samples import Band, Specimen
from newsletter.specimen.setting import Block, set_headline, set_line, set_text

LEAST_GUTTER = 1.5
"""The least white between two columns, in em."""
TITLE = Pt(44)
NAME_LINES, FOOT, HEAD = 3, 3, 5
"""The title's leading in lines, the line whose baseline it stands on, the lines it takes with its white."""
OVER = 2
"""Lines that a band's title takes with the white under it."""
AIR, MOST_AIR = 1, 4
"""Lines of white after a sample, and the most that a band gets beyond it where the page has some left."""
HAIR, HEAVY = to_mm(0.4), to_mm(1.2)
RISE = to_mm(3)
"""How far rules stand above the line whose text they cover."""


@dataclass(frozen=True, slots=True)
class SetBand:
    """A band set: its measure in em, the blocks of each column, its height in lines with the air below."""

    title: str
    measure: float
    columns: int
    legs: tuple[tuple[Block, ...], ...]

    @property
    def height(self) -> int:
        """The height in lines."""
        return OVER + max(sum(block.height + AIR for block in leg) for leg in self.legs)


def made_up(specimen: Specimen, layout: Layout, book: FontBook) -> Dummy:
    """Return the specimen's pages: bands one below the other, a new page where one does not fit."""
    bands = [part for band in specimen.bands for part in set_band(band, specimen, layout, book)]
    pages = []
    for number, group in enumerate(_in_pages(bands, layout.grid.lines), 1):
        sheet = Sheet(layout, book)
        if number == 1:
            sheet.title(specimen)
        spare = layout.grid.lines - sheet.line - sum(band.height for band in group) + AIR
        for band in group:
            sheet.band(band)
            sheet.line += max(0, min(MOST_AIR, spare // max(1, len(group) - 1)))
        pages.append(DummyPage(number, specimen.title, "inner", tuple(sheet.frames), (), sheet.line, 0.0))
    return Dummy(layout.name, tuple(pages))


def _in_pages(bands: Sequence[SetBand], lines: int) -> Iterator[list[SetBand]]:
    """Yield the bands of each page."""
    group: list[SetBand] = []
    line = HEAD
    for band in bands:
        if group and line + band.height - AIR > lines:
            yield group
            group, line = [], 0
        group.append(band)
        line += band.height
    yield group


def set_band(band: Band, specimen: Specimen, layout: Layout, book: FontBook) -> Iterator[SetBand]:
    """Yield a band with its samples set and shared out; in parts where no page can hold it whole."""
    width = layout.span(layout.grid.columns)
    measure = min(band.measure, width)
    texts = [set_text(each, measure, layout, book) for each in specimen.texts_of(band)]
    blocks = [*texts, *(set_headline(each, measure, layout, book) for each in band.headlines)]
    columns = int((width + LEAST_GUTTER) / (measure + LEAST_GUTTER))
    yield from _parts(SetBand(band.title, measure, columns, (tuple(blocks),)), layout.grid.lines - HEAD)


def _parts(band: SetBand, lines: int) -> Iterator[SetBand]:
    """Yield a band of one leg shared out in its columns, halved until it is no higher than some lines."""
    blocks = band.legs[0]
    shares = shared([block.height + AIR for block in blocks], band.columns)
    whole = replace(band, legs=tuple(blocks[start:end] for start, end in shares))
    if whole.height - AIR <= lines or len(blocks) == 1:
        yield whole
        return
    half = len(blocks) // 2
    for part in (blocks[:half], blocks[half:]):
        yield from _parts(replace(band, legs=(part,)), lines)


def shared(heights: Sequence[int], columns: int) -> list[tuple[int, int]]:
    """Return which blocks stand in each column, in order, so that the highest column is lowest."""
    sums = [0, *accumulate(heights)]
    return next(
        shares
        for limit in range(max(heights, default=0), sums[-1] + 1)
        if len(shares := _filled(sums, limit)) <= columns
    )


def _filled(sums: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Return columns filled in turn up to a height."""
    found, start = [], 0
    while start < len(sums) - 1:
        end = max(start + 1, bisect_left(sums, sums[start] + limit + 1) - 1)
        found.append((start, end))
        start = end
    return found


@dataclass
class Sheet:
    """A page being filled from the top; ``line`` is the next free line of the grid."""

    layout: Layout
    book: FontBook
    line: int = 0
    frames: list[Frame] = field(default_factory=list)

    @property
    def width(self) -> float:
        """The width of the type area in em of the body."""
        return self.layout.span(self.layout.grid.columns)

    def title(self, specimen: Specimen) -> None:
        """Put the title with what the page says of itself."""
        body = self.layout.styles["body"]
        face = self.layout.headlines["lead"].face
        name = fit_headline(specimen.title, face, self.book, self.width * body.size / TITLE, 1) or ()
        lines = tuple(SetLine(line, "headline-lead") for line in name)
        leading = Pt(NAME_LINES * body.leading)
        foot = self._y(FOOT) + to_mm(baseline(body.size, body.leading) - baseline(TITLE, leading))
        self._frame(Role.HEADLINE, 0.0, self.width, lines, TITLE, leading, Mm(foot))
        for at, fact in enumerate(_facts(self.layout)):
            self._styled(fact, "fact", FOOT - 1 + at)
        self._styled(specimen.deck, "deck", FOOT)
        self.line = HEAD

    def band(self, band: SetBand) -> None:
        """Put a band under its title."""
        self._rule(0.0, self.width, self.line, HEAVY)
        self._styled(band.title, "band", self.line)
        step = (self.width - band.measure) / max(1, band.columns - 1)
        for at, leg in enumerate(band.legs):
            line = self.line + OVER
            for block in leg:
                self._block(block, at * step, band.measure, line)
                line += block.height + AIR
        self.line += band.height

    def _block(self, block: Block, x: float, measure: float, line: int) -> None:
        """Put a sample: a rule, its label, its lines."""
        self._rule(x, measure, line, HAIR)
        style, body = self.layout.styles["label"], self.layout.styles["body"]
        y = Mm(self._y(line) + self._drop(style))
        self._frame(Role.CAPTION, x, measure, block.label, style.size, body.leading, y)
        self._frame(block.role, x, measure, block.lines, block.size, block.leading, self._y(line + 1))

    def _styled(self, text: str, style: str, line: int) -> None:
        """Put a text of one style over the whole width."""
        own, body = self.layout.styles[style], self.layout.styles["body"]
        lines = set_line(text, style, self.width, self.layout, self.book)
        y = Mm(self._y(line) + self._drop(own))
        self._frame(Role.CAPTION, 0.0, self.width, lines, own.size, body.leading, y)

    def _frame(
        self,
        role: Role,
        x: float,
        measure: float,
        lines: tuple[SetLine, ...],
        size: Pt,
        leading: Pt,
        y: Mm,
    ) -> None:
        box = Box(self._x(x), y, Mm(measure * self.layout.em), to_mm(len(lines) * leading))
        self.frames.append(TextFrame(role, "specimen", box, lines, size, leading))

    def _rule(self, x: float, measure: float, line: int, thickness: Mm) -> None:
        box = Box(self._x(x), Mm(self._y(line) - RISE), Mm(measure * self.layout.em), thickness)
        self.frames.append(RuleFrame(box))

    def _drop(self, style: TypeStyle) -> Mm:
        """Return how far a line of a style is lowered to stand on the body's baseline."""
        body = self.layout.styles["body"]
        return to_mm(baseline(body.size, body.leading) - baseline(style.size, body.leading))

    def _x(self, em: float) -> Mm:
        return Mm(self.layout.left + em * self.layout.em)

    def _y(self, line: int) -> Mm:
        return self.layout.line_y(line)


def _facts(layout: Layout) -> tuple[str, ...]:
    """Return what the page says of its type and of its paper."""
    body = layout.styles["body"]
    return (
        f"正文 {body.size:g} 磅　行距 {body.leading:g} 磅",
        f"{layout.title}　{layout.trim.width:g} × {layout.trim.height:g} 毫米",
    )
