"""A story's copy measured: its body lines at any measure, byline and sign-off line with them."""

from collections.abc import Sequence
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
"""The styles of what is not set as the body."""
TAIL_GAP = 1.0
"""The least white in em between the last line's end and a sign-off line or credit set on it."""
LOOSEST = 0.16
"""The most space in em that loosening a paragraph may put between two characters."""


def setting_of(style: TypeStyle, measure: float, layout: Layout, indent: float | None = None) -> Setting:
    """Return how text of a style is set at a measure in em of that style's size."""
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
        hyphenation=layout.composition.hyphenation,
        latin=tuple(sorted(layout.composition.latin.items())),
        ruby=ruby_of(layout, style.size, style.leading),
    )


def ruby_of(layout: Layout, size: Pt, leading: Pt) -> RubyType:
    """Return how readings are set over type of a size."""
    return RubyType(layout.ruby.face, layout.ruby_size(size, leading) / size)


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of one paragraph of a story; ``paragraph`` is none for byline and sign-off line."""

    lines: tuple[SetLine, ...]
    paragraph: Paragraph | None = None


@dataclass
class Copy:
    """A story's body as lines, composed once per measure; measures in em of the body."""

    article: Article
    layout: Layout
    book: FontBook
    _passages: dict[float, tuple[Passage, ...]] = field(default_factory=dict)

    def count(self, measure: float) -> int:
        """Return the least number of body lines at a measure, the sign-off line on the last where it fits."""
        return len(self.lines(measure))

    def lines(self, measure: float, wanted: int | None = None) -> tuple[SetLine, ...]:
        """Return the body's lines, as near ``wanted`` lines as limits allow.

        For a line more the sign-off line first stands alone, then paragraphs are loosened.
        """
        passages = list(self.passages(measure))
        signed = self._signed(passages, measure)
        missing = 0 if wanted is None else wanted - _count(signed)
        alone = [*passages, *self._sign_off(measure)]
        if missing > 0 and _count(alone) > _count(signed):
            passages, missing = alone, missing - 1
            signed = self._loosened(passages, measure, missing)
        elif missing > 0:
            signed = self._signed(self._loosened(passages, measure, missing), measure)
        return tuple(line for passage in signed for line in passage.lines)

    def passages(self, measure: float) -> tuple[Passage, ...]:
        """Return byline and paragraphs at a measure."""
        if measure not in self._passages:
            self._passages[measure] = (*self._byline(measure), *self._paragraphs(measure))
        return self._passages[measure]

    def _paragraphs(self, measure: float) -> list[Passage]:
        passages = []
        for paragraph in self.article.manuscript.paragraphs:
            style = STYLES.get(paragraph.block, "body")
            lines = compose(paragraph, self._setting(paragraph, measure), self.book)
            passages.append(Passage(tuple(SetLine(line, style) for line in lines), paragraph))
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

    def _sign_off(self, measure: float) -> tuple[Passage, ...]:
        runs = self.article.runs("source")
        return self._lines_of((Run("（"), *runs, Run("）")) if runs else (), "source", measure, indent=0.0)

    def _lines_of(
        self, runs: tuple[Run, ...], style: str, measure: float, indent: float
    ) -> tuple[Passage, ...]:
        if not runs:
            return ()
        setting = setting_of(self.layout.styles[style], measure, self.layout, indent)
        lines = compose_text(runs, setting, self.book)
        return (Passage(tuple(SetLine(line, style) for line in lines)),)

    def _signed(self, passages: Sequence[Passage], measure: float) -> list[Passage]:
        """Return the passages with the sign-off line on the last line where it fits, else on its own."""
        tail = self._sign_off(measure)
        last = passages[-1] if passages else None
        if not tail or not last or not last.lines or len(tail[0].lines) > 1 or _is_other(last):
            return [*passages, *tail]
        joined = join_tail(last.lines[-1].line, tail[0].lines[0].line, measure)
        if joined is None:
            return [*passages, *tail]
        end = SetLine(joined, last.lines[-1].style)
        return [*passages[:-1], Passage((*last.lines[:-1], end), last.paragraph)]

    def _loosened(self, passages: Sequence[Passage], measure: float, missing: int) -> list[Passage]:
        """Return the passages with one line more in as many as are missing, the fullest last lines first."""
        loosened = list(passages)
        for at in sorted(range(len(passages)), key=lambda at: -_last_width(passages[at])):
            loose = self._looser(passages[at], measure) if missing > 0 else None
            if loose is not None:
                loosened[at] = loose
                missing -= 1
        return loosened

    def _looser(self, passage: Passage, measure: float) -> Passage | None:
        """Return the passage one line longer, or none where its limits do not allow it."""
        if passage.paragraph is None or _is_other(passage) or len(passage.lines) < 3:
            return None
        lines = compose(passage.paragraph, self._setting(passage.paragraph, measure), self.book, looseness=1)
        even = all(line.full and line.stretch <= LOOSEST for line in lines[:-1])
        if len(lines) != len(passage.lines) + 1 or not even:
            return None
        return Passage(tuple(SetLine(line, "body") for line in lines), passage.paragraph)


def _count(passages: Sequence[Passage]) -> int:
    return sum(len(passage.lines) for passage in passages)


def _is_other(passage: Passage) -> bool:
    """Return whether a passage is set in another size than the body: a crosshead, a note."""
    return passage.paragraph is not None and passage.paragraph.block in STYLES


def _last_width(passage: Passage) -> float:
    return passage.lines[-1].line.start + passage.lines[-1].line.width if passage.lines else 0.0


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
