"""The strip at the fold (中缝): notices set vertically in the inner margins of two facing pages.

Pages are trimmed apart in their files, so no line may cross the fold: each page carries its half, whole items
only, and on the folded sheet the halves stand side by side. Odd pages have the fold at their left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsletter.compose import set_upright
from newsletter.dummy import Box, DummyPage, Frame, Role, RuleFrame, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.lines import Line

STYLE = "gutter"
BETWEEN, MOST_BETWEEN = 3.0, 6.0
"""The least and the most white between two items, in em of their type."""
SHORTEST = 12
"""The characters up to which an item stands in a single line."""
FILLED = 0.95
"""The share of an item's lines that words and marks leave full."""
HAIR = to_mm(0.4)


@dataclass(frozen=True, slots=True)
class Item:
    """A notice set: its vertical lines, the longest ``height`` em of its type long."""

    story: str
    lines: tuple[Line, ...]
    height: float


def with_gutter(
    pages: Sequence[DummyPage], issue: Issue, layout: Layout, book: FontBook
) -> tuple[DummyPage, ...]:
    """Return the pages with their strips, where the layout has one and there is something to stand in it."""
    if layout.strip is None:
        return tuple(pages)
    setter = StripSetter(layout, book)
    shares = _shares(pages, issue, setter)
    return tuple(
        replace(page, frames=(*page.frames, *setter.frames(page.number, share))) if share else page
        for page, share in zip(pages, shares, strict=True)
    )


def text_of(article: Article) -> str:
    """Return what of a story stands in the strip: its headline in brackets, its copy, its sign-off."""
    head = f"【{article.headline}】" if article.headline else ""
    copy = " ".join(paragraph.text for paragraph in article.manuscript.paragraphs)
    return head + copy + (f"（{article.source}）" if article.source else "")


def characters_of_strip(layout: Layout) -> int:
    """Return about how many characters the strip of a page holds."""
    lines = layout.strip.lines if layout.strip else 0
    return round(FILLED * lines * layout.grid.lines * layout.line / to_mm(layout.styles[STYLE].size))


def of_strip(issue: Issue) -> tuple[Article, ...]:
    """Return the stories that are for the strip."""
    return tuple(article for article in issue.articles if article.place == "gutter")


def _shares(pages: Sequence[DummyPage], issue: Issue, setter: "StripSetter") -> list[list[Item]]:
    """Return the items of each page: stories in their order, then notices of the bank while there is room."""
    shares: list[list[Item]] = [[] for _page in pages]
    used = {fit.story for page in pages for fit in page.fits}
    stories = of_strip(issue)
    open_pages = [
        at for at, page in enumerate(pages) if setter.layout.masters[page.master].fills == "nothing"
    ]
    for article in stories:
        wanted = _wanted(article, issue)
        where = [at for at in open_pages if not wanted or pages[at].number in wanted]
        _put(article, where, shares, setter)
    for filler in issue.fillers if stories else ():
        if filler.id not in used:
            _put(filler, open_pages, shares, setter)
    return shares


def _wanted(article: Article, issue: Issue) -> Sequence[int]:
    """Return the pages that a story is for: that of the plan or its own; none where all will do."""
    planned = [plan.page for plan in issue.sheet.pages if article.id in plan.articles]
    return planned or ([article.page] if article.page else [])


def _put(article: Article, where: Sequence[int], shares: list[list[Item]], setter: "StripSetter") -> None:
    """Put an item on the first of some pages whose strip has room for it."""
    item = setter.item(article)
    if item is None:
        return
    for at in where:
        taken = sum(each.height + BETWEEN for each in shares[at])
        if taken + item.height <= setter.height:
            shares[at].append(item)
            return


@dataclass(frozen=True, slots=True)
class StripSetter:
    """Sets the strip of a page as high as its type area."""

    layout: Layout
    book: FontBook

    @property
    def height(self) -> float:
        """The strip's height in em of its type."""
        return float(self.layout.grid.lines * self.layout.line / to_mm(self.layout.styles[STYLE].size))

    def item(self, article: Article) -> Item | None:
        """Return a story in as many lines as the strip has, none where it is too long."""
        text, style = text_of(article), self.layout.styles[STYLE]
        most = self.layout.strip.lines if self.layout.strip and len(text) > SHORTEST else 1
        fitted = set_upright(text, style.face, self.book, round(self.height, 3), most, 0.0, 0.0)
        if fitted is None:
            return None
        return Item(article.id, fitted.lines, max(line.width for line in fitted.lines))

    def frames(self, page: int, items: Sequence[Item]) -> Iterator[Frame]:
        """Yield the items from the top of a page's strip to its foot, a hairline between two."""
        style, box = self.layout.styles[STYLE], self.box(page)
        em = to_mm(style.size)
        free = self.height - sum(each.height for each in items)
        between = min(MOST_BETWEEN, free / max(1, len(items) - 1)) * em
        y = float(box.y)
        for at, item in enumerate(items):
            if at:
                yield RuleFrame(Box(box.x, Mm(y - between / 2), box.width, HAIR))
            lines = tuple(SetLine(each, STYLE) for each in item.lines)
            width = to_mm(Pt(len(lines) * style.leading))
            left = Mm(box.x + (box.width - width) / 2)
            place = Box(left, Mm(y), width, Mm(item.height * em))
            yield TextFrame(Role.GUTTER, item.story, place, lines, style.size, style.leading, True)
            y += item.height * em + between

    def box(self, page: int) -> Box:
        """Return a page's half of the strip, in the middle of its margin at the fold."""
        layout, strip = self.layout.on(page), self.layout.strip
        style = layout.styles[STYLE]
        width = to_mm(Pt((strip.lines if strip else 0) * style.leading))
        inner = layout.left if page % 2 else Mm(layout.trim.width - layout.left - layout.width)
        left = (inner - width) / 2 if page % 2 else layout.trim.width - (inner + width) / 2
        return Box(Mm(left), layout.line_y(0), width, Mm(layout.grid.lines * layout.line))
