"""Pull quotes (摘引): words of the copy shown large between rules, in a leg or across two."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsletter.compose import compose_text, fit_headline
from newsletter.dummy import Box, Frame, Role, RuleFrame, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.lines import Line
from newsletter.makeup.passage import setting_of

STYLE = "pull-quote"
MISSED_QUOTE = 70.0
"""The badness of a story without the pull quote that was asked for."""
ALONE_COST = 4.0
"""The badness of one in a single leg of several: across two it has the better measure."""
MOST_LINES = 8
NARROWEST = 6.0
"""The least measure in em of the quote."""
WHITE = 0.5
"""The white over and under a rule, at least, in lines."""
HEAVY, LIGHT = to_mm(1.6), to_mm(0.4)
HEADING_ABOVE, SHORT_BELOW, FIRST_ABOVE, OFF_MIDDLE = 10.0, 5.0, 3.0, 0.2
"""The badness of text parted under a heading, before a short line, after a paragraph's first line; of every
line that the quote stands off its leg's middle."""


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A quote set: ``height`` in lines of the body with its rules and the white, ``across`` so many legs.

    ``measure`` is the width in em of the body.
    """

    lines: tuple[Line, ...]
    across: int
    measure: float
    height: int


def pull_quotes(
    article: Article, legs: int, measure: float, gutter: float, layout: Layout, book: FontBook
) -> Iterator[PullQuote]:
    """Yield a story's pull quote in one leg and across two; measures in em of the body."""
    if not article.pull_quote:
        return
    for across in range(1, min(2, legs - 1) + 1):
        width = across * measure + (across - 1) * gutter
        if lines := _lines(article, width, layout, book):
            yield PullQuote(lines, across, width, _height(len(lines), layout))


def _lines(article: Article, width: float, layout: Layout, book: FontBook) -> tuple[Line, ...]:
    """Return the words in the fewest lines, balanced and broken between words, none where too many."""
    style = layout.styles[STYLE]
    measure = width * layout.styles["body"].size / style.size
    if measure < NARROWEST:
        return ()
    for count in range(1, MOST_LINES + 1):
        if lines := fit_headline(article.pull_quote, style.face, book, measure, count):
            return _placed(lines, measure) if style.align == "center" else lines
    setting = setting_of(style, measure, layout, 0.0)
    lines = compose_text(article.runs("pull_quote"), setting, book)
    return lines if len(lines) <= MOST_LINES else ()


def _placed(lines: Sequence[Line], measure: float) -> tuple[Line, ...]:
    """Return lines centred in a measure."""
    return tuple(replace(each, start=round(max(0.0, (measure - each.width) / 2), 3)) for each in lines)


def _height(lines: int, layout: Layout) -> int:
    """Return the whole lines of the body that so many lines of a quote take."""
    leading = layout.styles["body"].leading
    return math.ceil((lines * layout.styles[STYLE].leading + 4 * WHITE * leading) / leading)


def quoted_leg(quote: PullQuote, cuts: Sequence[int]) -> int | None:
    """Return the first of the legs that a quote stands in: the longest, near the middle.

    ``cuts`` are the lines that photos and tables take of each leg. None where no legs are as high.
    """
    firsts = [at for at in range(len(cuts) - quote.across + 1) if len(set(cuts[at : at + quote.across])) == 1]
    middle = (len(cuts) - quote.across) / 2
    return min(firsts, key=lambda at: (cuts[at], abs(at - middle), -at), default=None)


def quote_line(legs: Sequence[Sequence[SetLine]], least: int) -> int:
    """Return after how many lines legs are parted: in the middle third, where it harms least."""
    shortest = min(map(len, legs))
    first, last = max(least, math.ceil(shortest / 3)), min(shortest - least, shortest * 2 // 3)
    places = range(first, max(first, last) + 1)
    return min(
        places, key=lambda at: sum(_harm(leg, at) for leg in legs) + OFF_MIDDLE * abs(at - shortest / 2)
    )


def _harm(leg: Sequence[SetLine], at: int) -> float:
    """Return the badness of parting a leg after so many lines."""
    if not 0 < at < len(leg):
        return 0.0
    above, below = leg[at - 1], leg[at]
    begins = above.line.start >= 1 or not leg[at - 2].line.full if at > 1 else True
    return (
        HEADING_ABOVE * (above.style == "crosshead")
        + SHORT_BELOW * (not below.line.full and above.line.full)
        + FIRST_ABOVE * (begins and above.line.full)
    )


def quote_frames(quote: PullQuote, story: str, at: tuple[Mm, int], layout: Layout) -> Iterator[Frame]:
    """Return the rules and the type of a quote at a left edge and a line of the grid."""
    (x, line), style = at, layout.styles[STYLE]
    top, width = layout.line_y(line), Mm(quote.measure * layout.em)
    edge, bottom = WHITE * layout.line, layout.line_y(line + quote.height)
    yield RuleFrame(Box(x, Mm(top + edge), width, HEAVY), "house")
    yield RuleFrame(Box(x, Mm(bottom - edge), width, LIGHT), "house")
    height = to_mm(len(quote.lines) * style.leading)
    box = Box(x, Mm((top + bottom - height) / 2), width, height)
    lines = tuple(SetLine(each, STYLE) for each in quote.lines)
    yield TextFrame(Role.PULL_QUOTE, story, box, lines, Pt(style.size), Pt(style.leading))
