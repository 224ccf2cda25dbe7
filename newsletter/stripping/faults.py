"""What keeps an issue from its press sheets, or wants the printer's eye on them."""

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.imposition.schemes import Scheme
from newsletter.imposition.sheets import PressSheet
from newsletter.language import _, ngettext
from newsletter.lengths import Mm
from newsletter.rulebook import declare
from newsletter.stripping.wording import scheme_name


@declare("F093", "sheet_too_small", Severity.ERROR)
def sheet_too_small(sheet: PressSheet, by: Mm, pages: str, better: str) -> Finding:
    """The press sheet does not hold the pages with bleed, marks and the edge that the grippers hold.

    What lies outside the sheet is not printed, and without marks nobody can cut. Example: two pages of
    285 × 420 mm side by side on a sheet of 546 × 393.5 mm. Take a larger sheet: `sheet` in the printer
    profile or --sheet; or let a sheet carry fewer pages.
    """
    message = _("The sheet of {sheet} mm is {by} mm too small for {pages}.").format(
        sheet=sheet.size, by=f"{by:.1f}".removesuffix(".0"), pages=pages
    )
    hint = _("Take a sheet of {better}.").format(better=better) if better else ""
    return Finding(None, message, hint or _("Let the sheet carry fewer pages, with --pages."))


@declare("F094", "pages_do_not_fold", Severity.ERROR)
def pages_do_not_fold(pages: int, at: Span | None) -> Finding:
    """The number of pages cannot be made of folded sheets: they give four pages each.

    A newspaper has no blank pages at its end. Example: six pages of a 四开 paper. Add or take out
    pages, or print the last leaf by itself.
    """
    message = ngettext(
        "{count} page cannot be folded: every sheet gives four.",
        "{count} pages cannot be folded: every sheet gives four.",
        pages,
    ).format(count=pages)
    near = " / ".join(str(each) for each in (pages - pages % 4, pages - pages % 4 + 4) if each)
    return Finding(at, message, _("Make it {counts} pages, or choose another --scheme.").format(counts=near))


@declare("F095", "blank_pages_added", Severity.WARNING)
def blank_pages_added(pages: int, blank: int, at: Span | None) -> Finding:
    """Blank pages follow the last page, because stitched and glued copies are made of whole sheets.

    So the last page of the issue is no longer the back cover, which a reader sees first from behind.
    Example: 14 pages, stitched: pages 15 and 16 stay white. Fill them, or take pages out.
    """
    message = ngettext(
        "After page {pages}, {count} blank page is added.",
        "After page {pages}, {count} blank pages are added.",
        blank,
    ).format(pages=pages, count=blank)
    hint = _("Make the pages a multiple of four, so that the last one is the back cover.")
    return Finding(at, message, hint)


@declare("F096", "sheet_assumed", Severity.NOTE)
def sheet_assumed(sheet: PressSheet) -> Finding:
    """The printer profile names no press sheet, so the smallest of the usual ones was taken.

    The shop knows which paper it has and what its press holds of it. Ask, and write the sheet into the
    printer profile (`sheet`), or name it with --sheet.
    """
    message = _("No press sheet is named; {name} {size} mm was taken.").format(
        name=sheet.name, size=sheet.size
    )
    return Finding(None, message, _("Ask the print shop, and name its sheet with --sheet."))


@declare("F097", "creep_too_large", Severity.ERROR)
def creep_too_large(moved: Mm, most: Mm) -> Finding:
    """The innermost pages would be drawn into the fold by more than the bleed makes up for.

    Every sheet outside a page pushes it out by the thickness of the paper, so it is drawn in by as much;
    beyond the bleed the white of the sheet would show at the fore-edge. Example: sixteen sheets of
    0.25 mm. Take thinner paper, or bind with glue (--scheme perfect), or check the figure of --creep.
    """
    message = _("The innermost pages would be drawn in by {moved:.2f} mm; their bleed is {most:g} mm.")
    hint = _("Check --creep, or bind with glue: --scheme perfect.")
    return Finding(None, message.format(moved=moved, most=most), hint)


def named(scheme: Scheme, per_side: int) -> str:
    """Return the pages of a side for people."""
    return ngettext("{count} page a side ({scheme})", "{count} pages a side ({scheme})", per_side).format(
        count=per_side, scheme=scheme_name(scheme)
    )
