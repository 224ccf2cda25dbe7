"""The page boxes: sheet, bleed, trim."""

from decimal import Decimal

import pikepdf

from newsletter.language import _
from newsletter.lengths import Mm, to_pt
from newsletter.press.faults import UnfitProof
from newsletter.press.order import FinishOrder

_SLACK = 0.05
"""Points by which the engine's sheet may differ: it rounds each page to a thousandth of a CSS pixel."""


def set_boxes(page: pikepdf.Page, order: FinishOrder) -> None:
    """Set MediaBox, BleedBox and TrimBox to a millionth of a point; CropBox and ArtBox go.

    Raises ``UnfitProof`` where the sheet that the engine laid out is not trim and border.
    ISO 15930-7 wants TrimBox or ArtBox, not both, and MediaBox around BleedBox around TrimBox.
    """
    _expect_sheet(page, order)
    page.obj["/MediaBox"] = _box(order, order.border)
    page.obj["/BleedBox"] = _box(order, order.bleed)
    page.obj["/TrimBox"] = _box(order, Mm(0.0))
    for unwanted in ("/CropBox", "/ArtBox", "/Rotate", "/UserUnit"):
        if unwanted in page.obj:
            del page.obj[unwanted]


def _box(order: FinishOrder, around: Mm) -> pikepdf.Array:
    """Return the trim grown by ``around`` on every side; the sheet's own corner is the origin."""
    near = order.border - around
    edges = (near, near, order.border + order.width + around, order.border + order.height + around)
    return pikepdf.Array([_decimal(Mm(edge)) for edge in edges])


def _decimal(length: Mm) -> Decimal:
    """Return a length in points to six places."""
    return Decimal(str(round(to_pt(length), 6)))


def _expect_sheet(page: pikepdf.Page, order: FinishOrder) -> None:
    """Raise unless the engine's sheet starts at the origin and is trim and border large."""
    found = [float(edge) for edge in page.mediabox]
    wanted = [0.0, 0.0, to_pt(Mm(order.width + 2 * order.border)), to_pt(Mm(order.height + 2 * order.border))]
    if any(abs(one - other) > _SLACK for one, other in zip(found, wanted, strict=True)):
        raise UnfitProof(
            _("The engine laid out a sheet of {found} pt where trim and border make {wanted} pt.").format(
                found=_edges(found), wanted=_edges(wanted)
            )
        )


def _edges(edges: list[float]) -> str:
    """Return a box for people."""
    return " ".join(f"{edge:.2f}" for edge in edges)
