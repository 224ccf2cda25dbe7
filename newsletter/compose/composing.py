"""Paragraphs to lines."""

from dataclasses import replace
from functools import lru_cache

from newsletter.compose.assembling import assemble, word_pieces
from newsletter.compose.breaking import best_breaks
from newsletter.compose.galley import Galley, galley
from newsletter.compose.justifying import justify
from newsletter.compose.loosening import breaks_in, reachable
from newsletter.compose.pricing import Edged, Room, edged, room_of
from newsletter.compose.rolls import roll_lines
from newsletter.compose.setting import Setting
from newsletter.compose.typecase import width_of_word
from newsletter.diagnostics import Span
from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.manuscript import Block, Paragraph, Run, cut_runs
from newsletter.surnames import lead_of

MARKER_GAP = 0.25
"""The white in em between a marker and its text."""
TOLERANCE = 10.0
"""How far, in thousandths of an em, a line may end from the measure and be called full."""
SHIFTS = {"justify": 0.0, "left": 0.0, "center": 0.5, "right": 1.0}
"""The share of a line's white that an alignment puts before it."""
NOWHERE = Span("")
ENDLESS = 1e6


@lru_cache(maxsize=8192)
def compose(paragraph: Paragraph, setting: Setting, book: FontBook, looseness: int = 0) -> tuple[Line, ...]:
    """Return a paragraph's lines at a measure; none for one without visible characters.

    ``looseness`` asks for so many lines more, or fewer if negative, than the best; where the limits do not
    allow it the best lines are returned. Lengths are em of the style's size.
    """
    if paragraph.roll and (rows := _roll(paragraph, setting, book)):
        return rows
    whole = galley(paragraph, setting, book)
    if not whole.text.strip():
        return ()
    room = room_of(setting, _lead(paragraph, setting, book))
    breaks = _breaks(whole, room, looseness)
    lines = [_line(whole, room, setting, book, breaks[at : at + 2]) for at in range(len(breaks) - 1)]
    if paragraph.marker:
        lines[0] = _marked(lines[0], paragraph.marker, setting, book)
    return tuple(lines)


def compose_text(
    text: str | tuple[Run, ...], setting: Setting, book: FontBook, looseness: int = 0
) -> tuple[Line, ...]:
    """Return the lines of a text or of its runs: a caption, a byline."""
    runs = (Run(text),) if isinstance(text, str) else text
    return compose(Paragraph(Block.TEXT, runs, NOWHERE), setting, book, looseness)


def count_lines(paragraph: Paragraph, setting: Setting, book: FontBook, looseness: int = 0) -> int:
    """Return how many lines `compose` makes, without making them."""
    if paragraph.roll:
        return len(compose(paragraph, setting, book))
    whole = galley(paragraph, setting, book)
    if not whole.text.strip():
        return 0
    return len(_breaks(whole, room_of(setting, _lead(paragraph, setting, book)), looseness)) - 1


def widest_stretch(paragraph: Paragraph, setting: Setting, book: FontBook) -> float:
    """Return the width in em of the widest stretch that no line may break, whatever the measure."""
    return galley(paragraph, replace(setting, measure=ENDLESS), book).widest / 1000


def range_of_lines(paragraph: Paragraph, setting: Setting, book: FontBook) -> tuple[int, int]:
    """Return the fewest and the most lines that `compose` can be asked for by looseness."""
    if paragraph.roll:
        return (len(compose(paragraph, setting, book)),) * 2
    whole = galley(paragraph, setting, book)
    if not whole.text.strip():
        return 0, 0
    room = room_of(setting, _lead(paragraph, setting, book))
    best = len(best_breaks(whole, room)) - 1
    fewest, most = reachable(whole, room)
    return (min(best, fewest), max(best, most)) if most > 0 else (best, best)


def _roll(paragraph: Paragraph, setting: Setting, book: FontBook) -> tuple[Line, ...]:
    """Return the lines of a roll of names, none where the measure is too narrow for one."""
    before = lead_of(paragraph.text)
    lead = None
    if before:
        runs = cut_runs(paragraph.runs, len(before))
        whole = replace(paragraph, runs=runs, roll=False)
        lead, *more = compose(whole, replace(setting, align="left"), book)
        if more:
            return ()
    origin = _lead(paragraph, setting, book) if paragraph.marker else 0.0
    lines = list(roll_lines(paragraph, lead, origin, setting, book))
    if lines and paragraph.marker and not lead:
        lines[0] = _marked(lines[0], paragraph.marker, setting, book)
    return tuple(lines)


def _breaks(whole: Galley, room: Room, looseness: int) -> tuple[int, ...]:
    """Return the best breaks, or those for so many lines more where there are such."""
    best = best_breaks(whole, room)
    if not looseness:
        return best
    return breaks_in(whole, room, len(best) - 1 + looseness) or best


def _lead(paragraph: Paragraph, setting: Setting, book: FontBook) -> float:
    """Return where the first line's text starts: after the indent, and after the marker if there is one."""
    if not paragraph.marker:
        return setting.indent
    marker = width_of_marker(paragraph.marker, setting, book)
    return max(setting.hanging, setting.indent + marker + MARKER_GAP)


def _line(whole: Galley, room: Room, setting: Setting, book: FontBook, ends: tuple[int, ...]) -> Line:
    """Return the line between two breaks."""
    start, end = ends
    final = end == len(whole.breaks) - 1
    edges = (
        _short_edged(whole, room, start, end)
        if final or not room.justified
        else edged(whole, room, start, end)
    )
    line = justify(whole, room, start, end, edges, room.justified and not final)
    measure = room.measure + (room.first if start == 0 else 0.0)
    width = round(measure - edges.white) + line.taken
    pieces = tuple(assemble(whole, whole.breaks[start], whole.lasts[end], whole.breaks[end], line, book))
    full = abs(measure - width) <= TOLERANCE
    lead = round(1000 * setting.measure - measure) / 1000 + SHIFTS[setting.align] * (measure - width) / 1000
    place = whole.offsets[whole.breaks[start]], whole.offsets[whole.lasts[end] + 1]
    above = whole.above
    return Line(pieces, lead, width / 1000, full, line.spread / 1000, above.on(*place), above.under(*place))


def _short_edged(whole: Galley, room: Room, start: int, end: int) -> Edged:
    """Return the edges of a line that need not reach the measure: its last mark full where there is room."""
    edges, blank = edged(whole, room, start, end), whole.closings[end]
    if edges.full_end or edges.white < blank:
        return edges
    return Edged(edges.white - blank, edges.full_start, full_end=blank > 0)


def width_of_marker(marker: str, setting: Setting, book: FontBook) -> float:
    """Return the width in em of a list item's marker, or of a number that stands by itself."""
    return width_of_word(marker, setting.face, _scale(marker, setting), book) / 1000


def _scale(marker: str, setting: Setting) -> float:
    """Return the size of a marker in parts of the line's: that of Latin letters for figures."""
    return setting.latin_scale(setting.face) if marker.isascii() else 1.0


def _marked(line: Line, marker: str, setting: Setting, book: FontBook) -> Line:
    """Return a list item's first line with its marker before it."""
    gap = line.start - setting.indent - width_of_marker(marker, setting, book)
    pieces = word_pieces(marker, setting.face, round(1000 * gap), _scale(marker, setting), book)
    white = line.start - setting.indent
    readings = (
        replace(each, start=each.start + len(marker), stop=each.stop + len(marker)) for each in line.readings
    )
    return replace(
        line,
        pieces=(*pieces, *line.pieces),
        start=setting.indent,
        width=line.width + white,
        readings=tuple(readings),
        dots=tuple(at + len(marker) for at in line.dots),
    )
