"""The contents beside the pages."""

from dataclasses import dataclass

import pikepdf

from newsletter.lengths import Mm, to_pt
from newsletter.press.order import FinishOrder


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the contents: page from 1, ``top`` in mm from the trim's top, the lines under it."""

    title: str
    page: int
    top: Mm
    inner: tuple["Bookmark", ...] = ()


def set_bookmarks(pdf: pikepdf.Pdf, bookmarks: tuple[Bookmark, ...], order: FinishOrder) -> None:
    """Set the contents beside the pages."""
    with pdf.open_outline() as outline:
        outline.root.extend(_item(each, order) for each in bookmarks)


def _item(bookmark: Bookmark, order: FinishOrder) -> pikepdf.OutlineItem:
    """Return a bookmark with those under it."""
    top = round(to_pt(Mm(order.height - bookmark.top)), 2)
    item = pikepdf.OutlineItem(bookmark.title, bookmark.page - 1, "XYZ", left=0, top=top)
    item.children.extend(_item(each, order) for each in bookmark.inner)
    return item
