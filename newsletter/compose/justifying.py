"""One line brought to its measure: what is put after every sort, and which marks are half wide.

Tracking is in whole thousandths of an em, so that the rest of a division can be laid out exactly: some
places take one thousandth more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.compose.classes import CLOSING, DASH, OPENING
from newsletter.compose.galley import Galley
from newsletter.compose.pricing import Room


@dataclass(slots=True)
class Justified:
    """Trackings after the sorts of a line and whether each is halved; the room taken and the spacing."""

    tracks: list[int]
    halves: list[bool]
    taken: int = 0
    spread: int = 0


def justify(galley: Galley, room: Room, first: int, last: int, white: float, stretching: bool) -> Justified:
    """Return how the sorts ``first`` to ``last`` fill the white that is left with marks at the edges halved.

    A line that is not stretched keeps what it has; only too full a one is squeezed.
    """
    line = Justified(
        [*galley.gaps[first:last], 0],
        [*galley.halves[first : last + 1]],
    )
    _halve_edges(galley, first, last, line)
    rest = round(white)
    if rest < 0:
        _squeeze(galley, room, first, last, -rest, line)
    elif rest and stretching:
        _stretch(galley, room, first, last, rest, line)
    return line


def _halve_edges(galley: Galley, first: int, last: int, line: Justified) -> None:
    """Halve an opening mark at the line's start and a closing one at its end."""
    if galley.sorts[first].kind == OPENING and galley.sorts[first].blank:
        line.halves[0] = True
    if galley.sorts[last].kind == CLOSING and galley.sorts[last].blank:
        line.halves[-1] = True


def _squeeze(galley: Galley, room: Room, first: int, last: int, excess: int, line: Justified) -> None:
    """Take an excess from the marks evenly, then from gaps and spaces, then from between characters."""
    line.taken = -excess
    marks = round(galley.marks[last] - galley.marks[first])
    _squeeze_marks(galley, first, last, min(excess, marks), line)
    excess -= min(excess, marks)
    places = _flexible(galley, first, last)
    soft = min(excess, round(len(places) * room.give))
    _lay_out(places, -soft, line)
    if excess > soft:
        _lay_out(_slots(galley, first, last), soft - excess, line)


def _squeeze_marks(galley: Galley, first: int, last: int, excess: int, line: Justified) -> None:
    """Take an excess from the line's inner marks: halve them all if it must be, else each its share."""
    marks = _marks(galley, first, last)
    if not marks or not excess:
        return
    if excess >= sum(round(galley.sorts[at].blank) for at in marks):
        for at in marks:
            line.halves[at - first] = True
        return
    share, more = divmod(excess, len(marks))
    for order, at in enumerate(marks):
        opening = galley.sorts[at].kind == OPENING
        line.tracks[at - first - opening] -= share + (order < more)


def _stretch(galley: Galley, room: Room, first: int, last: int, white: int, line: Justified) -> None:
    """Give white to gaps and spaces up to their widest, then to the places between characters."""
    places = _flexible(galley, first, last)
    slots = _slots(galley, first, last)
    soft = white if not slots else min(white, round(len(places) * room.take))
    soft = soft if places else 0
    _lay_out(places, soft, line)
    if slots and white > soft:
        line.spread = -(-(white - soft) // len(slots))
        _lay_out(slots, white - soft, line)
    line.taken = white if slots else soft


def _lay_out(places: Sequence[int], amount: int, line: Justified) -> None:
    """Share an amount among places evenly, in whole thousandths, the first ones taking the rest."""
    if not places:
        return
    share, more = divmod(amount, len(places))
    for order, place in enumerate(places):
        line.tracks[place] += share + (order < more)


def _flexible(galley: Galley, first: int, last: int) -> list[int]:
    """Return the places after which a gap or in which a space stands, counted from the line's start."""
    flexes = galley.flexes
    if flexes[first] == flexes[last]:
        return []
    return [at - first for at in range(first, last) if flexes[at + 1] > flexes[at]]


def _slots(galley: Galley, first: int, last: int) -> Sequence[int]:
    """Return the places that can be spaced, counted from the line's start."""
    slots = galley.slots
    if slots[last] - slots[first] == last - first:
        return range(last - first)
    return [at - first for at in range(first, last) if slots[at + 1] > slots[at]]


def _marks(galley: Galley, first: int, last: int) -> list[int]:
    """Return the marks inside a line that still have their blank, an opening one after a dash excepted."""
    return [
        at
        for at in range(first, last + 1)
        if galley.sorts[at].blank
        and not (at == first and galley.sorts[at].kind == OPENING)
        and not (at == last and galley.sorts[at].kind == CLOSING)
        and not (galley.sorts[at].kind == OPENING and galley.sorts[at - 1].kind == DASH)
    ]
