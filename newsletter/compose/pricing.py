"""What a line costs: the trade between squeezing marks, spaces and gaps, and spacing characters.

The price grows with the cube of the white put between characters, so that one bad line weighs more than
several fair ones. Pushing in (挤进) is cheaper than pushing out (推出). The order of means is clreq's:
marks down to half, gaps and word spaces, then the white between characters.
"""

from dataclasses import dataclass

from newsletter.compose.galley import Galley
from newsletter.compose.setting import NARROWEST_GAP, WIDEST_GAP, Setting

REACH = 2000.0
"""The most white a line is tried with while fuller ones are at hand, in thousandths of an em."""
UNIT = 50.0
"""The white between characters that costs 1, in thousandths of an em."""
SQUEEZE_PRICE = 0.6
FLEX_PRICE = 0.3
RAGGED_PRICE = 1e-6
STIFF_PRICE = 1e3
OVERFULL_PRICE = 1e7
SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Room:
    """A measure in thousandths of an em.

    ``measure`` is that of all lines but the first, ``first`` what the first has beyond it (negative for an
    indent); ``give`` and ``take`` are what one gap or word space can lose and gain, ``loosest`` is what a
    place between characters may gain when other lines than the best are asked for.
    """

    measure: float
    first: float
    give: float
    take: float
    justified: bool
    loosest: float = 160.0


def room_of(setting: Setting, lead: float) -> Room:
    """Return the room of a setting whose first line's text starts ``lead`` em in."""
    return Room(
        measure=1000 * (setting.measure - setting.hanging),
        first=1000 * (setting.hanging - lead),
        give=1000 * max(0.0, setting.gap - NARROWEST_GAP),
        take=1000 * max(0.0, WIDEST_GAP - setting.gap),
        justified=setting.align == "justify",
        loosest=1000 * setting.loosest,
    )


def white_of(galley: Galley, room: Room, start: int, end: int) -> float:
    """Return the white left between two breaks, marks at the line's edges halved; negative if too full."""
    beginning = galley.starts[start] + (room.first if start == 0 else 0.0)
    return room.measure - (galley.ends[end] - beginning)


def price(galley: Galley, room: Room, start: int, end: int) -> float:
    """Return the price of the line between two breaks; the paragraph's last line may stay short."""
    white = white_of(galley, room, start, end)
    first, last = galley.breaks[start], galley.lasts[end]
    flexes = galley.flexes[last] - galley.flexes[first]
    if white < 0.0:
        return squeeze_price(-white, galley.marks[last] - galley.marks[first] + flexes * room.give)
    if end == len(galley.breaks) - 1:
        return 0.0
    if not room.justified:
        return white * white * RAGGED_PRICE
    return stretch_price(white, flexes * room.take, galley.slots[last] - galley.slots[first])


def squeeze_price(excess: float, giving: float) -> float:
    """Return the price of taking an excess from marks and gaps that can give so much."""
    if excess > giving + SLACK:
        return OVERFULL_PRICE
    return SQUEEZE_PRICE * (excess / giving) ** 2 if giving else 0.0


def stretch_price(white: float, flexible: float, slots: int) -> float:
    """Return the price of giving white to gaps that can take so much and then to so many slots."""
    if white <= flexible:
        return FLEX_PRICE * (white / flexible) ** 2 if white else 0.0
    ratio = (white - flexible) / (slots * UNIT or UNIT)
    if not slots:
        return STIFF_PRICE + ratio * ratio * ratio
    return (FLEX_PRICE if flexible else 0.0) + ratio * ratio * ratio
