"""Rules about the pages as sheets: their number, sizes and boxes."""

from collections.abc import Iterator
from itertools import pairwise

from newsletter.checks.press.wording import ISO, finding, rerun
from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.language import _
from newsletter.lengths import Mm
from newsletter.press.expectation import Expectation
from newsletter.press.facts import Box, PressFile
from newsletter.rulebook import check

_LEAF, _FOLD = 2, 4
_EXACT = 0.001
_PAPER = 0.05


@check("F020", "page_count_differs", Severity.ERROR)
def page_count_differs(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The file has more or fewer pages than the issue.

    A sheet of four pages cannot be printed from three. Example: 4 pages are planned, 5 are in the
    file, because a page ran over. Look for the empty or doubled page.
    """
    found, wanted = len(file.pages), expected.page_count
    if wanted is not None and found != wanted:
        message = _("The number of pages is {found}, ordered are {wanted}.").format(
            found=found, wanted=wanted
        )
        yield finding(file, message, _("Look for the page that is missing, empty or doubled."))


@check("F078", "pages_do_not_fold", Severity.WARNING)
def pages_do_not_fold(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The number of pages is no multiple of four, so that they do not fill folded sheets.

    A sheet folded once has four pages; what is missing is printed white or pasted in as a single leaf.
    Example: 6 pages. Add or drop pages; one or two pages are a leaflet that is not folded.
    """
    count = len(file.pages)
    if any(each.part in ("page", "file") for each in file.unread):
        return
    if expected.page_count is None and count > _LEAF and count % _FOLD:
        message = _("The file has {count} pages, which do not fill sheets of four.").format(count=count)
        yield finding(file, message, _("Add or drop pages, or agree on a single leaf with the shop."))


@check("F021", "page_sizes_differ", Severity.ERROR)
def page_sizes_differ(file: PressFile) -> Iterator[Finding]:
    """The pages of the file are not of one size.

    They are printed on one sheet and cut by one knife. Example: page 3 is A4, all others 285 × 420 mm.
    Give all pages the trim of the layout.
    """
    sizes = {page.number: size_of(page.trim or page.media) for page in file.pages}
    first = next(iter(sizes.values()), "")
    for number, size in sizes.items():
        if size != first:
            message = _("Page {page} is {size} mm, page 1 is {first} mm.")
            hint = _("Give all pages the same trim.")
            yield finding(file, message.format(page=number, size=size, first=first), hint, Spot(number))


def size_of(box: Box | None) -> str:
    """Return a box's size for people: ``285 × 420``."""
    return f"{round(box.width, 1):g} × {round(box.height, 1):g}" if box else "?"


@check("F022", "sheet_origin_off", Severity.WARNING)
def sheet_origin_off(file: PressFile) -> Iterator[Finding]:
    """The sheet does not begin at the origin, or is turned.

    Some imposition programs take the lower left corner for 0 0 and place the page beside the sheet.
    Example: MediaBox -10 -10 605 852. Move the boxes and the page so that the sheet begins at 0 0.
    """
    for page in file.pages:
        if page.media and (abs(page.media.x0) > _EXACT or abs(page.media.y0) > _EXACT or page.rotation):
            message = _(
                "The sheet of page {page} begins at {x:g} {y:g} and is turned by {angle}°; 0 0 is wanted."
            )
            message = message.format(page=page.number, x=page.media.x0, y=page.media.y0, angle=page.rotation)
            yield finding(file, message, rerun(), Spot(page.number))


@check("F023", "trim_missing", Severity.ERROR, authority=ISO)
def trim_missing(file: PressFile) -> Iterator[Finding]:
    """A page does not say where it is cut: it has no TrimBox, or an ArtBox beside it.

    PDF/X asks for exactly one of the two; without TrimBox the shop must guess the cut. Example: a PDF
    from a word processor. Export it with a TrimBox.
    """
    for page in file.pages:
        if page.trim is None or page.art is not None:
            message = _("Page {page} has no TrimBox, or an ArtBox besides.").format(page=page.number)
            yield finding(file, message, rerun(), Spot(page.number))


@check("F024", "trim_differs", Severity.ERROR)
def trim_differs(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """The trim is not the size of the layout.

    The permit is given for one format, and the shop's sheet fits one size. Example: 297 × 420 mm where
    285 × 420 mm is approved. Use the layout that was approved, or have the size changed on both sides.
    """
    if expected.width is None or expected.height is None:
        return
    for page in file.pages:
        if page.trim and not _is_size(page.trim, expected.width, expected.height):
            message = _("The trim of page {page} is {found} mm, ordered are {width:g} × {height:g} mm.")
            message = message.format(
                page=page.number, found=size_of(page.trim), width=expected.width, height=expected.height
            )
            yield finding(file, message, _("Use the layout of the approved format."), Spot(page.number))


def _is_size(box: Box, width: Mm, height: Mm) -> bool:
    return abs(box.width - width) < _PAPER and abs(box.height - height) < _PAPER


@check("F025", "bleed_missing", Severity.ERROR)
def bleed_missing(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A page has no bleed, or less than the shop wants.

    The knife is off by a millimetre now and then; without bleed a white edge shows. Example: no
    BleedBox, or one of 2 mm where 3 mm are ordered. Lay the page out with the shop's bleed.
    """
    wanted = expected.bleed if expected.bleed is not None else Mm(0.0)
    for page in file.pages:
        found = page.bleed_width
        if found is None or found < wanted - _PAPER:
            message = _no_bleed() if found is None else _short_bleed()
            message = message.format(page=page.number, found=found, wanted=wanted)
            yield finding(
                file, message, _("Lay the page out with bleed on all four sides."), Spot(page.number)
            )


def _no_bleed() -> str:
    return _("Page {page} has no bleed, ordered are {wanted:g} mm.")


def _short_bleed() -> str:
    return _("The bleed of page {page} is {found:.2f} mm, ordered are {wanted:g} mm.")


@check("F026", "boxes_not_nested", Severity.ERROR, authority=ISO)
def boxes_not_nested(file: PressFile) -> Iterator[Finding]:
    """The boxes of a page do not lie one in another: sheet, bleed, trim.

    A trim outside the sheet cannot be cut. Example: a BleedBox larger than the MediaBox.
    Set MediaBox around BleedBox around TrimBox.
    """
    for page in file.pages:
        boxes = [box for box in (page.media, page.bleed, page.trim) if box is not None]
        nested = all(outer.holds(inner) for outer, inner in pairwise(boxes))
        if not nested or page.media is None or (page.crop and page.bleed and not page.crop.holds(page.bleed)):
            message = _("The boxes of page {page} do not lie one in another: sheet, bleed, trim.")
            yield finding(file, message.format(page=page.number), rerun(), Spot(page.number))
