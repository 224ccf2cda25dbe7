"""Samples set: each a block of lines under a label, as high as whole lines of the body."""

import math
from dataclasses import dataclass, replace

from newsletter.compose import compose_text, fit_headline
from newsletter.dummy import Role, SetLine
from newsletter.fonts import FontBook
from newsletter.layout import Layout, TypeStyle
from newsletter.lengths import Pt
from newsletter.lines import Line
from newsletter.makeup.copyfit import Copy, setting_of
from newsletter.specimen.samples import Headline, Text

STYLES = {
    "label": TypeStyle(face="hei-medium", size=Pt(7), leading=Pt(14), colour="house", align="left"),
    "band": TypeStyle(face="hei-bold", size=Pt(10), leading=Pt(14), align="left"),
    "fact": TypeStyle(face="hei", size=Pt(8), leading=Pt(14), align="right"),
}
"""Styles that no layout has: the labels of samples, the titles of bands, what the page says of itself."""
HEADLINE_LEADING = 1.2
SMALLEST_HEADLINE = 8
"""Points above which a headline's size is looked for."""


@dataclass(frozen=True, slots=True)
class Block:
    """A sample set: lines of one size and leading in points, their role, the label's line above them.

    ``height`` is that of label and lines, in whole lines of the body.
    """

    label: tuple[SetLine, ...]
    role: Role
    lines: tuple[SetLine, ...]
    size: Pt
    leading: Pt
    height: int


def with_styles(layout: Layout) -> Layout:
    """Return a layout with the specimen's own styles."""
    return layout.model_copy(update={"styles": {**layout.styles, **STYLES}})


def set_text(sample: Text, measure: float, layout: Layout, book: FontBook) -> Block:
    """Return a text set at a measure in em of the body, as make-up sets a story."""
    own = layout.model_copy(update={"punctuation": sample.punctuation or layout.punctuation})
    passages = Copy(sample.article, own, book).passages(measure)
    lines = tuple(line for passage in passages for line in passage.lines)
    body = layout.styles["body"]
    label = set_line(sample.rule, "label", measure, layout, book)
    return Block(label, Role.LEG, lines, body.size, body.leading, 1 + len(lines))


def set_headline(sample: Headline, measure: float, layout: Layout, book: FontBook) -> Block:
    """Return a headline over a measure in em of the body, at the largest size that its words allow."""
    style, body = layout.headlines[sample.rank], layout.styles["body"]
    points = measure * body.size
    for size in range(round(sample.size), SMALLEST_HEADLINE, -1):
        lines = fit_headline(sample.text, style.face, book, points / size, sample.lines)
        if lines:
            break
    centred = tuple(SetLine(_centred(line, points / size), f"headline-{sample.rank}") for line in lines or ())
    leading = Pt(size * HEADLINE_LEADING)
    label = set_line(sample.rule, "label", measure, layout, book)
    height = 1 + math.ceil(len(centred) * leading / body.leading)
    return Block(label, Role.HEADLINE, centred, Pt(size), leading, height)


def set_line(text: str, style: str, measure: float, layout: Layout, book: FontBook) -> tuple[SetLine, ...]:
    """Return a text of one style over a measure in em of the body."""
    own, body = layout.styles[style], layout.styles["body"]
    width = measure * body.size / own.size
    lines = compose_text(text, setting_of(own, width, layout, indent=0.0), book)
    return tuple(SetLine(line, style) for line in lines)


def _centred(line: Line, measure: float) -> Line:
    return replace(line, start=round(max(0.0, (measure - line.width) / 2), 3))
