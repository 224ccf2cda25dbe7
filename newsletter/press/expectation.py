"""What a press file is held against: the layout's sizes, the shop's condition, the issue that was ordered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from newsletter.condition import Condition
from newsletter.issue import Issue
from newsletter.lengths import Mm
from newsletter.press.order import FinishOrder
from newsletter.rulebook import Context

NONE_SET: Mapping[tuple[int, float], int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Expectation(Context):
    """The context of the rules about the press file; what is none is not expected of the file.

    ``width``, ``height`` and ``bleed`` are the layout's in mm. The issue is what the statutory marks
    in the printed text are compared with. ``readings`` count the ruby of each page in each size, in
    tenths of a point.
    """

    width: Mm | None = None
    height: Mm | None = None
    bleed: Mm | None = None
    page_count: int | None = None
    condition: Condition | None = None
    issue: Issue | None = None
    readings: Mapping[tuple[int, float], int] = field(default_factory=dict)


def expected_of(
    order: FinishOrder,
    page_count: int,
    issue: Issue | None = None,
    readings: Mapping[tuple[int, float], int] = NONE_SET,
) -> Expectation:
    """Return what a file must be that was finished to an order."""
    return Expectation(
        width=order.width,
        height=order.height,
        bleed=order.bleed,
        page_count=page_count,
        condition=order.condition,
        issue=issue,
        readings=readings,
    )
