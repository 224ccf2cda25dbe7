"""The table of contents (目录): the stories of the made-up pages as lines on the grid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsletter.compose import compose_text
from newsletter.diagnostics import Finding, Severity, Span, Staged
from newsletter.dummy import Box, DummyPage, Frame, Role, RuleFrame, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue
from newsletter.language import _, ngettext
from newsletter.layout import Layout, Master
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.makeup.cover import cover_photo
from newsletter.makeup.frames import baseline
from newsletter.makeup.passage import setting_of
from newsletter.makeup.rules import RULE
from newsletter.manuscript import Run
from newsletter.rulebook import declare

SECTION, NUMBER, BYLINE, GAP = 5.0, 2.5, 8.0, 1.5
"""The widths in em of the body of a section's name, a page number, a byline, and the white between them."""
NARROW = 36.0
"""The width in em under which there is no room for bylines."""
SPREADS = ((2, 1), (1, 1), (1, 0), (0, 0))
"""Lines of white between sections and between stories of one, the most airy first."""
CREDIT = 2
"""Lines kept at the foot for the line that names the cover's picture."""


RULE_RISE = 0.35
"""How far the rule over a section stands above its first line, in lines."""


@declare("M095", "contents_too_long", Severity.ERROR)
def contents_too_long(at: Span | None, left: int, pages: int) -> Finding:
    """The table of contents has more stories than its page has lines.

    Readers look a story up there; those at the end would not be found. Give the layout a second page of
    contents in `opening`, or fewer lines to the head and foot of the master.
    """
    message = ngettext(
        "{left} story finds no room on the contents page.",
        "{left} stories find no room on the contents page.",
        left,
    ).format(left=left)
    hint = _("Name {pages} pages of contents under “opening” in the layout.").format(pages=pages + 1)
    return Finding(at, message, hint)


@dataclass(frozen=True, slots=True)
class Entry:
    """A story with the page that it begins on and the section that it stands in."""

    section: str
    page: int
    article: Article


@dataclass(frozen=True, slots=True)
class Row:
    """An entry set, at a line of its page; ``first`` of its section, ``ruled`` where white is above it."""

    entry: Entry
    headline: tuple[SetLine, ...]
    byline: tuple[SetLine, ...]
    line: int = 0
    first: bool = False
    ruled: bool = False

    @property
    def height(self) -> int:
        """The lines of the body that the entry takes."""
        return max(1, len(self.headline), len(self.byline))


def with_contents(
    pages: tuple[DummyPage, ...], issue: Issue, layout: Layout, book: FontBook
) -> Staged[tuple[DummyPage, ...]]:
    """Return the pages with the contents on those whose master has them; what finds no room is a finding."""
    places = [page for page in pages if layout.masters[page.master].contents]
    if not places:
        return Staged(pages)
    setter = ContentsSetter(layout, book, issue, [layout.room_of(each.number, len(pages)) for each in places])
    rows = [setter.row(each) for each in entries(pages, issue)]
    made = setter.pages(rows)
    left = len(rows) - sum(map(len, made))
    frames = {each.number: tuple(setter.frames(at, each.number, made[at])) for at, each in enumerate(places)}
    whole = tuple(replace(page, frames=(*page.frames, *frames.get(page.number, ()))) for page in pages)
    too_long = (contents_too_long(issue.sheet.at("layout"), left, len(places)),) if left else ()
    return Staged(whole, too_long)


def entries(pages: Sequence[DummyPage], issue: Issue) -> list[Entry]:
    """Return the stories in the order of the pages, each where it begins."""
    found: dict[str, Entry] = {}
    for page in pages:
        for fit in sorted(page.fits, key=lambda each: (each.box.y, each.box.x)):
            article = issue.article(fit.story)
            if article and fit.story not in found and fit.legs:
                found[fit.story] = Entry(article.section or page.name, page.number, article)
    return list(found.values())


def _names(byline: str) -> str:
    """Return the names of a byline, without what stands before them: 本院通讯员 周岚."""
    return byline.partition(" ")[2].strip() or byline


@dataclass
class ContentsSetter:
    """Sets entries in columns: section, page number, headline, byline; measures in em of the body."""

    layout: Layout
    book: FontBook
    issue: Issue
    rooms: Sequence[Master]
    width: float = field(init=False)

    def __post_init__(self) -> None:
        """Measure the type area."""
        self.width = self.layout.span(self.layout.grid.columns)

    @property
    def _head(self) -> float:
        """The left edge of headlines."""
        return SECTION + GAP + NUMBER + GAP

    @property
    def _byline(self) -> float:
        """The measure of bylines, 0 where they have no room."""
        return BYLINE if self.width >= NARROW else 0.0

    def row(self, entry: Entry) -> Row:
        """Return an entry composed."""
        beside = self._byline + GAP if self._byline else 0.0
        headline = self._set(
            entry.article.runs("headline"), "contents-entry", self.width - self._head - beside
        )
        byline = self._set((Run(_names(entry.article.byline)),), "contents-byline", self._byline)
        return Row(entry, headline, byline)

    def _set(self, runs: Sequence[Run], style: str, measure: float) -> tuple[SetLine, ...]:
        own, body = self.layout.styles[style], self.layout.styles["body"]
        if not any(run.text for run in runs) or not measure:
            return ()
        setting = setting_of(own, measure * body.size / own.size, self.layout, indent=0.0)
        return tuple(SetLine(line, style) for line in compose_text(tuple(runs), setting, self.book))

    def pages(self, rows: Sequence[Row]) -> list[list[Row]]:
        """Return the rows of every page with as much white as lets all of them find room."""
        found: list[list[Row]] = []
        for between, within in SPREADS:
            found = list(self._spread(rows, between, within))
            if sum(map(len, found)) == len(rows):
                break
        return found

    def _spread(self, rows: Sequence[Row], between: int, within: int) -> Iterator[list[Row]]:
        """Yield the rows of every page for so much white between sections and within them."""
        at = 0
        for room in self.rooms:
            placed: list[Row] = []
            line, last = room.head, self.layout.grid.lines - room.foot - self._kept(room)
            while at < len(rows):
                first = not placed or rows[at].entry.section != placed[-1].entry.section
                white = (between if first else within) if placed else 0
                if line + white + rows[at].height > last:
                    break
                ruled = first and (between > 0 or not placed)
                placed.append(replace(rows[at], line=line + white, first=first, ruled=ruled))
                line, at = line + white + rows[at].height, at + 1
            yield placed

    def _kept(self, room: Master) -> int:
        """Return the lines kept for the cover's credit, on the last page of contents."""
        return CREDIT if room is self.rooms[-1] and self._credited() else 0

    def _credited(self) -> bool:
        """Return whether the cover shows a picture that has something to be said of it."""
        shown = any(self.layout.masters[name].picture for name in self.layout.opening)
        photo = cover_photo(self.issue)
        return bool(shown and photo and (photo.caption or photo.credit))

    def frames(self, at: int, page: int, rows: Sequence[Row]) -> Iterator[Frame]:
        """Yield the frames of one page of contents."""
        layout = self.layout.on(page)
        for row in rows:
            yield from self._row_frames(row, layout)
        if self._kept(self.rooms[at]):
            room = self.rooms[at]
            yield from self._credit(layout, layout.grid.lines - room.foot - 1)

    def _row_frames(self, row: Row, layout: Layout) -> Iterator[Frame]:
        if row.ruled:
            y = Mm(layout.line_y(row.line) - RULE_RISE * layout.line)
            yield RuleFrame(Box(layout.left, y, layout.width, RULE))
        if row.first:
            section = self._set((Run(row.entry.section),), "contents-section", SECTION)
            yield from self._frame(row, section, 0.0, SECTION, layout)
        number = self._set((Run(str(row.entry.page)),), "contents-page", NUMBER)
        yield from self._frame(row, number, SECTION + GAP, NUMBER, layout)
        beside = self._byline + GAP if self._byline else 0.0
        yield from self._frame(row, row.headline, self._head, self.width - self._head - beside, layout)
        yield from self._frame(row, row.byline, self.width - self._byline, self._byline, layout)

    def _frame(
        self, row: Row, lines: tuple[SetLine, ...], left: float, measure: float, layout: Layout
    ) -> Iterator[TextFrame]:
        """Yield a frame of lines at a row, on the body's baselines."""
        if not lines:
            return
        body, own = layout.styles["body"], layout.styles[lines[0].style]
        drop = to_mm(Pt(baseline(body.size, body.leading) - baseline(own.size, body.leading)))
        y = Mm(layout.line_y(row.line) + drop)
        box = Box(
            Mm(layout.left + left * layout.em), y, Mm(measure * layout.em), Mm(len(lines) * layout.line)
        )
        yield TextFrame(Role.CONTENTS, row.entry.article.id, box, lines, own.size, body.leading)

    def _credit(self, layout: Layout, line: int) -> Iterator[Frame]:
        """Yield the line that says what the cover shows and who took the picture."""
        photo = cover_photo(self.issue)
        if photo is None:
            return
        parts = [Run("封面："), *photo.runs("caption")]
        if photo.credit:
            parts += [Run("　" if photo.caption else ""), *photo.runs("credit"), Run(" 摄")]
        lines = self._set([part for part in parts if part.text], "caption", self.width)
        row = Row(Entry("", 0, Article(id=photo.id)), (), (), line)
        yield from self._frame(row, lines[:1], 0.0, self.width, layout)
