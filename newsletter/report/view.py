"""What the report page shows, worked out before the template sees it: no sums in HTML."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.authorities import cite
from newsletter.diagnostics import Diagnostic, Severity, Spot
from newsletter.language import _, ngettext
from newsletter.lengths import to_mm
from newsletter.report.pictures import data_address
from newsletter.report.wording import place_heading, severity_word
from newsletter.waivers import Waived

if TYPE_CHECKING:
    from newsletter.press import PressFile, Sheet

SMALLEST_MARK = 0.6
"""Per cent of the page that a mark measures at least, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's box on a page's picture, in per cent of it."""

    number: int
    severity: str
    message: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageView:
    """A page's picture with the findings on it; ``elsewhere`` are those that concern the page as a whole."""

    number: int
    title: str
    picture: str
    words: str
    marks: tuple[Mark, ...]
    elsewhere: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A row of the findings."""

    number: int
    code: str
    rule: str
    message: str
    place: str
    hint: str
    authority: str
    page: int | None


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one severity."""

    severity: str
    title: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """What a page's picture shows, in mm from the trim's top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class WaivedView:
    """A finding that somebody took on, with the reason."""

    code: str
    rule: str
    message: str
    place: str
    why: str
    by: str


Numbered = Sequence[tuple[int, Diagnostic]]


def numbered(diagnostics: Iterable[Diagnostic]) -> Numbered:
    """Return the findings with their numbers, the heaviest first."""
    order = list(Severity)
    return tuple(enumerate(sorted(diagnostics, key=lambda each: order.index(each.severity)), start=1))


def groups(found: Numbered) -> Iterator[FindingGroup]:
    """Yield the findings by severity."""
    for severity in Severity:
        rows = tuple(_row(number, each) for number, each in found if each.severity is severity)
        if rows:
            yield FindingGroup(str(severity), f"{severity_word(severity)} · {len(rows)}", rows)


def waived(taken_on: Iterable[Waived]) -> Iterator[WaivedView]:
    """Yield the findings that somebody took on."""
    for each in taken_on:
        finding, waiver = each.finding, each.waiver
        words = finding.message, _place(finding), waiver.why, waiver.by
        yield WaivedView(finding.rule.code, finding.rule.name, *words)


def _row(number: int, diagnostic: Diagnostic) -> FindingView:
    rule, page = diagnostic.rule, diagnostic.spot.page if diagnostic.spot else None
    return FindingView(
        number,
        rule.code,
        rule.name,
        diagnostic.message,
        _place(diagnostic),
        diagnostic.hint,
        cite(rule.authority),
        page,
    )


def _place(diagnostic: Diagnostic) -> str:
    """Return file, line and column, and the page where one is known."""
    at, spot = diagnostic.at, diagnostic.spot
    if at is None or not at.file:
        return place_heading(diagnostic)
    place = f"{at.file}:{at.line}:{at.column}"
    return f"{place} · {_('page {page}').format(page=spot.page)}" if spot is not None else place


def pages(
    pictures: Sequence[bytes], found: Numbered, names: dict[int, str], facts: "PressFile | None"
) -> Iterator[PageView]:
    """Yield the pages' pictures, the findings marked on them."""
    sheets = {each.number: each for each in facts.pages} if facts is not None else {}
    for number, picture in enumerate(pictures, start=1):
        here = [(count, each, each.spot) for count, each in found if each.spot and each.spot.page == number]
        extent = _extent(sheets.get(number))
        marks = tuple(
            _mark(count, each, spot, extent) for count, each, spot in here if extent and _has_area(spot)
        )
        marked = {mark.number for mark in marks}
        elsewhere = tuple(count for count, _each, _spot in here if count not in marked)
        title = _("Page {page} {name}").format(page=number, name=names.get(number, "")).strip()
        yield PageView(number, title, data_address(picture), _words(title, len(here)), marks, elsewhere)


def _words(title: str, count: int) -> str:
    """Return what is read in place of a page's picture."""
    found = ngettext("{n} finding", "{n} findings", count).format(n=count)
    return _("Picture of {page}; {findings}").format(page=title, findings=found)


def _has_area(spot: Spot) -> bool:
    return spot.width > 0 or spot.height > 0


def _extent(sheet: "Sheet | None") -> Extent | None:
    """Return what the renderer shows of a page: its crop box, else its media box."""
    if sheet is None or (shown := sheet.crop or sheet.media) is None:
        return None
    trim = sheet.trim or shown
    return Extent(to_mm(shown.x0 - trim.x0), to_mm(trim.y1 - shown.y1), shown.width, shown.height)


def _mark(number: int, diagnostic: Diagnostic, spot: Spot, extent: Extent) -> Mark:
    return Mark(
        number,
        str(diagnostic.severity),
        diagnostic.message,
        left=round(100 * (spot.x - extent.x) / extent.width, 3),
        top=round(100 * (spot.y - extent.y) / extent.height, 3),
        width=round(max(100 * spot.width / extent.width, SMALLEST_MARK), 3),
        height=round(max(100 * spot.height / extent.height, SMALLEST_MARK), 3),
    )
