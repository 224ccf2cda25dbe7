"""A story's copy measured: its body lines at any measure, byline and sign-off line with them."""

from dataclasses import dataclass, field, replace

from newsletter.compose import MARKER_GAP, RubyType, Setting, compose, compose_text
from newsletter.dummy import SetLine
from newsletter.fonts import FontBook
from newsletter.issue import Article
from newsletter.layout import NOTE_FACE, Layout, TypeStyle
from newsletter.lengths import Pt
from newsletter.lines import Line, Piece
from newsletter.manuscript import DOTS, Block, Paragraph, Run

STYLES = {Block.CROSSHEAD: "crosshead", Block.NOTE: "note"}
"""The styles of what is not set as the body; it is no prose, which can be asked for other lines."""
TAIL_GAP = 1.0
"""The least white in em between the last line's end and a sign-off line or credit set on it."""
HEADINGS = frozenset(("byline", "crosshead"))
"""The type styles of what must not be parted from the text below it."""
WIDE, WIDE_LOOSENED = 15.0, 0.12
"""The measure in em from which the most white between characters is less, and how much it is then."""


def setting_of(style: TypeStyle, measure: float, layout: Layout, indent: float | None = None) -> Setting:
    """Return how text of a style is set at a measure in em of that style's size."""
    loosened = layout.limits.loosened
    return Setting(
        face=style.face,
        strong=style.strong,
        stress=style.stress,
        measure=measure,
        indent=style.indent if indent is None else indent,
        align=style.align,
        punctuation=layout.punctuation,
        gap=layout.composition.gap,
        line_start=layout.composition.line_start,
        line_end=layout.composition.line_end,
        tightest=layout.composition.tightest,
        loosened=loosened if measure < WIDE else min(loosened, WIDE_LOOSENED),
        hyphenation=layout.composition.hyphenation,
        latin=tuple(sorted(layout.composition.latin.items())),
        ruby=ruby_of(layout, style.size, style.leading),
    )


def ruby_of(layout: Layout, size: Pt, leading: Pt) -> RubyType:
    """Return how readings are set over type of a size."""
    return RubyType(layout.ruby.face, layout.ruby_size(size, leading) / size)


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of one paragraph of a story; ``paragraph`` is none for byline and sign-off line.

    ``setting`` is that of prose, which can be asked for other lines and take a sign-off line on its last.
    ``bonds`` tell of each line whether no leg should end with it, the next being bound to it; none for
    prose, whose lines are not bound.
    """

    lines: tuple[SetLine, ...]
    paragraph: Paragraph | None = None
    setting: Setting | None = None
    bonds: tuple[bool, ...] = ()


def is_heading(passage: Passage) -> bool:
    """Return whether a passage must not be parted from what follows."""
    return bool(passage.lines) and passage.lines[-1].style in HEADINGS


@dataclass
class Copy:
    """A story's body as lines, composed once per measure; measures in em of the body."""

    article: Article
    layout: Layout
    book: FontBook
    _passages: dict[float, tuple[Passage, ...]] = field(default_factory=dict)

    def count(self, measure: float) -> int:
        """Return the number of body lines at a measure, the sign-off line on the last where it fits."""
        passages = self.passages(measure)
        tail = self.sign_off(measure)
        last = passages[-1] if passages else None
        on_last = tail and last and last.lines and self.signed(last, last.lines[-1], measure)
        return sum(len(passage.lines) for passage in passages) + (0 if on_last else len(tail))

    def passages(self, measure: float) -> tuple[Passage, ...]:
        """Return byline and paragraphs at a measure."""
        if measure not in self._passages:
            self._passages[measure] = (*self._byline(measure), *self._paragraphs(measure))
        return self._passages[measure]

    def _paragraphs(self, measure: float) -> list[Passage]:
        passages = []
        for paragraph in self.article.manuscript.paragraphs:
            style, setting = STYLES.get(paragraph.block, "body"), self._setting(paragraph, measure)
            lines = tuple(SetLine(line, style) for line in compose(paragraph, setting, self.book))
            passages.append(Passage(lines, paragraph, None if paragraph.block in STYLES else setting))
        return passages

    def _setting(self, paragraph: Paragraph, measure: float) -> Setting:
        style = self.layout.styles[STYLES.get(paragraph.block, "body")]
        setting = setting_of(style, measure * self.layout.styles["body"].size / style.size, self.layout)
        if paragraph.block is Block.NOTE:
            return replace(setting, hanging=self.book.width(style.face, paragraph.marker) + MARKER_GAP)
        if paragraph.block is Block.QUOTE:
            return replace(setting, face=NOTE_FACE if setting.stress == DOTS else setting.stress)
        return setting

    def _byline(self, measure: float) -> tuple[Passage, ...]:
        return self._lines_of(self.article.runs("byline"), "byline", measure, indent=2.0)

    def sign_off(self, measure: float) -> tuple[SetLine, ...]:
        """Return the lines of the sign-off at a measure, none for a story without."""
        runs = self.article.runs("source")
        whole = (Run("（"), *runs, Run("）")) if runs else ()
        passages = self._lines_of(whole, "source", measure, indent=0.0)
        return tuple(line for passage in passages for line in passage.lines)

    def signed(self, passage: Passage, last: SetLine, measure: float) -> SetLine | None:
        """Return a passage's last line with the sign-off line on it, or none where it does not fit.

        Only prose in the sign-off line's size takes it.
        """
        tail, styles = self.sign_off(measure), self.layout.styles
        if len(tail) != 1 or not passage.setting or styles[last.style].size != styles["source"].size:
            return None
        joined = join_tail(last.line, tail[0].line, measure)
        return None if joined is None else replace(last, line=joined)

    def _lines_of(
        self, runs: tuple[Run, ...], style: str, measure: float, indent: float
    ) -> tuple[Passage, ...]:
        if not runs:
            return ()
        setting = setting_of(self.layout.styles[style], measure, self.layout, indent)
        lines = compose_text(runs, setting, self.book)
        return (Passage(tuple(SetLine(line, style) for line in lines)),)


def join_tail(line: Line, tail: Line, measure: float) -> Line | None:
    """Return the line with ``tail`` flush right on it, or none where the two do not fit."""
    gap = measure - line.start - line.width - tail.width
    if gap < TAIL_GAP or not line.pieces:
        return None
    *before, last = line.pieces
    if len(last.text) > 1:
        before.append(replace(last, text=last.text[:-1]))
    end = Piece(last.text[-1], last.face, round(gap, 3), last.halved)
    place = len(line.text)
    readings = (replace(each, start=each.start + place, stop=each.stop + place) for each in tail.readings)
    return replace(
        line,
        pieces=(*before, end, *tail.pieces),
        width=measure - line.start,
        full=False,
        readings=(*line.readings, *readings),
    )
