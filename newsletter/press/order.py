"""What is ordered of a press file, and where things stand on its sheet."""

import datetime
from dataclasses import dataclass

from newsletter.condition import Condition, Inks
from newsletter.lengths import Mm
from newsletter.press.spots import Spot


@dataclass(frozen=True, slots=True)
class FinishOrder:
    """How a proof is finished: trim, bleed and border in mm, the printing condition, title and date.

    ``border`` is what the sheet has around the trim on every side. ``date`` is the issue's own or
    SOURCE_DATE_EPOCH, never the clock; without a zone it counts as UTC. ``rich`` are the rich blacks that
    the layout asks for, ``spots`` the inks that have a plate of their own.
    """

    width: Mm
    height: Mm
    bleed: Mm
    border: Mm
    condition: Condition
    title: str
    date: datetime.datetime
    language: str = "zh-CN"
    marks: bool = True
    rich: tuple[Inks, ...] = ()
    spots: tuple[Spot, ...] = ()
    creator: str = "newsletter"
    producer: str = "newsletter"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in mm from the trim's top left corner, y downwards."""

    x: Mm
    y: Mm
    width: Mm
    height: Mm


def marks_room(order: FinishOrder) -> Mm:
    """Return what the border leaves outside the bleed and the marks' offset; below 0 where they cannot be.

    The offset keeps marks out of the paper even where the cut goes astray.
    """
    return Mm(order.border - order.bleed - order.condition.marks.offset)


def slug_area(order: FinishOrder) -> Area:
    """Return where the slug line may stand: below the trim, clear of bleed, crop and register marks."""
    left, top = Mm(6.0), Mm(order.height + order.bleed + order.condition.marks.offset)
    return Area(left, top, Mm(order.width / 2 - left - 6.0), marks_room(order))
