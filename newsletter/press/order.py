"""What is ordered of a press file, and where things stand on its sheet."""

import datetime
from dataclasses import dataclass

from newsletter.condition import Condition
from newsletter.lengths import Mm

CLEARANCE = Mm(3.0)
"""Marks stand this far outside the bleed, so that a cut gone astray never shows them."""


@dataclass(frozen=True, slots=True)
class FinishOrder:
    """How a proof is finished: trim, bleed and border in mm, the printing condition, title and date.

    ``border`` is what the sheet has around the trim on every side. ``date`` is the issue's own or
    SOURCE_DATE_EPOCH, never the clock; without a zone it counts as UTC.
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
    creator: str = "newsletter"
    producer: str = "newsletter"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in mm from the trim's top left corner, y downwards."""

    x: Mm
    y: Mm
    width: Mm
    height: Mm


def slug_area(order: FinishOrder) -> Area:
    """Return where the slug line may stand: below the trim, clear of bleed, crop and register marks."""
    left, room = Mm(6.0), Mm(order.border - order.bleed - CLEARANCE)
    return Area(left, Mm(order.height + order.bleed + CLEARANCE), Mm(order.width / 2 - left - 6.0), room)
