"""Headlines broken between words, balanced, and spaced by a hair to fill their width; marks half wide.

A break costs what `words` doubts of it, less after a mark or at a typed space, more inside a title's or a
quotation's marks. A typed space is a pause one em wide, gone at a line's end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from newsletter.compose.assembling import assemble
from newsletter.compose.classes import (
    CLOSING,
    CLOSING_MARKS,
    DASH,
    DASH_MARKS,
    MIDDLE,
    OPENING_MARKS,
    PAUSE_MARKS,
    SPACE,
    STOP_MARKS,
)
from newsletter.compose.galley import Galley, galley
from newsletter.compose.justifying import justify
from newsletter.compose.pricing import Edged, room_of
from newsletter.compose.setting import RubyType, Setting
from newsletter.compose.tokens import weight
from newsletter.compose.words import doubts
from newsletter.diagnostics import Span
from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.manuscript import Block, Paragraph, Run

GAP = 0.14
"""The white in em between Han and Latin."""
PAUSE = 1000.0
"""The width of a typed space between two Han characters, in thousandths of an em."""
DOUBT = 4.5
INSIDE_MARKS = 2.5
AFTER_MARK, AFTER_SPACE = -1.0, -1.6
EVEN = 0.1
"""The share of the longest line that another may lack and still count as even."""
UNEVEN = 18.0
LONGER_BELOW = 0.3
LONE, LONE_COST = 2, 8.0
"""A last line of so few characters looks forgotten."""
SLOGAN, CAESURA, OFF_BEAT = 7, 4, 1.0
"""Clauses of seven characters are read as four and three."""
LEVEL = 0.045
"""The most tracking in em that one line may have beyond another to end level with it."""
SHORT_OF, NEARLY = 50.0, 0.08
"""The tracking in thousandths of an em of a headline that would lack more than this share of its width."""
TOLERANCE = 0.001
LARGEST_SPACE = 1000.0
"""What may fall away at a line's end, in thousandths of an em: a typed space."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A headline set: ``price`` is the badness of its breaks and of its balance, ``tracking`` in em."""

    lines: tuple[Line, ...]
    price: float
    tracking: float

    @property
    def width(self) -> float:
        """The width of the longest line in em."""
        return max(line.width for line in self.lines)


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A headline measured: its galley, the places where it may break with their prices, its pauses.

    ``starts``, ``ends`` and ``slots`` belong to the galley's breaks: the edges of a line's ink in
    thousandths of an em, and how many places up to there can be spaced.
    """

    whole: Galley
    prices: dict[int, float]
    starts: Sequence[float]
    ends: Sequence[float]
    first_slots: Sequence[int]
    last_slots: Sequence[int]

    def width(self, start: int, end: int) -> float:
        """Return the width of the line between two breaks, set solid."""
        return self.ends[end] - self.starts[start]

    def room(self, start: int, end: int) -> int:
        """Return how many places of a line can be spaced."""
        return self.last_slots[end] - self.first_slots[start]


def fit_headline(
    text: str | tuple[Run, ...],
    face: str,
    book: FontBook,
    width_em: float,
    lines: int,
    tight: float = 0.0,
    loose: float = 0.0,
    ruby: RubyType | None = None,
) -> tuple[Line, ...] | None:
    """Return a headline in exactly so many lines, none where words and width do not allow it.

    As `set_headline`, without the price.
    """
    found = set_headline(text, face, book, width_em, lines, tight, loose, ruby)
    return found.lines if found else None


@lru_cache(maxsize=4096)
def set_headline(
    text: str | tuple[Run, ...],
    face: str,
    book: FontBook,
    width_em: float,
    lines: int,
    tight: float = 0.0,
    loose: float = 0.0,
    ruby: RubyType | None = None,
) -> Fitted | None:
    """Return a headline in exactly so many balanced lines, none where words and width do not allow it.

    ``width_em`` is the width at hand in em of the headline's size; the longest line is brought to it with
    a tracking from ``tight`` to ``loose`` em, the others follow. Lines start at 0: the caller centres them
    or sets them flush.
    """
    copy = measured(text, face, book, ruby)
    if not copy.whole.text.strip() or lines < 1:
        return None
    width = 1000 * (width_em + TOLERANCE)
    best = min(ways(copy, width, 1000 * tight, lines), default=None)
    if best is None:
        return None
    price, edges = best
    tracking = tracking_of(copy, edges, width, 1000 * tight, 1000 * loose)
    trackings = levelled(copy, edges, tracking, 1000 * loose)
    spans = zip(pairwise(edges), trackings, strict=True)
    set_lines = tuple(_line(copy, face, book, span, each) for span, each in spans)
    return Fitted(set_lines, price, tracking / 1000)


@lru_cache(maxsize=512)
def measured(
    text: str | tuple[Run, ...], face: str, book: FontBook, ruby: RubyType | None = None
) -> Measured:
    """Return a headline measured, every mark half wide."""
    setting = Setting(
        face, face, face, 1e6, indent=0.0, align="left", punctuation="banjiao", gap=GAP, ruby=ruby
    )
    runs = (Run(text),) if isinstance(text, str) else text
    whole = galley(Paragraph(Block.TEXT, runs, Span("")), setting, book)
    wider = [0, *accumulate(_change(whole, at, book) for at in range(len(whole.sorts)))]
    return Measured(
        whole,
        dict(_prices(whole)),
        [start + wider[at] for start, at in zip(whole.starts, whole.breaks, strict=True)],
        [end + wider[last] for end, last in zip(whole.ends, whole.lasts, strict=True)],
        [whole.slots[at] for at in whole.breaks],
        [whole.slots[last] for last in whole.lasts],
    )


def _change(whole: Galley, at: int, book: FontBook) -> int:
    """Return what a space lacks of a pause, negative what a wide middle dot has too much, else 0."""
    sort = whole.sorts[at]
    if sort.kind == MIDDLE:
        narrow = book.face(sort.face).halved_thousandths(whole.text[whole.offsets[at]])
        return round(narrow - sort.width)
    if sort.kind != SPACE or not 0 < at < len(whole.sorts) - 1:
        return 0
    latin = any(whole.text[whole.offsets[beside]].isascii() for beside in (at - 1, at + 1))
    return 0 if latin else max(0, round(PAUSE - sort.width))


def _prices(whole: Galley) -> Iterator[tuple[int, float]]:
    """Yield the breaks between words with the price of each."""
    words = doubts(whole.text)
    beats = _beats(whole.text)
    for at in range(1, len(whole.breaks) - 1):
        offset = whole.offsets[whole.breaks[at]]
        if offset in words or _apart(whole, at):
            doubt = words.get(offset, 0.0)
            doubt = min(doubt, 0.2) if offset in beats else doubt + OFF_BEAT * bool(beats)
            yield at, _price(whole.text, offset, doubt)


def _beats(text: str) -> frozenset[int]:
    """Return the caesuras of a slogan, whose clauses all have seven characters; none for another text."""
    clauses = list(re.finditer(r"[^\s，。；！？、：]+", text))
    if not clauses or any(len(each[0]) != SLOGAN or each[0].isascii() for each in clauses):
        return frozenset()
    return frozenset(each.start() + CAESURA for each in clauses)


def _apart(whole: Galley, at: int) -> bool:
    """Return whether a mark or a space stands before a break, which then needs no word boundary."""
    return whole.sorts[whole.breaks[at] - 1].kind in (SPACE, CLOSING, DASH)


def _price(text: str, offset: int, doubt: float) -> float:
    """Return the price of a break: less after a mark or a space, more inside a title or quotation."""
    inside = sum((each in OPENING_MARKS) - (each in CLOSING_MARKS) for each in text[:offset]) > 0
    before = text[offset - 1]
    if inside:
        return INSIDE_MARKS + DOUBT * doubt
    if before.isspace():
        return AFTER_SPACE
    return AFTER_MARK if before in PAUSE_MARKS + STOP_MARKS + DASH_MARKS else DOUBT * doubt


def ways(copy: Measured, width: float, tight: float, lines: int) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Yield every way to set so many lines that fit the width, with its price."""
    ends = [*copy.prices, len(copy.whole.breaks) - 1]
    for edges in _partings(copy, ends, (0,), width, tight, lines):
        widths = [copy.width(before, after) for before, after in pairwise(edges)]
        lone = LONE_COST * (lines > 1 and _is_lone(copy.whole, edges[-2]))
        yield _imbalance(widths) + lone + sum(copy.prices[at] for at in edges[1:-1]), edges


def _is_lone(whole: Galley, start: int) -> bool:
    """Return whether no more than a word of two characters follows a break."""
    return weight(whole.text[whole.offsets[whole.breaks[start]] :]) <= LONE


def _partings(
    copy: Measured, ends: Sequence[int], edges: tuple[int, ...], width: float, tight: float, lines: int
) -> Iterator[tuple[int, ...]]:
    """Yield the edges of so many further lines, none wider than the width when set tight."""
    start, last = edges[-1], ends[-1]
    if copy.width(start, last) + tight * copy.room(start, last) > lines * (width + LARGEST_SPACE):
        return
    for end in ends if lines > 1 else (last,):
        if end <= start or (end == last) != (lines == 1):
            continue
        if copy.width(start, end) + tight * copy.room(start, end) > width:
            break
        if lines == 1:
            yield (*edges, end)
        else:
            yield from _partings(copy, ends, (*edges, end), width, tight, lines - 1)


def _imbalance(widths: Sequence[float]) -> float:
    """Return how uneven lines are; one longer than the line above it is worse than one shorter."""
    longest = max(widths) or 1.0
    uneven = sum(max(0.0, (longest - width) / longest - EVEN) ** 2 for width in widths)
    return UNEVEN * uneven + LONGER_BELOW * sum(below > above + 250 for above, below in pairwise(widths))


def tracking_of(copy: Measured, edges: Sequence[int], width: float, tight: float, loose: float) -> int:
    """Return the tracking in thousandths of an em that brings the longest line to the width.

    Where even the loosest comes nowhere near it, only a little: wide spacing that fills nothing looks gappy.
    """
    spare = [
        ((width - copy.width(before, after)) / room, room)
        for before, after in pairwise(edges)
        if (room := copy.room(before, after))
    ]
    if not spare:
        return 0
    wanted, room = min(spare)
    reaches = (wanted - loose) * room <= NEARLY * width
    return int(max(tight, min(wanted, loose if reaches else min(loose, SHORT_OF))) // 1)


def levelled(copy: Measured, edges: Sequence[int], tracking: int, loose: float) -> list[int]:
    """Return each line's tracking: lines nearly as long as the longest are brought level with it."""
    spans = list(pairwise(edges))
    widths = [copy.width(*span) + tracking * copy.room(*span) for span in spans]
    trackings = []
    for span, width in zip(spans, widths, strict=True):
        room = copy.room(*span)
        more = int((max(widths) - width) // room) if room and loose else 0
        trackings.append(tracking + (more if more <= 1000 * LEVEL else 0))
    return trackings


def _line(copy: Measured, face: str, book: FontBook, span: tuple[int, int], tracking: int) -> Line:
    """Return the line between two breaks with a tracking in thousandths of an em."""
    whole, (start, end) = copy.whole, span
    first, last = whole.breaks[start], whole.lasts[end]
    room = room_of(Setting(face, face, face, measure=0.0, align="left"), 0.0)
    line = justify(whole, room, start, end, Edged(0.0), stretching=False)
    for at in range(first, last):
        can_space = whole.slots[at + 1] > whole.slots[at]
        change = _change(whole, at, book)
        line.halves[at - first] |= change < 0
        line.tracks[at - first] += max(0, change) + (tracking if can_space else 0)
    pieces = assemble(whole, first, last, whole.breaks[end], line, book)
    width = copy.width(start, end) + tracking * copy.room(start, end)
    readings = whole.above.on(whole.offsets[first], whole.offsets[last + 1])
    return Line(tuple(pieces), 0.0, round(width / 1000, 4), False, tracking / 1000, readings)
