"""Links from one place of the issue to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from newsletter.lengths import Mm, to_pt
from newsletter.press.order import FinishOrder
from newsletter.structure import Area, Element, Target

SHOWN_AND_PRINTED = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle in mm from the trim's top left that leads to a place; ``words`` say where to."""

    page: int
    left: Mm
    top: Mm
    right: Mm
    bottom: Mm
    words: str
    target: Target

    def annotation(self, pdf: pikepdf.Pdf, order: FinishOrder, number: int) -> Dictionary:
        """Return the link for the page's list; ``number`` is its key in the tree of parents."""
        edges = (self.left, order.height - self.bottom, self.right, order.height - self.top)
        top = round(to_pt(Mm(order.height - self.target.top)), 2)
        page = pdf.pages[self.target.page - 1].obj
        return Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(to_pt(Mm(each)), 2) for each in edges]),
            Border=Array([0, 0, 0]),
            F=SHOWN_AND_PRINTED,
            Contents=String(self.words),
            Dest=Array([page, Name.XYZ, 0, top, None]),
            StructParent=number,
        )


def linked(element: Element) -> Iterator[Link]:
    """Yield a link's rectangles, one around what of it stands on each page."""
    if element.target is None:
        return
    for page, group in groupby(element.areas(), lambda area: area.page):
        yield _around(page, list(group), element.alternative, element.target)


def _around(page: int, areas: list[Area], words: str, target: Target) -> Link:
    left, top = min(each.box.x for each in areas), min(each.box.y for each in areas)
    right, bottom = max(each.box.right for each in areas), max(each.box.bottom for each in areas)
    return Link(page, left, top, right, bottom, words, target)
