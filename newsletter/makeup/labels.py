"""Section labels (栏目): small type over the first story of a section, on the grid, with the house colour."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsletter.compose import compose_text
from newsletter.dummy import Box, Frame, Role, RuleFrame, SetLine, TextFrame
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.makeup.headblock import HeadBlock, HeadPart
from newsletter.makeup.part import Part
from newsletter.makeup.passage import setting_of

STYLE = "label"
BAR, BAR_GAP = 0.34, 0.5
"""The width of the bar before a label and the white after it, in em of the label."""
HAIR = to_mm(0.4)
RUNNING_RISE = 1.7
"""How far a running head's line begins above the type area, in lines."""


def first_of_sections(stories: Sequence[Article]) -> list[Article]:
    """Return a page's stories, each section's label left to the first of them."""
    seen = {""}
    labelled = []
    for story in stories:
        labelled.append(story if story.section not in seen else story.model_copy(update={"section": ""}))
        seen.add(story.section)
    return labelled


def section_label(article: Article, width: float, layout: Layout, book: FontBook) -> HeadPart | None:
    """Return a story's section label over ``width`` em of the body, none for a story without a section."""
    style, body = layout.styles[STYLE], layout.styles["body"]
    if not article.section:
        return None
    measure = width * body.size / style.size - BAR - BAR_GAP
    lines = compose_text(article.runs("section"), setting_of(style, measure, layout, 0.0), book)
    return HeadPart(lines, style.size, body.leading)


def running_head_frames(stories: Sequence[Article], layout: Layout, book: FontBook) -> Iterator[Frame]:
    """Yield the running head in the upper margin of a page that begins with what the page before began."""
    story = next((each for each in stories if isinstance(each, Part) and each.continues), None)
    if story is None or story.turned or layout.folio == "head":
        return
    style, body = layout.styles["running-head"], layout.styles["body"]
    measure = layout.width / to_mm(style.size)
    lines = compose_text(story.runs("headline"), setting_of(style, measure, layout, 0.0), book)
    y = Mm(layout.line_y(0) - RUNNING_RISE * layout.line)
    box = Box(layout.left, y, layout.width, to_mm(body.leading))
    set_lines = tuple(SetLine(each, "running-head") for each in lines[:1])
    yield TextFrame(Role.LABEL, story.whole, box, set_lines, style.size, body.leading)
    yield RuleFrame(Box(layout.left, Mm(box.bottom - HAIR), layout.width, HAIR))


def labelled(head: HeadBlock, label: HeadPart | None) -> HeadBlock:
    """Return a head with a label over it, a line of the grid for each of the label's.

    A vertical head and its legs, which have no white of their own, stand a line below it.
    """
    if label is None:
        return head
    return replace(head, label=label, height=head.height + len(label.lines) + bool(head.strip))


def label_frames(
    label: HeadPart, story: str, at: tuple[Mm, int], width: Mm, layout: Layout
) -> Iterator[Frame]:
    """Return the bar, the type and the hairline of a label at a left edge and a line of the grid."""
    (x, line), body, em = at, layout.styles["body"], to_mm(label.size)
    top, height = layout.line_y(line), Mm(len(label.lines) * layout.line)
    rise = to_mm((body.leading - label.size) / 2)
    bar = Box(x, Mm(top + rise), Mm(BAR * em), Mm(height - 2 * rise))
    yield RuleFrame(bar, layout.styles[STYLE].colour)
    start = Mm((BAR + BAR_GAP) * em)
    box = Box(Mm(x + start), top, Mm(width - start), height)
    lines = tuple(SetLine(each, STYLE) for each in label.lines)
    yield TextFrame(Role.LABEL, story, box, lines, label.size, Pt(body.leading))
    yield RuleFrame(Box(x, Mm(top + height - HAIR), width, HAIR), layout.styles[STYLE].colour)
