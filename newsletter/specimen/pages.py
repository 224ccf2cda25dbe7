"""Bands of samples to pages of frames."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsletter.compose import fit_headline
from newsletter.dummy import Box, Dummy, DummyPage, Frame, Role, RuleFrame, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.makeup.frames import baseline
from newsletter.specimen.bands import OVER, SetBand, set_band
from newsletter.specimen.samples import Specimen
from newsletter.specimen.setting import NAME, moved, styled

TITLE = Pt(44)
NAME_LINES, FOOT, HEAD = 3, 3, 5
"""The title's leading in lines, the line whose baseline it stands on, the lines it takes with its white."""
GAP, MOST_GAP = 1, 4
"""Lines of white after a band, and the most that a band gets beyond it where the page has some left."""
HEAVY = to_mm(1.2)
RISE = to_mm(3)
"""How far a band's rule stands above its title's line."""


def made_up(specimen: Specimen, layout: Layout, book: FontBook) -> Dummy:
    """Return the specimen's pages: bands one below the other, a new page where one does not fit."""
    room = layout.grid.lines - HEAD
    bands = [part for band in specimen.bands for part in set_band(band, specimen, layout, book, room)]
    pages = []
    for number, group in enumerate(_in_pages(bands, layout.grid.lines), 1):
        sheet = Sheet(layout, book)
        if number == 1:
            sheet.title(specimen)
        spare = layout.grid.lines - sheet.line - sum(band.height + GAP for band in group) + GAP
        for at, band in enumerate(group):
            sheet.line += GAP + _share(spare, at - 1, len(group) - 1) if at else 0
            sheet.band(band)
        pages.append(DummyPage(number, specimen.title, "inner", tuple(sheet.frames), (), sheet.line, 0.0))
    return Dummy(layout.name, tuple(pages))


def _share(spare: int, at: int, gaps: int) -> int:
    """Return the part of a page's spare lines that goes into one of the gaps between its bands."""
    return min(MOST_GAP, spare * (at + 1) // gaps - spare * at // gaps)


def _in_pages(bands: Sequence[SetBand], lines: int) -> Iterator[list[SetBand]]:
    """Yield the bands of each page."""
    group: list[SetBand] = []
    line = HEAD
    for band in bands:
        if group and line + band.height > lines:
            yield group
            group, line = [], 0
        group.append(band)
        line += band.height + GAP
    yield group


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
        y = self._y(FOOT) + to_mm(baseline(body.size, body.leading) - baseline(TITLE, leading))
        box = Box(self.layout.left, Mm(y), Mm(self.width * self.layout.em), to_mm(Pt(len(lines) * leading)))
        self.frames.append(TextFrame(Role.HEADLINE, NAME, box, lines, TITLE, leading))
        for at, fact in enumerate(_facts(self.layout)):
            self._styled(fact, "fact", FOOT - 1 + at)
        self._styled(specimen.deck, "deck", FOOT)
        self.line = HEAD

    def band(self, band: SetBand) -> None:
        """Put a band under its title."""
        y = Mm(self._y(self.line) - RISE)
        self.frames.append(RuleFrame(Box(self.layout.left, y, Mm(self.width * self.layout.em), HEAVY)))
        self._styled(band.title, "band", self.line)
        step = (self.width - band.measure) / max(1, band.columns - 1)
        for each in band.blocks:
            x = Mm(self.layout.left + each.column * step * self.layout.em)
            self.frames += each.block.at(x, self._y(self.line + OVER + each.line))
        self.line += band.height

    def _styled(self, text: str, style: str, line: int) -> None:
        """Put a text of one style over the whole width."""
        frame = styled(text, style, self.width, self.layout, self.book)
        self.frames.append(replace(frame, box=moved(frame.box, self.layout.left, self._y(line))))

    def _y(self, line: int) -> Mm:
        return self.layout.line_y(line)


def _facts(layout: Layout) -> tuple[str, ...]:
    """Return what the page says of its type and of its paper."""
    body = layout.styles["body"]
    return (
        f"正文 {body.size:g} 磅　行距 {body.leading:g} 磅",
        f"{layout.title}　{layout.trim.width:g} × {layout.trim.height:g} 毫米",
    )
