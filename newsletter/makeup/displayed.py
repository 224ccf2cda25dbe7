"""Displayed matter: crossheads, verse and signatures, each line placed by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from newsletter.compose import Setting, compose, fit_headline
from newsletter.dummy import SetLine
from newsletter.fonts import FontBook
from newsletter.layout import Layout, TypeStyle
from newsletter.lines import Line
from newsletter.makeup.passage import WHITE, setting_of
from newsletter.manuscript import Block, Emphasis, Paragraph

ENDLESS = 10_000.0
"""A measure in em that no line of copy reaches."""
MOST_LINES = 4
"""The lines that a crosshead or a unit's name is balanced over at most."""
HEADS = {Block.VERSE_TITLE, Block.VERSE_AUTHOR}
"""What stands over a poem."""
TURNOVER = 2.0
"""How much further in the rest of a verse line stands that is too long, in em."""


@dataclass(frozen=True)
class Displayer:
    """Sets displayed matter at a measure in em of the body."""

    layout: Layout
    book: FontBook
    measure: float

    def crosshead(self, paragraph: Paragraph, name: str = "crosshead") -> tuple[SetLine, ...]:
        """Return a crosshead's lines: one if it fits, else balanced ones broken between words."""
        style = self.layout.styles[name]
        room = self._measure(style) - style.inset
        lines = self._balanced(paragraph, style.face, room)
        if not lines:
            setting = setting_of(style, self._measure(style), self.layout)
            lines = compose(paragraph, replace(setting, hanging=setting.indent), self.book)
            return self._set(lines, name)
        return self._set([replace(each, start=_start(style, room - each.width)) for each in lines], name)

    def verse(self, stanzas: Sequence[Paragraph]) -> tuple[tuple[SetLine, bool], ...]:
        """Return a poem's lines, centred on the longest, and whether the next line is bound to each."""
        style = self.layout.styles["verse"]
        room = self._measure(style)
        setting = replace(setting_of(style, ENDLESS, self.layout, 0.0), align="left")
        widths = [
            each.width
            for stanza in stanzas
            if stanza.block is Block.VERSE
            for line in stanza.cut()
            for each in compose(line, setting, self.book)
        ]
        widest = min(room, max(widths, default=room))
        start = round((room - widest) / 2, 3)
        hanging = start + TURNOVER if max(widths, default=0.0) > room else start
        placed = replace(setting, measure=room, indent=start, hanging=hanging)
        return tuple(self._stanzas(stanzas, placed, start + widest))

    def _stanzas(
        self, stanzas: Sequence[Paragraph], setting: Setting, right: float
    ) -> Iterator[tuple[SetLine, bool]]:
        """Yield the lines of title, author, stanzas and attribution, white between stanzas."""
        name = self.layout.style_name("verse")
        for each, behind in zip_longest(stanzas, stanzas[1:]):
            lines = [line for part in each.cut() for line in self._verse_line(part, setting, right)]
            bound = each.block in HEADS or (behind is not None and behind.block is Block.ATTRIBUTION)
            inner = [at in (0, len(lines) - 2) for at in range(len(lines) - 1)]
            yield from zip((SetLine(line, name) for line in lines), [*inner, bound], strict=True)
            if each.block is Block.VERSE and behind and behind.block in (Block.VERSE, Block.VERSE_TITLE):
                yield WHITE, False

    def _verse_line(self, line: Paragraph, setting: Setting, right: float) -> tuple[Line, ...]:
        if line.block is Block.VERSE:
            return compose(line, setting, self.book)
        if line.block is Block.ATTRIBUTION:
            return self._flush_right(line, setting, right)
        face = setting.strong if line.block is Block.VERSE_TITLE else setting.face
        return compose(line, replace(setting, face=face, indent=0.0, hanging=0.0, align="center"), self.book)

    def _flush_right(self, line: Paragraph, setting: Setting, right: float) -> tuple[Line, ...]:
        """Return a line that ends at ``right`` em, or at the measure where it is too long for that."""
        setting = replace(setting, indent=0.0, hanging=0.0, align="right")
        natural = [each.width for each in compose(line, replace(setting, measure=ENDLESS), self.book)]
        edge = max([right, *(min(setting.measure, width) for width in natural)])
        return compose(line, replace(setting, measure=edge), self.book)

    def attribution(self, paragraph: Paragraph) -> tuple[SetLine, ...]:
        """Return the line that says whose words a quotation is, flush right on the quotation."""
        style = self.layout.styles["quote"]
        measure = self._measure(style) - right_inset(style, self.measure)
        lines = self._flush_right(paragraph, setting_of(style, measure, self.layout), measure)
        return self._set(lines, "quote")

    def signature(self, lines: Sequence[Paragraph]) -> tuple[SetLine, ...]:
        """Return units and date, centred on each other, white at their right (GB/T 9704)."""
        style = self.layout.styles["signature"]
        room = self._measure(style)
        found = [part for line in lines for part in self._natural(line, style, room)]
        widest = max((line.width for line in found), default=0.0)
        right = room - min(style.inset, max(0.0, room - widest))
        placed = [replace(line, start=round(right - (widest + line.width) / 2, 3)) for line in found]
        return self._set(placed, "signature")

    def _natural(self, line: Paragraph, style: TypeStyle, room: float) -> tuple[Line, ...]:
        """Return one line where it fits, else balanced ones, else as many as there must be."""
        setting = replace(setting_of(style, ENDLESS, self.layout, 0.0), align="left")
        one = compose(line, setting, self.book)
        if not one or one[0].width <= room:
            return one
        return self._balanced(line, style.face, room) or compose(
            line, replace(setting, measure=room), self.book
        )

    def _balanced(self, paragraph: Paragraph, face: str, room: float) -> tuple[Line, ...]:
        """Return plain words in the fewest lines, balanced; none where runs are set apart or nothing fits."""
        if any(run.emphasis is not Emphasis.PLAIN or run.reading for run in paragraph.runs):
            return ()
        ways = (fit_headline(paragraph.text, face, self.book, room, count) for count in range(1, MOST_LINES))
        return next((lines for lines in ways if lines), ())

    def _measure(self, style: TypeStyle) -> float:
        """Return the measure in em of a style."""
        return self.measure * self.layout.styles["body"].size / style.size

    def _set(self, lines: Sequence[Line], name: str) -> tuple[SetLine, ...]:
        name = self.layout.style_name(name)
        return tuple(SetLine(line, name) for line in lines)


WIDE = 20.0
"""The measure in em from which a quotation stands in on both sides."""


def right_inset(style: TypeStyle, measure: float) -> float:
    """Return how far a block stands in at the right."""
    return style.inset if measure >= WIDE else 0.0


def _start(style: TypeStyle, white: float) -> float:
    """Return where a line of a crosshead begins."""
    shares = {"center": 0.5, "right": 1.0}
    flush = style.indent if style.align in ("left", "justify") else 0.0
    return round(style.inset + flush + shares.get(style.align, 0.0) * max(0.0, white), 3)
