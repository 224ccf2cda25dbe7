"""The index (导读) at the foot of page 1: the leads of the other pages, with the pages that the dummy has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsletter.compose import compose_text, fit_headline
from newsletter.dummy import Box, DummyPage, Frame, GroundFrame, Role, RuleFrame, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Article, BoxKind, Issue, Rank
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.lines import Line
from newsletter.makeup.passage import setting_of
from newsletter.manuscript import Run

TITLE = "导读"
STYLE, TITLE_STYLE, PAGE_STYLE = "index", "index-title", "index-page"
SIZES = tuple(Pt(size) for size in (14, 13, 12, 11, 10.5, 10, 9))
"""The sizes in points of the headlines, the largest that all of them can take."""
TITLE_WIDTH, INSET, GAP = 2.6, 1.0, 1.5
"""The title's width in em of its own; the white at the sides and between entries in em of the body."""
TIGHT = -0.03
HAIR = to_mm(0.4)


@dataclass(frozen=True, slots=True)
class Entry:
    """A story that the index names, with its page and that page's name."""

    story: str
    headline: tuple[Run, ...]
    page: int
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """An entry set, ``size`` in points."""

    entry: Entry
    lines: tuple[Line, ...]
    size: Pt


def with_index(
    pages: Sequence[DummyPage], issue: Issue, layout: Layout, book: FontBook
) -> tuple[DummyPage, ...]:
    """Return the pages with the index on the first, where the layout keeps room for one."""
    found = index_entries(pages, issue, layout.index.entries if layout.index else 0)
    if not found or not layout.index_lines(1, len(pages)):
        return tuple(pages)
    setter = IndexSetter(layout, book, len(pages))
    return (replace(pages[0], frames=(*pages[0].frames, *setter.frames(found))), *pages[1:])


def index_entries(pages: Sequence[DummyPage], issue: Issue, most: int) -> list[Entry]:
    """Return the entries of the pages after the first: their leads, then the next of weight, by page."""
    stories = [
        (depth, page.number, story)
        for page in pages[1:]
        for depth, story in enumerate(_by_rank(page, issue))
        if depth == 0 or story.rank in (Rank.LEAD, Rank.MAJOR)
    ]
    names = {page.number: page.name for page in pages}
    chosen = sorted(sorted(stories, key=lambda each: each[:2])[:most], key=lambda each: (each[1], each[0]))
    return [_entry(story, number, names[number]) for _depth, number, story in chosen]


def _by_rank(page: DummyPage, issue: Issue) -> list[Article]:
    """Return the stories that stand on a page, the heaviest first."""
    ranks = list(Rank)
    stories = (issue.article(fit.story) for fit in page.fits if fit.legs and not fit.continues)
    return sorted(filter(None, stories), key=lambda each: ranks.index(each.rank))


def _entry(story: Article, page: int, name: str) -> Entry:
    return Entry(story.id, story.runs("headline"), page, name)


@dataclass(frozen=True, slots=True)
class IndexSetter:
    """Sets the index over the type area's width: a tint, its title, the entries side by side."""

    layout: Layout
    book: FontBook
    pages: int

    def frames(self, entries: Sequence[Entry]) -> Iterator[Frame]:
        """Yield the frames of the index."""
        ground = self._ground()
        yield GroundFrame("", BoxKind.TINT, ground)
        left = Mm(ground.x + INSET * self.layout.em)
        title = Mm(TITLE_WIDTH * to_mm(self.layout.styles[TITLE_STYLE].size))
        yield self._title(Box(left, ground.y, title, ground.height))
        first = left + title
        step = (ground.right - INSET * self.layout.em - first) / len(entries)
        width = Mm(step - GAP * self.layout.em)
        for at, cell in enumerate(self._cells(entries, width)):
            x = Mm(first + at * step + GAP * self.layout.em)
            rule = Box(Mm(x - GAP / 2 * self.layout.em), Mm(ground.y + 2), HAIR, Mm(ground.height - 4))
            yield RuleFrame(rule, "house")
            yield from self._cell(cell, Box(x, ground.y, width, ground.height))

    def _ground(self) -> Box:
        """Return where the index stands: from the head of the Han in its lines to their foot."""
        layout, body = self.layout, self.layout.styles["body"]
        lines = layout.index_lines(1, self.pages) - 1
        bottom = layout.grid.lines - layout.room_of(1, self.pages).foot
        rise = to_mm((body.leading - body.size) / 2)
        width = Mm(layout.span(layout.grid.columns) * layout.em)
        top = Mm(layout.line_y(bottom - lines) + rise)
        return Box(layout.left, top, width, Mm(lines * layout.line - 2 * rise))

    def _title(self, box: Box) -> TextFrame:
        style = self.layout.styles[TITLE_STYLE]
        lines = self._composed((Run(TITLE),), TITLE_STYLE, box.width)
        height = to_mm(style.size * 1.2)
        middle = Box(box.x, Mm(box.y + (box.height - height) / 2), box.width, height)
        return TextFrame(Role.INDEX, "", middle, lines, style.size, Pt(style.size * 1.2))

    def _cells(self, entries: Sequence[Entry], width: Mm) -> list[Cell]:
        """Return all entries at the largest size that lets every headline stand on one line, else two."""
        face = self.layout.styles[STYLE].face
        for count in (1, 2):
            for size in SIZES:
                em = to_mm(size)
                cells = [
                    Cell(each, lines, size)
                    for each in entries
                    if (lines := self._fitted(each, face, width / em, count))
                ]
                if len(cells) == len(entries):
                    return cells
        return [Cell(each, self._whole(each, width), SIZES[-1]) for each in entries]

    def _fitted(self, entry: Entry, face: str, width: float, most: int) -> tuple[Line, ...]:
        """Return a headline in the fewest lines up to ``most``, none where it does not fit."""
        ways = (
            fit_headline(entry.headline, face, self.book, width, count, TIGHT) for count in range(1, most + 1)
        )
        return next((lines for lines in ways if lines), ())

    def _whole(self, entry: Entry, width: Mm) -> tuple[Line, ...]:
        """Return a headline as running text, which always fits across."""
        style = self.layout.styles[STYLE]
        setting = setting_of(style, width / to_mm(SIZES[-1]), self.layout, 0.0)
        return compose_text(entry.headline, setting, self.book)

    def _cell(self, cell: Cell, box: Box) -> Iterator[TextFrame]:
        """Yield an entry's headline and under it its page, together in the middle of the strip."""
        page, leading = self.layout.styles[PAGE_STYLE], Pt(cell.size * 1.25)
        height, foot = to_mm(Pt(leading * len(cell.lines))), to_mm(Pt(page.size * 1.5))
        top = Mm(box.y + (box.height - height - foot) / 2)
        lines = tuple(SetLine(each, STYLE) for each in cell.lines)
        where = Box(box.x, top, box.width, height)
        yield TextFrame(Role.INDEX, cell.entry.story, where, lines, cell.size, leading)
        text = f"→第{cell.entry.page}版　{cell.entry.name}".rstrip()
        below = Box(box.x, Mm(top + height), box.width, foot)
        number = self._composed((Run(text),), PAGE_STYLE, box.width)
        yield TextFrame(Role.INDEX, cell.entry.story, below, number[:1], page.size, Pt(page.size * 1.5))

    def _composed(self, runs: tuple[Run, ...], name: str, width: Mm) -> tuple[SetLine, ...]:
        style = self.layout.styles[name]
        setting = setting_of(style, width / to_mm(style.size), self.layout, 0.0)
        return tuple(SetLine(line, name) for line in compose_text(runs, setting, self.book))
