"""The block of kicker, headline and deck over a story's legs, in every size the layout allows."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsletter.compose import Fitted, RubyType, compose_text, set_headline
from newsletter.fonts import FontBook
from newsletter.issue import Article, Direction
from newsletter.layout import HeadlineStyle, Layout, TypeStyle
from newsletter.lengths import Pt
from newsletter.lines import Line
from newsletter.makeup.copyfit import ruby_of, setting_of
from newsletter.makeup.part import Part, head_rank
from newsletter.makeup.photorow import Over
from newsletter.manuscript import Run

HEADLINE_LEADING = 1.2
COMPANY_LEADING = 1.35
NO_ROOM = Pt(0)
SIZE_COST = 65.0
"""The badness of a headline of no size beside one of the largest step."""
HOLE_COST = 90.0
"""The badness of a headline that fills nothing of its width."""
TRACKING_COST = 120.0
BREAK_COST = 2.0
LINE_COST = 2.0
SHORT, SHORT_COST = 0.7, 40.0
"""The share of the width under which a headline stands best on one line, and the badness of breaking it."""
CROWD_COST = 6.0
RESORT_COST, RESORT_LINES = 90.0, 6
FILL_TO = 0.985
"""The share of its width that a headline is spaced to fill: its ink then clears its neighbours."""
SMALLEST_SHARE = 0.74
"""How far a kicker or deck may shrink to keep its lines, as a share of its due size."""
OVERHANG, LEAST_LIMIT, MOST_LIMIT = 1.05, 0.6, 0.94
"""How wide a kicker or deck had best run: beyond the headline, and least and most of the story's width."""
TIGHT = -0.03
RUNNING_LINES = 1
"""The white under the running head of a story that the page before began, in lines."""


@dataclass(frozen=True, slots=True)
class HeadPart:
    """Lines of one role: size and leading in points, ``face`` the style's name in the layout."""

    lines: tuple[Line, ...]
    size: Pt
    leading: Pt
    above: Pt = NO_ROOM  # white for readings over the first line

    @property
    def height(self) -> float:
        """The height in points, of vertical lines the width."""
        return self.above + len(self.lines) * self.leading


@dataclass(frozen=True, slots=True)
class HeadBlock:
    """One way to set the head; ``height`` in whole lines of the body, ``cost`` its badness.

    A ``label`` stands over all of it, on lines of its own. A head ``over`` a photo takes the photo's height.

    A vertical head has no height: it takes a ``strip`` beside the legs, in em of the body with the gutter
    after it, ``columns`` whole columns or, where that is 0, a part of one.
    """

    kicker: HeadPart | None
    headline: HeadPart
    deck: HeadPart | None
    height: int
    cost: float
    strip: float = 0.0
    columns: int = 0
    kicker_rule: bool = False
    label: HeadPart | None = None
    over: Over | None = None

    @property
    def points(self) -> float:
        """The height of the type alone, in points."""
        return sum(part.height for part in (self.kicker, self.headline, self.deck) if part)


def head_blocks(
    article: Article, width: float, layout: Layout, book: FontBook, below: float = math.inf
) -> dict[int, HeadBlock]:
    """Return the best head for every height it can have over ``width`` em of the body.

    The headline is smaller than ``below`` points, where its rank has a step that is.
    """
    if isinstance(article, Part) and article.continues and not article.turned:
        return {running_lines(layout): _running_head(layout)}
    own, rank = article.rank, head_rank(article)
    if rank is not own:
        article = article.model_copy(update={"rank": rank})
    head = Head(article, layout, book, width * layout.styles["body"].size, below)
    best: dict[int, HeadBlock] = {}
    for block in _shortest(head.blocks()) if rank is not own else head.blocks():
        if block.height not in best or block.cost < best[block.height].cost:
            best[block.height] = block
    return best


def _shortest(blocks: Iterator[HeadBlock]) -> list[HeadBlock]:
    """Return the heads of the fewest lines: of a story that was turned to, a catch line is enough."""
    found = list(blocks)
    fewest = min(len(each.headline.lines) for each in found)
    return [each for each in found if len(each.headline.lines) == fewest]


def running_lines(layout: Layout) -> int:
    """Return the lines under the running head: none where it stands in the upper margin, free of a folio."""
    return RUNNING_LINES if layout.folio == "head" else 0


def _running_head(layout: Layout) -> HeadBlock:
    """Return the head of a story that the page before began: white under the label that names it."""
    body = layout.styles["body"]
    return HeadBlock(None, HeadPart((), body.size, body.leading), None, running_lines(layout), 0.0)


def direction_of(article: Article, layout: Layout) -> Direction:
    """Return which way a story's headline is to run: the editor's wish, else its rank's in the layout."""
    return article.headline_style or layout.headlines[article.rank.value].direction


def step_cost(size: float, style: HeadlineStyle) -> float:
    """Return the badness of a headline smaller than its rank's largest step."""
    return SIZE_COST * (1 - size / style.steps[0])


@dataclass(frozen=True, slots=True)
class Head:
    """A story's head over ``points`` of width."""

    article: Article
    layout: Layout
    book: FontBook
    points: float
    below: float = math.inf

    @property
    def steps(self) -> Sequence[Pt]:
        """The sizes that the headline may have, the largest first."""
        return [size for size in self.style.steps if size < self.below] or self.style.steps[-1:]

    @property
    def style(self) -> HeadlineStyle:
        """How headlines of the story's rank are set."""
        return self.layout.headlines[self.article.rank.value]

    def blocks(self) -> Iterator[HeadBlock]:
        """Yield the heads of every step and count of lines that fit, else one that always does."""
        found = False
        for size in self.steps:
            for count in range(1, self.style.lines + 1):
                if fitted := self._fitted(size, count):
                    found = True
                    yield self._block(fitted, size, self._cost(fitted, size))
        if not found:
            yield self._last_resort()

    def _fitted(self, size: Pt, count: int) -> Fitted | None:
        width = round(FILL_TO * self.points / size, 3)
        tight, loose = self.style.tracking
        runs, ruby = self.article.runs("headline"), self._ruby(size, HEADLINE_LEADING)
        return set_headline(runs, self.style.face, self.book, width, count, tight, loose, ruby)

    def _ruby(self, size: Pt, share: float) -> RubyType:
        return ruby_of(self.layout, size, Pt(size * share))

    def _cost(self, fitted: Fitted, size: Pt) -> float:
        """Return the badness of a headline: small, leaving a hole, spaced, badly broken, of many lines."""
        hole: float = 1 - fitted.width * size / self.points / FILL_TO
        return float(
            step_cost(size, self.style)
            + HOLE_COST * max(0.0, hole) ** 1.5
            + TRACKING_COST * fitted.tracking**2
            + BREAK_COST * fitted.price
            + LINE_COST * (len(fitted.lines) - 1)
            + SHORT_COST * (len(fitted.lines) > 1) * (self._whole(fitted, size) < SHORT)
        )

    def _whole(self, fitted: Fitted, size: Pt) -> float:
        """Return the share of the width that a headline's lines would fill one after another."""
        return sum(line.width for line in fitted.lines) * size / self.points

    def _last_resort(self) -> HeadBlock:
        """Return a head at the smallest step in as many lines as it needs, broken anywhere if it must be."""
        size = self.style.steps[-1]
        for count in range(self.style.lines + 1, RESORT_LINES + 1):
            if fitted := self._fitted(size, count):
                return self._block(fitted, size, RESORT_COST + 20.0 * count)
        style = self.layout.styles["deck"].model_copy(update={"face": self.style.face, "align": "left"})
        setting = setting_of(style, self.points / size, self.layout, indent=0.0)
        setting = replace(setting, ruby=self._ruby(size, HEADLINE_LEADING))
        lines = compose_text(self.article.runs("headline"), setting, self.book)
        lone = Fitted(lines or (Line((), 0.0, 0.0, False),), 0.0, 0.0)
        return self._block(lone, size, RESORT_COST + 20.0 * len(lines))

    def _block(self, fitted: Fitted, size: Pt, cost: float) -> HeadBlock:
        """Return the headline with its kicker and deck."""
        style, leading = self.style, self.layout.styles["body"].leading
        headline = self._part_of(fitted.lines, size, HEADLINE_LEADING)
        limit = max(OVERHANG * fitted.width * size, LEAST_LIMIT * self.points)
        kicker = self._kicker(size * style.kicker, min(limit, MOST_LIMIT * self.points))
        deck = self._deck(size * style.deck, min(limit, MOST_LIMIT * self.points))
        parts = [part for part in (kicker, headline, deck) if part]
        height = math.ceil((sum(part.height for part in parts) + style.white * leading) / leading)
        crowd = CROWD_COST * sum(len(part.lines) - 1 for part in (kicker, deck) if part)
        return HeadBlock(kicker, headline, deck, height, cost + crowd, kicker_rule=style.kicker_rule)

    def _kicker(self, due: float, limit: float) -> HeadPart | None:
        """Return the kicker on one line, smaller rather than on two; none where there is none."""
        text, style = self.article.runs("kicker"), self.layout.styles["kicker"]
        if not text:
            return None
        sizes = company_sizes(due, self.layout)
        every = [size for size in reversed(self.layout.steps) if size <= sizes[0]]
        return (
            self._part(text, style, sizes, limit, 1)
            or self._part(text, style, every, self.points, 1)
            or self._part(text, style, sizes[-1:], self.points, 2)
            or self._composed(text, style, sizes[-1])
        )

    def _deck(self, due: float, limit: float) -> HeadPart | None:
        """Return the deck on one line as wide as the headline, on two balanced ones or on a wider one."""
        text, style = self.article.runs("deck"), self.layout.styles["deck"]
        if not text:
            return None
        sizes = company_sizes(due, self.layout)
        return (
            self._part(text, style, sizes, limit, 1)
            or self._part(text, style, sizes, limit, 2)
            or self._part(text, style, sizes, self.points, 1)
            or self._part(text, style, sizes, self.points, 2)
            or self._composed(text, style, sizes[-1])
        )

    def _part(
        self, text: tuple[Run, ...], style: TypeStyle, sizes: Sequence[Pt], points: float, count: int
    ) -> HeadPart | None:
        """Return a kicker or deck in so many lines at the largest of some sizes that fits a width."""
        for size in sizes:
            width, ruby = round(points / size, 3), self._ruby(size, COMPANY_LEADING)
            fitted = set_headline(text, style.face, self.book, width, count, TIGHT, 0.0, ruby)
            if fitted:
                return self._part_of(fitted.lines, size, COMPANY_LEADING)
        return None

    def _part_of(self, lines: tuple[Line, ...], size: Pt, share: float) -> HeadPart:
        """Return lines as a part, with white above where readings stand over the first."""
        leading = Pt(size * share)
        if not lines or not lines[0].readings:
            return HeadPart(lines, size, leading)
        room = self.layout.ruby_size(size, leading) - (leading - size) / 2
        return HeadPart(lines, size, leading, Pt(max(0.0, room)))

    def _composed(self, text: tuple[Run, ...], style: TypeStyle, size: Pt) -> HeadPart:
        """Return a kicker or deck as running text, which always fits."""
        setting = setting_of(style, self.points / size, self.layout, indent=0.0)
        setting = replace(setting, ruby=self._ruby(size, COMPANY_LEADING))
        return self._part_of(compose_text(text, setting, self.book), size, COMPANY_LEADING)


def company_sizes(due: float, layout: Layout) -> list[Pt]:
    """Return the layout's steps that a kicker or deck of a due size may take, the nearest first."""
    nearest = min(layout.steps, key=lambda step: (abs(step - due), step))
    smaller = [step for step in layout.steps if SMALLEST_SHARE * due <= step <= nearest]
    return sorted(smaller, reverse=True) or [nearest]
