"""Headlines broken between words and balanced; marks half wide, no justifying.

Words come from the budoux model for simplified Chinese; a break inside a title's or quotation's marks is
dearer than one outside, a break after a mark or at a typed space is cheaper.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from newsletter.compose.assembling import assemble
from newsletter.compose.classes import (
    CLOSING,
    CLOSING_MARKS,
    DASH,
    DASH_MARKS,
    OPENING_MARKS,
    PAUSE_MARKS,
    SPACE,
    STOP_MARKS,
)
from newsletter.compose.galley import Galley, galley
from newsletter.compose.justifying import justify
from newsletter.compose.pricing import Edged, room_of
from newsletter.compose.setting import RubyType, Setting
from newsletter.compose.words import LEADING, doubts
from newsletter.diagnostics import Span
from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.manuscript import Block, Paragraph, Run

INSIDE_MARKS = 1.0
AFTER_MARK = -0.8
LONGER_BELOW = 0.15
AFTER_LEADING = 0.5
DOUBT = 1.0
TOLERANCE = 0.001
LARGEST_SPACE = 1000.0
"""What may fall away at a line's end, in thousandths of an em: a typed space."""


@lru_cache(maxsize=4096)
def fit_headline(
    text: str | tuple[Run, ...],
    face: str,
    book: FontBook,
    width_em: float,
    lines: int,
    ruby: RubyType | None = None,
) -> tuple[Line, ...] | None:
    """Return a headline in exactly so many balanced lines, none where words and width do not allow it.

    ``width_em`` is the width at hand in em of the headline's size. Lines start at 0 and keep their natural
    width: the caller centres them or sets them flush.
    """
    whole = _galley((Run(text),) if isinstance(text, str) else text, face, book, ruby)
    if not whole.text.strip() or lines < 1:
        return None
    best = min(_ways(whole, _word_breaks(whole), 1000 * (width_em + TOLERANCE), lines), default=None)
    if best is None:
        return None
    edges = best[1]
    return tuple(_line(whole, face, book, *edges[at : at + 2]) for at in range(len(edges) - 1))


def _galley(runs: tuple[Run, ...], face: str, book: FontBook, ruby: RubyType | None) -> Galley:
    """Return the headline's galley, every mark half wide."""
    setting = Setting(
        face, face, face, 1e6, indent=0.0, align="left", punctuation="banjiao", gap=0.2, ruby=ruby
    )
    return galley(Paragraph(Block.TEXT, runs, Span("")), setting, book)


@lru_cache(maxsize=512)
def _word_breaks(whole: Galley) -> tuple[tuple[int, float], ...]:
    """Return the breaks between words with the price of each."""
    words = doubts(whole.text)
    inner = ((at, whole.offsets[whole.breaks[at]]) for at in range(1, len(whole.breaks) - 1))
    return tuple(
        (at, _price(whole.text, offset) + DOUBT * words.get(offset, 0.0))
        for at, offset in inner
        if offset in words or _apart(whole, at)
    )


def _apart(whole: Galley, at: int) -> bool:
    """Return whether a mark or a space stands before a break, which then needs no word boundary."""
    return whole.sorts[whole.breaks[at] - 1].kind in (SPACE, CLOSING, DASH)


def _price(text: str, offset: int) -> float:
    """Return the price of a break: less after a mark or a space, more inside a title or quotation."""
    inside = sum((each in OPENING_MARKS) - (each in CLOSING_MARKS) for each in text[:offset]) > 0
    before = text[offset - 1]
    if inside or before in LEADING:
        return INSIDE_MARKS if inside else AFTER_LEADING
    return AFTER_MARK if before.isspace() or before in PAUSE_MARKS + STOP_MARKS + DASH_MARKS else 0.0


def _ways(
    whole: Galley, breaks: Sequence[tuple[int, float]], width: float, lines: int
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Yield every way to set so many lines that fit the width, with its price."""
    prices = dict(breaks)
    ends = [*prices, len(whole.breaks) - 1]
    for edges in _partings(whole, ends, (0,), width, lines):
        widths = [whole.ends[after] - whole.starts[before] for before, after in pairwise(edges)]
        yield _imbalance(widths) + sum(prices[at] for at in edges[1:-1]), edges


def _partings(
    whole: Galley, ends: Sequence[int], edges: tuple[int, ...], width: float, lines: int
) -> Iterator[tuple[int, ...]]:
    """Yield the edges of so many further lines, none wider than the width."""
    start, last = edges[-1], ends[-1]
    if whole.ends[last] - whole.starts[start] > lines * (width + LARGEST_SPACE):
        return
    for end in ends if lines > 1 else (last,):
        if end > start and (end == last) == (lines == 1) and whole.ends[end] - whole.starts[start] <= width:
            if lines == 1:
                yield (*edges, end)
            else:
                yield from _partings(whole, ends, (*edges, end), width, lines - 1)


def _imbalance(widths: Sequence[float]) -> float:
    """Return how uneven lines are; one longer than the line above it is worse than one shorter."""
    longest = max(widths)
    uneven = sum(((longest - width) / longest * 4) ** 2 for width in widths)
    return uneven + LONGER_BELOW * sum(below > above + 250 for above, below in pairwise(widths))


def _line(whole: Galley, face: str, book: FontBook, start: int, end: int) -> Line:
    """Return the line between two breaks at its natural width."""
    first, last = whole.breaks[start], whole.lasts[end]
    room = room_of(Setting(face, face, face, measure=0.0, align="left"), 0.0)
    line = justify(whole, room, start, end, Edged(0.0), stretching=False)
    pieces = assemble(whole, first, last, whole.breaks[end], line, book)
    width = round((whole.ends[end] - whole.starts[start]) / 1000, 4)
    readings = whole.above.on(whole.offsets[first], whole.offsets[last + 1])
    return Line(tuple(pieces), 0.0, width, full=False, readings=readings)
