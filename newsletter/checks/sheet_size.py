"""The rule about the size of the page: it is the format that the permit approves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.checks.approval import AS_APPROVED, approved_at
from newsletter.checks.reading import sheet_at
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

SHEETS = {
    "对": ((540, 780), (590, 880)),
    "四": ((390, 540), (440, 590)),
    "八": ((270, 390), (295, 440)),
    "十六": ((185, 260), (210, 285)),
    "三十二": ((130, 184), (140, 203)),
}
"""正度 and 大度 of each 开 in mm; the first three are sheets as they come to the press, before trimming."""
PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "B5": (176, 250)}
FOLDED = frozenset(("对", "四", "八"))
"""Newspapers are named by their unfolded sheet: a page of 四开四版 is half of it."""
UNFOLDED = re.compile("(?<![0-9一二三四五六七八九十])(?:[12一二两单双])版|[0-9一二三四五六七八九十]页")
"""A sheet of two pages is not folded; of what is counted in 页 the format is the page's own."""
NUMERALS = {"2": "对", "4": "四", "8": "八", "16": "十六", "32": "三十二"}
KAI = re.compile(r"(对|四|八|十六|三十二|\d{1,2})开")
MILLIMETRES = re.compile(r"(\d{2,3})\s*(?:mm|毫米)?\s*[×xX*✕]\s*(\d{2,3})")
TRIMMED_OFF, EXACT = 25.0, 3.0
"""How much a page may be smaller than its part of the sheet, and how far printers' sizes differ; in mm."""

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Trimmed:
    """An issue and the size of its pages in mm, which its layout has."""

    issue: Issue
    width: float
    height: float


@check("A009", "page_of_other_size", Severity.ERROR, authority=AS_APPROVED)
def page_of_other_size(page: Trimmed) -> Iterator[Finding]:
    """The pages have another size than the approved format.

    The permit approves a format (开版), such as 四开四版. Newspapers are named by their unfolded sheet: a
    page of 四开四版 is half of 390 × 540 or 440 × 590 mm, less what is trimmed. Printers' sizes differ by
    some millimetres, which is allowed for. A format that the tool does not know is not checked: A017.

    Example: `layout: bulletin` (A4) with `format: 四开四版`. Way out: choose a layout of the approved format,
    or apply for the change first; an issue of another publication names its record in `publication`.
    """
    format_ = page.issue.publication.permit.approved.format
    sizes = tuple(sizes_of(format_))
    if sizes and not any(_is_of(size, (page.width, page.height), format_) for size in sizes):
        message = _("The pages are {width} × {height} mm; the permit approves {format}.")
        message = message.format(width=round(page.width), height=round(page.height), format=format_)
        hint = _("Choose a layout of the approved format.")
        yield Finding(sheet_at(page.issue, "layout"), message, hint)


@check("A017", "format_unknown", Severity.NOTE)
def format_unknown(issue: Issue) -> Iterator[Finding]:
    """The approved format names no size of page that the tool knows, so that it cannot be checked.

    Known are 对开, 四开, 八开, 16开, 32开, A3 to A5, B5 and sizes in millimetres.

    Example: `format: 异型四版`. Way out: add the size, as in 异型四版（200×200毫米）.
    """
    format_ = issue.publication.permit.approved.format
    if format_.strip() and not tuple(sizes_of(format_)):
        message = _("The format “{format}” names no size of page that is known.").format(format=format_)
        yield Finding(approved_at(issue, "format"), message, _("Add the size in millimetres."))


def sizes_of(format_: str) -> Iterator[Size]:
    """Return the sizes in mm that a page of an approved format can have, none for one that is not known."""
    if exact := MILLIMETRES.search(format_):
        yield float(exact[1]), float(exact[2])
    elif paper := next((each for each in PAPERS if each in format_.upper()), None):
        yield PAPERS[paper]
    elif (kai := KAI.search(format_)) and (word := NUMERALS.get(kai[1], kai[1])) in SHEETS:
        whole = word not in FOLDED or UNFOLDED.search(format_) or "版" not in format_
        for short, long in SHEETS[word]:
            yield from ((long / 2, short),) if word in FOLDED else ()
            yield from ((short, long),) if whole else ()


def _is_of(size: Size, page: Size, format_: str) -> bool:
    """Return whether a page has a size, upright or lying; a sheet of newsprint is trimmed."""
    trimmed = TRIMMED_OFF if KAI.search(format_) else EXACT
    pairs = zip(sorted(size), sorted(page), strict=True)
    return all(-EXACT <= whole - side <= trimmed for whole, side in pairs)
