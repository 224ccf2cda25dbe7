"""Pages of a press file set on press sheets: each page a form, cut to its window, with marks and slug."""

import hashlib
import io

import pikepdf

from newsletter.imposition.placement import Imposition, Side
from newsletter.lengths import to_pt
from newsletter.press.finishing import saved
from newsletter.press.intent import set_output_intent
from newsletter.press.level import level_of
from newsletter.press.metadata import digest, set_metadata
from newsletter.press.order import FinishOrder
from newsletter.press.page_forms import page_form, placing, slug_form
from newsletter.press.sheet_marks import draw_sheet_marks

Numbers = tuple[float, float, float, float]


def impose_pages(print_pdf: bytes, flat: Imposition, slugs: bytes, order: FinishOrder) -> bytes:
    """Return the sheets' sides as pages of a PDF/X; same input, same bytes.

    ``slugs`` is a finished PDF with one page of a sheet's size for every side: what is written on it.
    The order's width and height are the sheet's. Page marks and what lies outside a window go.
    """
    with (
        pikepdf.new() as pdf,
        pikepdf.open(io.BytesIO(print_pdf)) as pages,
        pikepdf.open(io.BytesIO(slugs)) as written,
    ):
        for number in range(len(flat.sides)):
            _add_side(pdf, flat, number, (pages, written), order)
        set_output_intent(pdf, order.condition)
        set_metadata(pdf, order, digest(_source(print_pdf, flat, slugs), order))
        return saved(pdf, level_of(order.condition))


def _source(print_pdf: bytes, flat: Imposition, slugs: bytes) -> bytes:
    """Return a hash of what the sheets are made from."""
    whole = hashlib.sha256(print_pdf)
    whole.update(repr(flat).encode("utf-8"))
    whole.update(slugs)
    return whole.digest()


def _add_side(
    pdf: pikepdf.Pdf,
    flat: Imposition,
    number: int,
    sources: tuple[pikepdf.Pdf, pikepdf.Pdf],
    order: FinishOrder,
) -> None:
    """Add a page with a side's pages, its marks and its slug; the sources are the pages and the slugs."""
    side, (pages, slugs) = flat.sides[number], sources
    page = pdf.add_blank_page(page_size=(to_pt(flat.width), to_pt(flat.height)))
    forms = pikepdf.Dictionary()
    content = []
    for placed in side.placements:
        if placed.page is not None:
            forms[f"/Page{placed.page}"] = page_form(pdf, pages, placed)
            content.append(f"q {placing(pages, placed)} cm /Page{placed.page} Do Q")
    forms["/Marks"] = draw_sheet_marks(pdf, flat, side, order.condition)
    forms["/Slug"] = slug_form(pdf, slugs, number)
    content += ["/Marks Do", "/Slug Do"]
    page.obj["/Resources"] = pikepdf.Dictionary(XObject=forms)
    page.obj["/Contents"] = pdf.make_indirect(pikepdf.Stream(pdf, "\n".join(content).encode("ascii")))
    _set_boxes(page, flat, side)


def _set_boxes(page: pikepdf.Page, flat: Imposition, side: Side) -> None:
    """Set the boxes: the sheet, the trimmed pages together, their bleed as far as the sheet reaches."""
    bleed = side.trim.grown(flat.job.bleed)
    sheet = (0.0, 0.0, flat.width, flat.height)
    edges = (
        max(bleed.left, sheet[0]),
        max(bleed.bottom, sheet[1]),
        min(bleed.right, sheet[2]),
        min(bleed.top, sheet[3]),
    )
    page.obj["/MediaBox"] = _box(sheet)
    page.obj["/BleedBox"] = _box(edges)
    page.obj["/TrimBox"] = _box((side.trim.left, side.trim.bottom, side.trim.right, side.trim.top))


def _box(edges: Numbers) -> pikepdf.Array:
    return pikepdf.Array([round(to_pt(edge), 4) for edge in edges])
