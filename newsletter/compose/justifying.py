"""One line brought to its measure: what is put after every sort, and which marks are half wide.

Tracking is in whole thousandths of an em, so that the rest of a division can be laid out exactly: some
places take one thousandth more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.compose.classes import CLOSING, OPENING
from newsletter.compose.galley import Galley
from newsletter.compose.neighbours import opening_blank
from newsletter.compose.pricing import Edged, Room


@dataclass(slots=True)
class Justified:
    """Trackings after the sorts of a line and whether each is halved; the room taken and the spacing."""

    tracks: list[int]
    halves: list[bool]
    taken: int = 0
    spread: int = 0


def justify(galley: Galley, room: Room, start: int, end: int, edges: Edged, stretching: bool) -> Justified:
    """Return how the sorts between two breaks fill the white that the marks at the line's edges leave.

    A line that is not stretched keeps what it has; only too full a one is squeezed.
    """
    first, last = galley.breaks[start], galley.lasts[end]
    line = Justified(
        [*galley.gaps[first:last], 0],
        [*galley.halves[first : last + 1]],
    )
    line.halves[0] = line.halves[0] or (galley.openings[start] > 0 and not edges.full_start)
    line.halves[-1] = line.halves[-1] or (galley.closings[end] > 0 and not edges.full_end)
    rest = round(edges.white)
    if rest < 0:
        _squeeze(galley, room, first, last, -rest, line)
    elif rest and stretching:
        _stretch(galley, room, first, last, rest, line)
    return line


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
    """Take an excess from the line's inner marks: all they have if it must be, else from each its share."""
    marks = _marks(galley, first, last)
    if not marks or not excess:
        return
    whole = excess >= sum(marks.values())
    share, more = divmod(excess, len(marks))
    for order, (at, blank) in enumerate(marks.items()):
        opening = galley.sorts[at].kind == OPENING
        if whole and blank == round(galley.sorts[at].blank):
            line.halves[at - first] = True
        else:
            line.tracks[at - first - opening] -= blank if whole else share + (order < more)


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


def _marks(galley: Galley, first: int, last: int) -> dict[int, int]:
    """Return the marks inside a line that still have a blank, with what each can give."""
    sorts = galley.sorts
    blanks = {
        at: round(opening_blank(sorts[at - 1], sorts[at]) if sorts[at].kind == OPENING else sorts[at].blank)
        for at in range(first, last + 1)
        if sorts[at].blank
        and not (at == first and sorts[at].kind == OPENING)
        and not (at == last and sorts[at].kind == CLOSING)
    }
    return {at: blank for at, blank in blanks.items() if blank}
