"""Vertical heads (竖排): headline, kicker and deck as vertical lines in a strip beside the legs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsletter.compose import Fitted, set_upright
from newsletter.dummy import Box, Role, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import HeadlineStyle, Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.lines import Line
from newsletter.makeup.headblock import (
    BREAK_COST,
    COMPANY_LEADING,
    LINE_COST,
    HeadBlock,
    HeadPart,
    company_sizes,
    step_cost,
)

UPRIGHT_LEADING = 1.2
UPRIGHT_TRACKING_COST = 25.0
SHORT_COST, NARROW_COST = 45.0, 45.0
"""The badness of a headline that fills nothing of its height, of its strip's width."""
MISSED_COST = 90.0
"""The badness of a horizontal head where a vertical one was asked for."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The room for a vertical head beside ``height`` lines of body: ``width`` in em of the body.

    ``columns`` are the whole columns it takes, 0 for a part of one.
    """

    width: float
    columns: int
    height: int


def upright_block(article: Article, strip: Strip, layout: Layout, book: FontBook) -> HeadBlock | None:
    """Return the best vertical head for a strip, none where none fits or fills enough of it."""
    return min(UprightHead(article, layout, book, strip).blocks(), key=lambda each: each.cost, default=None)


def least_strip(article: Article, layout: Layout) -> float:
    """Return the least width in em of the body that a vertical head needs, one line of each part."""
    style = layout.headlines[article.rank.value]
    size = style.steps[-1]
    company = sum(
        company_sizes(size * share, layout)[-1] * COMPANY_LEADING
        for text, share in ((article.kicker, style.kicker), (article.deck, style.deck))
        if text
    )
    return float((size * UPRIGHT_LEADING + company) / layout.styles["body"].size)


def upright_frames(head: HeadBlock, strip: Box, article: Article, layout: Layout) -> Iterator[TextFrame]:
    """Yield a vertical head's parts from right to left in a strip as high as whole lines, the deck low."""
    body = layout.styles["body"]
    above = to_mm((body.leading - body.size) / 2)
    height = Mm(strip.height - 2 * above)
    right = strip.x + (strip.width + to_mm(Pt(head.points))) / 2
    rank = f"headline-{article.rank.value}"
    parts = (
        (Role.KICKER, "kicker", head.kicker),
        (Role.HEADLINE, rank, head.headline),
        (Role.DECK, "deck", head.deck),
    )
    for role, style, part in parts:
        if part:
            right -= to_mm(Pt(part.height))
            box = Box(Mm(right), Mm(strip.y + above), to_mm(Pt(part.height)), height)
            low = height / to_mm(part.size) if role is Role.DECK else 0.0
            lines = tuple(SetLine(_lowered(line, low), style) for line in part.lines)
            yield TextFrame(role, article.id, box, lines, part.size, part.leading, True)


def _lowered(line: Line, height: float) -> Line:
    """Return a vertical line that ends at a height in em, or as it is where it reaches farther."""
    return replace(line, start=round(line.start + max(0.0, height - line.width), 3))


@dataclass(frozen=True, slots=True)
class UprightHead:
    """A story's head standing in a strip."""

    article: Article
    layout: Layout
    book: FontBook
    strip: Strip

    @property
    def style(self) -> HeadlineStyle:
        """How headlines of the story's rank are set."""
        return self.layout.headlines[self.article.rank.value]

    @property
    def points(self) -> float:
        """The height of the strip's type in points: from the first line's top to the last one's foot."""
        body = self.layout.styles["body"]
        return self.strip.height * body.leading - (body.leading - body.size)

    @property
    def width(self) -> float:
        """The width of the strip in points."""
        return self.strip.width * self.layout.styles["body"].size

    def blocks(self) -> Iterator[HeadBlock]:
        """Yield the heads of every step, of one and of two lines, that fill enough of the strip."""
        for size in self.style.steps:
            for count in (1, 2):
                fitted = self._fitted(self.article.headline, self.style.face, size, count)
                block = fitted and self._block(fitted, size)
                if block:
                    yield block

    def _fitted(self, text: str, face: str, size: Pt, count: int) -> Fitted | None:
        height = round(self.points / size, 3)
        return set_upright(text, face, self.book, height, count, *self.layout.upright.tracking)

    def _block(self, fitted: Fitted, size: Pt) -> HeadBlock | None:
        """Return the headline with kicker and deck beside it, none where they do not fit the strip."""
        filled = fitted.width * size / self.points
        if filled < self.layout.upright.least:
            return None
        headline = HeadPart(fitted.lines, size, Pt(size * UPRIGHT_LEADING))
        kicker = self._beside(self.article.kicker, "kicker", size * self.style.kicker)
        deck = self._beside(self.article.deck, "deck", size * self.style.deck)
        missing = (bool(self.article.kicker) and not kicker) or (bool(self.article.deck) and not deck)
        taken = sum(part.height for part in (kicker, headline, deck) if part)
        if missing or taken > self.width:
            return None
        cost = self._cost(fitted, size, filled, taken / self.width)
        gutter = self.layout.grid.gutter
        return HeadBlock(
            kicker,
            headline,
            deck,
            0,
            cost,
            self.strip.width + gutter,
            self.strip.columns,
            self.style.kicker_rule,
        )

    def _cost(self, fitted: Fitted, size: Pt, filled: float, across: float) -> float:
        return float(
            step_cost(size, self.style)
            + SHORT_COST * max(0.0, 1 - filled) ** 1.5
            + NARROW_COST * max(0.0, 1 - across) ** 1.5
            + UPRIGHT_TRACKING_COST * fitted.tracking**2
            + BREAK_COST * fitted.price
            + LINE_COST * (len(fitted.lines) - 1)
        )

    def _beside(self, text: str, role: str, due: float) -> HeadPart | None:
        """Return a kicker or deck as one vertical line, else as two, none where there is none or no room."""
        if not text:
            return None
        face = self.layout.styles[role].face
        for count in (1, 2):
            for size in company_sizes(due, self.layout):
                height = round(self.points / size, 3)
                if fitted := set_upright(text, face, self.book, height, count, 0.0, 0.06):
                    return HeadPart(fitted.lines, size, Pt(size * COMPANY_LEADING))
        return None
