"""Pages of one file as forms of another: cut to what may show, without the marks around them."""

import pikepdf

from newsletter.imposition.placement import Placement
from newsletter.lengths import to_pt
from newsletter.press.drawing import registration
from newsletter.press.finishing import content_of
from newsletter.press.marks import NAME as MARKS
from newsletter.press.matrix import Matrix, Point, moved
from newsletter.press.operators import numbers, operations

_ALL_INKS = (1.0, 1.0, 1.0, 1.0)
_EVERY_PLATE = {b"k": b"/All cs 1 scn", b"K": b"/All CS 1 SCN"}


def page_form(pdf: pikepdf.Pdf, pages: pikepdf.Pdf, placed: Placement) -> pikepdf.Object:
    """Return a page as a form that shows what its window lets through, without the page's own marks."""
    page = _page(pages, placed)
    content = content_of(page).replace(f"{MARKS} Do".encode("ascii"), b"")
    form = _form(
        pdf, content, _window(placed, _corner(page)), _taken_over(pdf, pages, page.obj["/Resources"])
    )
    forms = form["/Resources"].get("/XObject")
    if isinstance(forms, pikepdf.Dictionary) and MARKS in forms:
        del forms[MARKS]
    group = page.obj.get("/Group")
    if isinstance(group, pikepdf.Dictionary):
        form["/Group"] = _taken_over(pdf, pages, group)
    return pdf.make_indirect(form)


def placing(pages: pikepdf.Pdf, placed: Placement) -> str:
    """Return the operands that bring a page's trim to its place on the sheet."""
    matrix = _matrix(placed, _corner(_page(pages, placed)))
    return " ".join(f"{part:.4f}" for part in matrix)


def slug_form(pdf: pikepdf.Pdf, slugs: pikepdf.Pdf, number: int) -> pikepdf.Object:
    """Return what is written on a sheet: what has all inks becomes registration colour."""
    page = slugs.pages[number]
    box = tuple(float(edge) for edge in page.mediabox)
    form = _form(pdf, _registered(content_of(page)), box, _taken_over(pdf, slugs, page.obj["/Resources"]))
    resources = form["/Resources"]
    if "/ColorSpace" not in resources:
        resources["/ColorSpace"] = pikepdf.Dictionary()
    resources["/ColorSpace"]["/All"] = registration()
    return pdf.make_indirect(form)


def _registered(content: bytes) -> bytes:
    """Return the content with all four inks as registration colour, which every plate has."""
    parts, kept = [], 0
    for each in operations(content):
        if each.operator in _EVERY_PLATE and numbers(each.operands) == _ALL_INKS:
            parts += [content[kept : each.start], _EVERY_PLATE[each.operator]]
            kept = each.end
    return b"".join((*parts, content[kept:]))


def _page(pages: pikepdf.Pdf, placed: Placement) -> pikepdf.Page:
    assert placed.page is not None
    return pages.pages[placed.page - 1]


def _taken_over(pdf: pikepdf.Pdf, owner: pikepdf.Pdf, thing: pikepdf.Object) -> pikepdf.Object:
    """Return an object of another file as one of this; what both know is copied once."""
    return pdf.copy_foreign(thing if thing.is_indirect else owner.make_indirect(thing))


def _form(
    pdf: pikepdf.Pdf, content: bytes, box: tuple[float, ...], resources: pikepdf.Object
) -> pikepdf.Stream:
    form = pikepdf.Stream(pdf, content)
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"] = pikepdf.Array([round(edge, 4) for edge in box])
    form["/Resources"] = resources
    return form


def _corner(page: pikepdf.Page) -> Point:
    """Return the lower left corner of a page's trim, in points."""
    left, bottom, *_rest = (float(edge) for edge in page.trimbox)
    return left, bottom


def _matrix(placed: Placement, corner: Point) -> Matrix:
    scale, trim, (x, y) = placed.scale, placed.trim, corner
    if placed.turned:
        return -scale, 0.0, 0.0, -scale, to_pt(trim.right) + scale * x, to_pt(trim.top) + scale * y
    return scale, 0.0, 0.0, scale, to_pt(trim.left) - scale * x, to_pt(trim.bottom) - scale * y


def _window(placed: Placement, corner: Point) -> tuple[float, float, float, float]:
    """Return the window in the page's own points."""
    a, _b, _c, d, e, f = _matrix(placed, corner)
    back: Matrix = (1 / a, 0.0, 0.0, 1 / d, -e / a, -f / d)
    window = placed.window
    ends = ((window.left, window.bottom), (window.right, window.top))
    xs, ys = zip(*(moved((to_pt(x), to_pt(y)), back) for x, y in ends), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
