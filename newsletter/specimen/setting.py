"""Samples set: each a block of frames under a rule and a label, as high as whole lines of the body."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsletter.compose import compose, compose_text
from newsletter.dummy import Box, Role, RuleFrame, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.layout import Layout, TypeStyle
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.makeup.copyfit import Copy, Passage, setting_of
from newsletter.makeup.frames import baseline, line_rules
from newsletter.specimen.samples import Text

STYLES = {
    "label": TypeStyle(face="hei-medium", size=Pt(7), leading=Pt(14), colour="house", align="left"),
    "band": TypeStyle(face="hei-bold", size=Pt(10), leading=Pt(14), align="left"),
    "fact": TypeStyle(face="hei", size=Pt(8), leading=Pt(14), align="right"),
}
"""Styles that no layout has: the labels of samples, the titles of bands, what the page says of itself."""
HAIR = to_mm(0.4)
LABEL_DROP = to_mm(0.8)
"""How far a label's rule stands below the top of its line, midway between the text above and the label."""
NAME = "specimen"
Placed = TextFrame | RuleFrame


@dataclass(frozen=True, slots=True)
class Block:
    """A sample set: frames in mm from its own top left, and its height in whole lines of the body."""

    frames: tuple[Placed, ...]
    height: int

    def at(self, x: Mm, y: Mm) -> list[Placed]:
        """Return the frames with the block's top left moved to a place on the sheet."""
        return [replace(each, box=moved(each.box, x, y)) for each in self.frames]


def moved(box: Box, x: Mm, y: Mm) -> Box:
    """Return a box moved to the right and down."""
    return replace(box, x=Mm(box.x + x), y=Mm(box.y + y))


def with_styles(layout: Layout) -> Layout:
    """Return a layout with the specimen's own styles."""
    return layout.model_copy(update={"styles": {**layout.styles, **STYLES}})


def set_text(sample: Text, measure: float, layout: Layout, book: FontBook) -> Block:
    """Return a text set at a measure in em of the body, as make-up sets a story."""
    passages = Copy(sample.article, sample.layout(layout), book).passages(measure)
    lines = [line for passage in passages for line in _asked(passage, sample.looseness, book)]
    height = len(lines) + bool(lines[-1].below)  # white, for the next label's rule would double a table's
    return labelled(sample.rule, measure, leg(lines, 0.0, measure, layout), height, layout, book)


def _asked(passage: Passage, looseness: int, book: FontBook) -> tuple[SetLine, ...]:
    """Return a passage's lines, so many more or fewer where its paragraph allows it."""
    if not looseness or passage.paragraph is None or passage.setting is None:
        return passage.lines
    lines = compose(passage.paragraph, passage.setting, book, looseness)
    return tuple(replace(passage.lines[0], line=line) for line in lines)


def leg(lines: Sequence[SetLine], x: float, measure: float, layout: Layout) -> list[Placed]:
    """Return lines as a leg so many em from the left, below a label, with the rules of its tables."""
    body = layout.styles["body"]
    box = Box(Mm(x * layout.em), layout.line, Mm(measure * layout.em), Mm(len(lines) * layout.line))
    frame = TextFrame(Role.LEG, NAME, box, tuple(lines), body.size, body.leading)
    return [frame, *line_rules(lines, box, layout)]


def labelled(
    rule: str, measure: float, frames: Iterable[Placed], lines: int, layout: Layout, book: FontBook
) -> Block:
    """Return frames of so many lines under the name of their rule."""
    width = Mm(measure * layout.em)
    hair = RuleFrame(Box(Mm(0), LABEL_DROP, width, HAIR))
    return Block((hair, styled(rule, "label", measure, layout, book), *frames), 1 + lines)


def styled(text: str, style: str, measure: float, layout: Layout, book: FontBook) -> TextFrame:
    """Return a text of one style at a measure in em of the body, its first line on the body's baseline."""
    own, body = layout.styles[style], layout.styles["body"]
    setting = setting_of(own, measure * body.size / own.size, layout, indent=0.0)
    lines = tuple(SetLine(line, style) for line in compose_text(text, setting, book))
    drop = to_mm(baseline(body.size, body.leading) - baseline(own.size, body.leading))
    box = Box(Mm(0), drop, Mm(measure * layout.em), to_mm(len(lines) * body.leading))
    return TextFrame(Role.CAPTION, NAME, box, lines, own.size, body.leading)
