"""A passage: the lines of one paragraph of a story or piece of displayed matter; lines joined."""

from dataclasses import dataclass, replace

from newsletter.compose import RubyType, Setting
from newsletter.dummy import SetLine
from newsletter.layout import Layout, TypeStyle
from newsletter.lengths import Pt
from newsletter.lines import Line, Piece
from newsletter.manuscript import Paragraph

WHITE = SetLine(Line((), 0.0, 0.0, False), "body")
"""A line of white."""
WIDE, WIDE_LOOSENED = 15.0, 0.12
"""The measure in em from which the most white between characters is less, and how much it is then."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of one paragraph of a story; ``paragraph`` is none for byline, white and displayed matter.

    ``setting`` is that of prose, which can be asked for more lines and take a sign-off line on its last.
    ``bonds`` tell of each line whether no leg should end with it, the next being bound to it; none for
    prose, whose lines are not bound.
    """

    lines: tuple[SetLine, ...]
    paragraph: Paragraph | None = None
    bonds: tuple[bool, ...] = ()
    setting: Setting | None = None


def bound(lines: tuple[SetLine, ...], paragraph: Paragraph, on: bool = False) -> Passage:
    """Return lines that no end of a leg should part, with ``on`` also not from what follows."""
    return Passage(lines, paragraph, bonds=tuple(on or at < len(lines) - 1 for at in range(len(lines))))


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


def joined(line: Line, tail: Line, gap: float, space: float = 0.0) -> Line:
    """Return the two lines as one with ``gap`` em of white between them.

    Where ``space``, the width of a word space, is given and fits into the gap, one is put there: who copies
    the text finds two words.
    """
    *before, last = line.pieces
    visible = last.text.rstrip()
    if len(visible) > 1:
        before.append(replace(last, text=visible[:-1]))
    parted = 0.0 < space < gap
    end = replace(last, text=visible[-1:], tracking=round(gap - space * parted, 3))
    between = (Piece(" ", last.face),) if parted else ()
    pieces = (*before, end, *between)
    place = sum(len(piece.text) for piece in pieces if not piece.added)
    readings = (replace(each, start=each.start + place, stop=each.stop + place) for each in tail.readings)
    return replace(
        line,
        pieces=(*pieces, *tail.pieces),
        width=line.width + gap + tail.width,
        full=False,
        readings=(*line.readings, *readings),
        dots=(*line.dots, *(at + place for at in tail.dots)),
    )
