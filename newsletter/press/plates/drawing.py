"""A page's plates drawn: the page separated three plates at a time, each drawing made by pdfium."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray

from newsletter.lengths import to_mm
from newsletter.press import document
from newsletter.press.appearances import appearances
from newsletter.press.facts import Box
from newsletter.press.matrix import Matrix
from newsletter.press.plates.groups import MOST_SPOTS, groups_of
from newsletter.press.plates.process import separation
from newsletter.press.plates.separating import Separator
from newsletter.press.plates.state import State
from newsletter.press.plates.things import Things, Workshop
from newsletter.press.reader import Budget
from newsletter.press.resources import Resources

# The binding carries no types.
_pdfium: Any = pypdfium2

DPI = 72.0
"""Pixels to the inch: one is a third of a millimetre, and ink limits mean areas, not points."""
MOST_PIXELS = 6_000_000

Levels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Plates:
    """The plates of a page as drawn: ink from 0 to 255 by name, all of one size.

    ``left`` and ``top`` are the drawing's corner in mm from the trim's, ``pixel`` a pixel's side in mm.
    """

    ink: Mapping[str, Levels]
    left: float
    top: float
    pixel: float
    unread: tuple[str, ...] = ()


def draw(
    pdf: pikepdf.Pdf, page: int, frame: Box, region: Box, spots: tuple[str, ...], profile: Path | None
) -> Plates:
    """Return the plates of a page (from 1): what lies in ``region``, measured from ``frame``, the trim.

    ``spots`` are the spot colours that get plates of their own; RGB is separated for ``profile``.
    Raises what pikepdf and pdfium raise, ``TooMuch`` and ``TooLarge`` for pages beyond reason.
    """
    dots = _dots(region)
    groups = groups_of(spots)
    with pikepdf.new() as out:
        original = _copied(pdf.pages[page - 1], out)
        shops = [Workshop(out, group, separation(profile), Budget(), dots, _separator) for group in groups]
        for shop in shops:
            _separate(original, shop, region)
        del out.pages[0]
        drawn = _drawn(_saved(out), dots)
    ink = {plate: drawn[at][..., slot] for at, group in enumerate(groups) for slot, plate in enumerate(group)}
    scale = to_mm(1.0)
    left, top = (region.x0 - frame.x0) * scale, (frame.y1 - region.y1) * scale
    return Plates(ink, left, top, scale / dots, _unread(shops, spots))


def _unread(shops: Sequence[Workshop], spots: tuple[str, ...]) -> tuple[str, ...]:
    """Return what could not be drawn; more spot colours than there are plates for among it."""
    found = dict.fromkeys(each for shop in shops for each in shop.unread)
    return (*found, *(("spot colours",) if len(spots) > MOST_SPOTS else ()))


def _dots(region: Box) -> float:
    """Return the pixels to the point: fewer where the page is huge."""
    area = max(1.0, (region.x1 - region.x0) * (region.y1 - region.y0))
    return float(min(DPI / 72, (MOST_PIXELS / area) ** 0.5))


def _copied(source: pikepdf.Page, out: pikepdf.Pdf) -> pikepdf.Object:
    """Return a page copied as the first of a file, its resources with it."""
    own = document.inherited(source.obj, "/Resources")
    out.pages.append(source)
    page = out.pages[0].obj
    if isinstance(own, pikepdf.Dictionary) and "/Resources" not in page:
        page["/Resources"] = out.copy_foreign(own) if own.is_indirect else own
    return page


def _separate(original: pikepdf.Object, shop: Workshop, region: Box) -> None:
    """Append a page separated for the plates of a workshop."""
    things = Things(shop, Resources(original.get("/Resources")))
    separator = _separator(shop, things, State())
    content = b"q\n" + separator.separated(b"\n".join(document.content(original))) + b"\nQ\n"
    content += b"".join(_stamped(things, form, place) for form, place in appearances(original))
    page = shop.pdf.add_blank_page().obj
    page["/Contents"] = pikepdf.Stream(shop.pdf, content)
    page["/Resources"] = things.own
    page["/MediaBox"] = pikepdf.Array([float(each) for each in (region.x0, region.y0, region.x1, region.y1)])


def _separator(shop: Workshop, things: Things, state: State) -> Separator:
    return Separator(things, shop.budget, state)


def _stamped(things: Things, form: pikepdf.Stream, place: Matrix) -> bytes:
    """Return what draws an annotation's appearance."""
    called = things.stamp(form, State(matrix=place))
    return b"q %.6g %.6g %.6g %.6g %.6g %.6g cm %s Do Q\n" % (*place, called.encode())


def _saved(out: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    out.save(target, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return target.getvalue()


def _drawn(data: bytes, dots: float) -> list[Levels]:
    """Return the ink of each page's three plates."""
    document = _pdfium.PdfDocument(data)
    try:
        return [255 - _picture(page, dots) for page in document]
    finally:
        document.close()


def _picture(page: Any, dots: float) -> Levels:
    bitmap = page.render(scale=dots, may_draw_forms=False, draw_annots=False, rev_byteorder=True)
    found: Levels = np.asarray(bitmap.to_numpy())[..., :3].copy()
    return found
