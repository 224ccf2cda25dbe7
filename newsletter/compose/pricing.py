"""What a line costs: the trade between squeezing marks, spaces and gaps, and spacing characters.

The price grows with the cube of the white put between characters, so that one bad line weighs more than
several fair ones. Pushing in (挤进) is cheaper than pushing out (推出). The order of means is clreq's:
marks at the edges and inside down to half, gaps and word spaces, then the white between characters, of
which a hair may also be taken.
"""

from dataclasses import dataclass
from typing import NamedTuple

from newsletter.compose.galley import Galley
from newsletter.compose.setting import NARROWEST_GAP, WIDEST_GAP, LineEnd, LineStart, Setting

REACH = 2000.0
"""The most white a line is tried with while fuller ones are at hand, in thousandths of an em."""
FAR, FAIR = 4500.0, 25.0
"""The most it is tried with at all, and what a line beyond ``REACH`` costs at least where others are fair."""
UNIT = 50.0
"""The white between characters that costs 1, in thousandths of an em."""
TIGHT_UNIT = 18.0
"""The same for white taken from between characters, which is seen sooner."""
SQUEEZE_PRICE = 1.0
FLEX_PRICE = 1.2
RAGGED_PRICE = 1e-6
STIFF_PRICE = 1e3
OVERFULL_PRICE = 1e7
SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Room:
    """A measure in thousandths of an em.

    ``measure`` is that of all lines but the first, ``first`` what the first has beyond it (negative for an
    indent); ``give`` and ``take`` are what one gap or word space can lose and gain, ``tight`` what the
    place between two characters can lose, ``loosened`` what it may gain when other lines are asked for.
    """

    measure: float
    first: float
    give: float
    take: float
    tight: float
    justified: bool
    line_start: LineStart
    line_end: LineEnd
    loosened: float

    @property
    def plain(self) -> bool:
        """Whether marks at a line's edges are always half wide."""
        return self.line_start == self.line_end == "half"


class Edged(NamedTuple):
    """The white left when it is settled which marks at a line's edges keep their full width."""

    white: float
    full_start: bool = False
    full_end: bool = False


def room_of(setting: Setting, lead: float) -> Room:
    """Return the room of a setting whose first line's text starts ``lead`` em in."""
    return Room(
        measure=1000 * (setting.measure - setting.hanging),
        first=1000 * (setting.hanging - lead),
        give=1000 * max(0.0, setting.gap - NARROWEST_GAP),
        take=1000 * max(0.0, WIDEST_GAP - setting.gap),
        tight=1000 * max(0.0, setting.tightest),
        justified=setting.align == "justify",
        line_start=setting.line_start,
        line_end=setting.line_end,
        loosened=1000 * setting.loosened,
    )


def white_of(galley: Galley, room: Room, start: int, end: int) -> float:
    """Return the white left between two breaks, marks at the line's edges halved; negative if too full."""
    beginning = galley.starts[start] + (room.first if start == 0 else 0.0)
    return room.measure - (galley.ends[end] - beginning)


def edged(galley: Galley, room: Room, start: int, end: int) -> Edged:
    """Return the white between two breaks and which marks at its edges are full."""
    white = white_of(galley, room, start, end)
    if room.plain:
        return Edged(white)
    return settled(
        room, white, soft_of(galley, room, start, end), galley.openings[start], galley.closings[end]
    )


def settled(room: Room, white: float, soft: float, opening: float, closing: float) -> Edged:
    """Return the white left when the marks at a line's edges get their blanks where the style asks for them.

    In the style ``full`` a mark is full as long as the line's other marks and gaps (``soft``) can make room
    for it, in ``either`` where the line has the white anyway.
    """
    least = 0.0 if room.line_end == "either" else -soft
    full_end = room.line_end != "half" and closing > 0.0 and white - closing >= least
    white -= closing * full_end
    full_start = room.line_start == "full" and opening > 0.0 and white - opening >= -soft
    return Edged(white - opening * full_start, full_start, full_end)


def soft_of(galley: Galley, room: Room, start: int, end: int) -> float:
    """Return what the marks and gaps inside a line can give."""
    first, last = galley.breaks[start], galley.lasts[end]
    return galley.marks[last] - galley.marks[first] + (galley.flexes[last] - galley.flexes[first]) * room.give


def price(galley: Galley, room: Room, start: int, end: int) -> float:
    """Return the price of the line between two breaks; the paragraph's last line may stay short."""
    white = edged(galley, room, start, end).white
    first, last = galley.breaks[start], galley.lasts[end]
    slots = galley.slots[last] - galley.slots[first]
    if white < 0.0:
        return squeeze_price(-white, soft_of(galley, room, start, end), slots, room.tight)
    if end == len(galley.breaks) - 1:
        return 0.0
    if not room.justified:
        return white * white * RAGGED_PRICE
    return stretch_price(white, (galley.flexes[last] - galley.flexes[first]) * room.take, slots)


def squeeze_price(excess: float, giving: float, slots: int, tight: float) -> float:
    """Return the price of taking an excess from marks and gaps that can give so much, then from slots."""
    if excess > giving + slots * tight + SLACK:
        return OVERFULL_PRICE
    if excess <= giving:
        return SQUEEZE_PRICE * (excess / giving) ** 2
    ratio = (excess - giving) / (slots * TIGHT_UNIT or TIGHT_UNIT)
    return (SQUEEZE_PRICE if giving else 0.0) + ratio * ratio * ratio


def stretch_price(white: float, flexible: float, slots: int) -> float:
    """Return the price of giving white to gaps that can take so much and then to so many slots."""
    if white <= flexible:
        return FLEX_PRICE * (white / flexible) ** 2 if white else 0.0
    ratio = (white - flexible) / (slots * UNIT or UNIT)
    if not slots:
        return STIFF_PRICE + ratio * ratio * ratio
    return (FLEX_PRICE if flexible else 0.0) + ratio * ratio * ratio
