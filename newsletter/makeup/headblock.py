"""The block of kicker, headline and deck over a story's legs, in every size the layout allows."""

import math
from dataclasses import dataclass, replace

from newsletter.compose import compose_text, fit_headline
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import HeadlineStyle, Layout, TypeStyle
from newsletter.lengths import Pt
from newsletter.lines import Line
from newsletter.makeup.copyfit import ruby_of, setting_of
from newsletter.manuscript import Run

HEADLINE_LEADING = 1.2
COMPANY_LEADING = 1.35
NO_ROOM = Pt(0)
SMALLEST_KICKER = 10.0
SMALLEST_DECK = 10.5
STEP_COST = 7.0
HOLE_COST = 16.0


@dataclass(frozen=True, slots=True)
class HeadPart:
    """Lines of one role: size and leading in points, ``above`` the white for readings over the first line."""

    lines: tuple[Line, ...]
    size: Pt
    leading: Pt
    above: Pt = NO_ROOM

    @property
    def height(self) -> float:
        """The height in points."""
        return self.above + len(self.lines) * self.leading


@dataclass(frozen=True, slots=True)
class HeadBlock:
    """One way to set the head; ``height`` in whole lines of the body, ``cost`` its badness."""

    kicker: HeadPart | None
    headline: HeadPart
    deck: HeadPart | None
    height: int
    cost: float

    @property
    def points(self) -> float:
        """The height of the type alone, in points."""
        return sum(part.height for part in (self.kicker, self.headline, self.deck) if part)


def head_blocks(article: Article, width: float, layout: Layout, book: FontBook) -> dict[int, HeadBlock]:
    """Return the best head for every height it can have over ``width`` em of the body."""
    style = layout.headlines[article.rank.value]
    best: dict[int, HeadBlock] = {}
    for step, size in enumerate(style.steps):
        for count in range(1, style.lines + 1):
            block = _block(article, style, Pt(size), step, count, width, layout, book)
            if block and (block.height not in best or block.cost < best[block.height].cost):
                best[block.height] = block
    return best or {
        _last_resort(article, style, width, layout, book).height: _last_resort(
            article, style, width, layout, book
        )
    }


def _block(
    article: Article,
    style: HeadlineStyle,
    size: Pt,
    step: int,
    count: int,
    width: float,
    layout: Layout,
    book: FontBook,
) -> HeadBlock | None:
    """Return the head at one size in so many lines, or none where the headline does not fit."""
    points = width * layout.styles["body"].size
    ruby = ruby_of(layout, size, Pt(size * HEADLINE_LEADING))
    lines = fit_headline(article.runs("headline"), style.face, book, points / size, count, ruby)
    if lines is None or len(lines) != count:
        return None
    headline = _part_of(lines, size, HEADLINE_LEADING, layout)
    fill = max(line.width for line in lines) * size / points
    cost = STEP_COST * step + HOLE_COST * (1 - fill) + 2.0 * (count - 1)
    return _with_company(article, style, headline, points, cost, layout, book)


def _with_company(
    article: Article,
    style: HeadlineStyle,
    headline: HeadPart,
    points: float,
    cost: float,
    layout: Layout,
    book: FontBook,
) -> HeadBlock:
    """Return the headline with its kicker and deck."""
    kicker = _part(
        article.runs("kicker"),
        "kicker",
        max(SMALLEST_KICKER, headline.size * style.kicker),
        points,
        layout,
        book,
    )
    deck = _part(
        article.runs("deck"), "deck", max(SMALLEST_DECK, headline.size * style.deck), points, layout, book
    )
    height = sum(part.height for part in (kicker, headline, deck) if part)
    leading = layout.styles["body"].leading
    crowd = 6.0 * (len(deck.lines) - 1 if deck else 0) + 6.0 * (len(kicker.lines) - 1 if kicker else 0)
    return HeadBlock(kicker, headline, deck, math.ceil((height + 0.45 * leading) / leading), cost + crowd)


def _part(
    runs: tuple[Run, ...], role: str, size: float, points: float, layout: Layout, book: FontBook
) -> HeadPart | None:
    """Return a kicker or deck, smaller where that saves a line; none for an empty one."""
    if not runs:
        return None
    style = layout.styles[role]
    for smaller in (size, size * 0.9, size * 0.82):
        lines = _set(runs, style, Pt(round(smaller, 1)), points, layout, book)
        if len(lines) == 1 or smaller < 10.5:
            break
    whole = Pt(round(smaller, 1))
    return _part_of(lines, whole, COMPANY_LEADING, layout)


def _part_of(lines: tuple[Line, ...], size: Pt, share: float, layout: Layout) -> HeadPart:
    """Return lines as a part, with white above where readings stand over the first."""
    leading = Pt(size * share)
    if not lines or not lines[0].readings:
        return HeadPart(lines, size, leading)
    room = layout.ruby_size(size, leading) - (leading - size) / 2
    return HeadPart(lines, size, leading, Pt(max(0.0, room)))


def _set(
    runs: tuple[Run, ...], style: TypeStyle, size: Pt, points: float, layout: Layout, book: FontBook
) -> tuple[Line, ...]:
    ruby = ruby_of(layout, size, Pt(size * COMPANY_LEADING))
    one = fit_headline(runs, style.face, book, points / size, 1, ruby)
    two = one or fit_headline(runs, style.face, book, points / size, 2, ruby)
    setting = replace(setting_of(style, points / size, layout, indent=0.0), ruby=ruby)
    return two or compose_text(runs, setting, book)


def _last_resort(
    article: Article, style: HeadlineStyle, width: float, layout: Layout, book: FontBook
) -> HeadBlock:
    """Return a head at the smallest step in as many lines as its words need."""
    size = Pt(style.steps[-1])
    points = width * layout.styles["body"].size
    setting = setting_of(layout.styles["deck"], points / size, layout, indent=0.0)
    setting = replace(setting, ruby=ruby_of(layout, size, Pt(size * HEADLINE_LEADING)))
    lines = compose_text(article.runs("headline"), setting, book)
    headline = _part_of(lines, size, HEADLINE_LEADING, layout)
    return _with_company(article, style, headline, points, STEP_COST * 12 + 20.0 * len(lines), layout, book)
