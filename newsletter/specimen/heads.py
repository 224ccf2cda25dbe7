"""Headlines and stories under them set as make-up sets them: at the layout's steps, legs level."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from newsletter.dummy import Box, Role, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.makeup.castoff import CastOff
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.frames import centred
from newsletter.makeup.headblock import Head, HeadBlock, HeadPart
from newsletter.makeup.upright import Strip, upright_block, upright_frames
from newsletter.specimen.samples import Headline, Text
from newsletter.specimen.setting import NAME, Block, Placed, labelled, leg

LEAST_GUTTER = 1.5
"""The least white between two columns, in em."""
STRIP = 6.0
"""The width of a vertical head in em of the body, without the gutter after it."""


def set_headline(sample: Headline, measure: float, layout: Layout, book: FontBook) -> Block:
    """Return a head over a measure in em of the body, in the lines asked for where they can be had."""
    head = _best(sample, measure, layout, book)
    lines = ceil(head.points / layout.styles["body"].leading)
    above = (lines * layout.styles["body"].leading - head.points) / 2
    frames = list(_head_frames(sample, head, Mm(layout.line + to_mm(Pt(above))), measure, layout))
    return labelled(sample.rule, measure, frames, lines, layout, book)


def _best(sample: Headline, measure: float, layout: Layout, book: FontBook) -> HeadBlock:
    """Return the best head: of so many lines if there is one."""
    style = layout.headlines[sample.rank].model_copy(update={"lines": sample.lines})
    own = layout.model_copy(update={"headlines": {**layout.headlines, sample.rank: style}})
    heads = list(Head(sample.article, own, book, measure * layout.styles["body"].size).blocks())
    return min(heads, key=lambda each: (len(each.headline.lines) != sample.lines, each.cost))


def _head_frames(
    sample: Headline, head: HeadBlock, y: Mm, measure: float, layout: Layout
) -> Iterator[TextFrame]:
    """Yield kicker, headline and deck one below the other from ``y`` on, centred."""
    styles = ((Role.KICKER, "kicker", head.kicker), (Role.HEADLINE, f"headline-{sample.rank}", head.headline))
    for role, style, part in (*styles, (Role.DECK, "deck", head.deck)):
        if part:
            yield _frame(role, style, part, y, measure, layout)
            y = Mm(y + to_mm(Pt(part.height)))


def _frame(role: Role, style: str, part: HeadPart, y: Mm, measure: float, layout: Layout) -> TextFrame:
    width = Mm(measure * layout.em)
    lines = tuple(SetLine(centred(line, width / to_mm(part.size)), style) for line in part.lines)
    return TextFrame(role, NAME, Box(Mm(0), y, width, to_mm(Pt(part.height))), lines, part.size, part.leading)


@dataclass(frozen=True, slots=True)
class _Legs:
    """Legs of a measure in em, the first ``x`` em from the left, the next ``step`` em further."""

    x: float
    step: float
    measure: float

    @classmethod
    def of(cls, sample: Text, measure: float) -> "_Legs":
        """Return the legs of a story at a measure of the whole in em; a leg is whole em wide."""
        x = STRIP + LEAST_GUTTER if sample.headline else 0.0
        own = floor((measure - x + LEAST_GUTTER) / sample.legs - LEAST_GUTTER)
        return cls(x, (measure - x - own) / max(1, sample.legs - 1), own)


def set_story(sample: Text, measure: float, layout: Layout, book: FontBook) -> Block:
    """Return a text in level legs at a measure of the whole in em, a vertical headline beside them."""
    legs = _Legs.of(sample, measure)
    cast = CastOff(Copy(sample.article, sample.layout(layout), book), least=2)
    cut, height = _cut(cast, legs.measure, sample.legs)
    frames: list[Placed] = []
    for at, lines in enumerate(cut):
        frames += leg(lines, legs.x + at * legs.step, legs.measure, layout)
    return labelled(
        sample.rule, measure, [*frames, *_upright(sample, height, layout, book)], height, layout, book
    )


def _cut(cast: CastOff, measure: float, legs: int) -> tuple[tuple[tuple[SetLine, ...], ...], int]:
    """Return the lines of the legs and how many the highest has: the fewest at which none is at fault."""
    least = ceil(cast.copy.count(measure) / legs)
    found = (cast.legs(measure, (height,) * legs) for height in range(least, 4 * least + 4))
    clean = next(each for each in found if not each.over and not each.faults)
    return clean.legs, max(map(len, clean.legs))


def _upright(sample: Text, height: int, layout: Layout, book: FontBook) -> Iterator[TextFrame]:
    """Yield the vertical head beside legs of so many lines, if the sample has one."""
    if not sample.headline:
        return
    head = upright_block(sample.article, Strip(STRIP, 0, height), layout, book)
    if head is not None:
        box = Box(Mm(0), layout.line, Mm(STRIP * layout.em), Mm(height * layout.line))
        yield from upright_frames(head, box, sample.article, layout)
