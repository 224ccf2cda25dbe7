"""Every text of an issue with the face it is set in."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.checks.reading import Passage, furniture, lines, photo_called, place_of, title
from newsletter.diagnostics import Span
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue
from newsletter.layout import Layout
from newsletter.makeup.blocks import STYLES
from newsletter.manuscript import DOTS, Block, Emphasis, Paragraph, Run

DISPLAY = frozenset({"name", "section", "kicker", "headline", "deck", Block.CROSSHEAD})
"""Where type stands so large that a stand-in is seen at once."""
HEAD_STYLES = {"section": "label"}
"""The styles of the lines of a story's head that have not the line's name."""
PEOPLE = frozenset({"byline", "source", "credit", "imprint"})
"""Where what stands between marks is mostly somebody's name."""


@dataclass(frozen=True, slots=True)
class TypeCase:
    """An issue beside the faces it is to be set in; the value that rules about glyphs examine."""

    issue: Issue
    layout: Layout
    book: FontBook


@dataclass(frozen=True, slots=True)
class SetText:
    """Characters set in one face: whose they are, the passage they stand in and where in it."""

    text: str
    face: str
    whose: str
    passage: Passage
    start: int = 0

    @property
    def role(self) -> str:
        """What the passage is: a line of a story's head, a kind of paragraph, a piece of furniture."""
        return self.passage.paragraph.block if self.passage.paragraph else self.passage.key

    def offset(self, offset: int) -> int:
        """Return where a character of the text stands in its passage: of a reading where its base stands."""
        is_over = not self.passage.text.startswith(self.text, self.start)
        return self.start if is_over else self.start + offset

    def at(self, offset: int) -> Span | None:
        """Return where a character of the text stands; in a manifest exactly where it is written plainly."""
        passage, offset = self.passage, self.offset(offset)
        if passage.paragraph or passage.span is None:
            return passage.at(offset)
        written = passage.span
        marks = written.length - len(passage.text)
        if marks not in (0, 2):
            return written
        return Span(written.file, written.line, written.column + marks // 2 + offset)


def set_texts(case: TypeCase) -> Iterator[SetText]:
    """Return every text that is printed, with its face."""
    yield from _furniture(case)
    for article in (*case.issue.articles, *case.issue.fillers):
        yield from _heads(article, case.layout)
        for paragraph in article.manuscript.paragraphs:
            yield from _runs(paragraph, title(article), case.layout)
    for photo in case.issue.photos:
        for passage in lines(photo):
            yield SetText(passage.text, case.layout.styles["caption"].face, photo_called(photo), passage)


def _furniture(case: TypeCase) -> Iterator[SetText]:
    for passage in furniture(case.issue):
        yield SetText(passage.text, case.layout.furniture[passage.key], place_of(passage.key), passage)


def _heads(article: Article, layout: Layout) -> Iterator[SetText]:
    for passage in lines(article):
        if passage.key == "headline":
            face = layout.headlines[article.rank.value].face
        elif (name := HEAD_STYLES.get(passage.key, passage.key)) in layout.styles:
            face = layout.styles[name].face
        else:
            continue
        yield SetText(passage.text, face, title(article), passage)
        for key, reading in article.readings:
            if key == passage.key:
                yield SetText(reading.sound, layout.ruby.face, title(article), passage, reading.start)


def _runs(paragraph: Paragraph, whose: str, layout: Layout) -> Iterator[SetText]:
    passage, start = Passage(paragraph.text, paragraph.span, paragraph), 0
    for run in paragraph.runs:
        yield SetText(run.text, face_of(paragraph, run, layout), whose, passage, start)
        if run.reading:
            yield SetText(run.reading, layout.ruby.face, whose, passage, start)
        start += len(run.text)


def face_of(paragraph: Paragraph, run: Run, layout: Layout) -> str:
    """Return the face of a run: that of the style of its kind of paragraph."""
    style = layout.styles[STYLES.get(paragraph.block, "body")]
    if run.emphasis in (Emphasis.STRONG, Emphasis.BOTH):
        return style.strong
    return style.stress if run.emphasis is Emphasis.STRESS and style.stress != DOTS else style.face
