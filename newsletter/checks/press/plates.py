"""Rules about the plates as drawn: ink where it lies, bleed that is painted, matter at the cut."""

from collections.abc import Iterator

from newsletter.checks.press.wording import finding, meets, place
from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile, Sheet
from newsletter.press.plates.facts import Rim
from newsletter.rulebook import check

_LEAST_AREA = 2.0
"""Mm² of too much ink that count: less is the edge of a letter."""
_CLEAR = 0.5
_BARE = 0.05


@check("F070", "ink_too_heavy", Severity.ERROR)
def ink_too_heavy(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """In a place of the page all plates together lay down more ink than the paper bears.

    The plates are drawn and added up, pictures, tints and overprint included, because it is the sum that
    does not dry and sets off on the next sheet. Example: a photo separated for coated paper, 320 % in its
    shadows, on newsprint. Convert the picture to the shop's condition, or lighten what lies over it.
    """
    limit = expected.condition.ink_limit if expected.condition else None
    for page in file.pages if limit else ():
        areas = [each for each in page.ink.heavy if each.area >= _LEAST_AREA] if page.ink else []
        if areas and limit:
            worst = max(areas, key=lambda each: each.ink)
            message = _("{found:.0f} % of ink over {area:.0f} mm² on {place}; the paper bears {limit:g} %.")
            area = sum(each.area for each in areas)
            message = message.format(found=worst.ink, area=area, place=place(worst.at), limit=limit)
            hint = _("Convert the picture to the shop's condition, or take a colour with less ink.")
            yield finding(file, message, hint, worst.at)


@check("F076", "bleed_unpainted", Severity.ERROR)
def bleed_unpainted(file: PressFile) -> Iterator[Finding]:
    """Matter reaches the cut, but the bleed outside of it is bare, whatever its box says.

    The knife is off by a millimetre now and then, and a white rim shows. The pixels are looked at, not
    the boxes. Example: a photo up to the edge of the page in a file without bleed. Carry it 3 mm on, or
    keep it clear of the cut.
    """
    for page in file.pages:
        gaps = [rim for rim in page.ink.gaps if not _is_covered(rim, page)] if page.ink else []
        if gaps:
            message = _("Matter reaches the cut and the bleed is bare, {count} ×, first on {place}.")
            message = message.format(count=len(gaps), place=place(gaps[0].at))
            yield finding(file, message, _("Carry it on into the bleed."), gaps[0].at)


def _is_covered(rim: Rim, page: Sheet) -> bool:
    """Return whether a picture runs out over the cut there, white as it may be in the bleed."""
    return any(patch.use == "image" and _runs_out(rim, patch.at, page) for patch in page.edges)


def _runs_out(rim: Rim, at: Spot, page: Sheet) -> bool:
    box = page.trim or page.media
    if box is None or not meets(rim.at, at, 0.5):
        return False
    out = {
        "left": -at.x,
        "top": -at.y,
        "right": at.x + at.width - box.width,
        "bottom": at.y + at.height - box.height,
    }
    return out[rim.side] > _CLEAR


@check("F077", "matter_near_the_cut", Severity.WARNING)
def matter_near_the_cut(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A picture, a tint or a line ends close to the cut without reaching it.

    Where the knife is off, its margin is uneven or it is cut into. Example: a photo that ends 1 mm from
    the edge. Keep it 3 mm inside the trim, or carry it on into the bleed.
    """
    safe = expected.condition.safe if expected.condition else 3.0
    for page in file.pages:
        near = [rim for rim in page.ink.near if not _is_type(rim, page)] if page.ink else []
        if near:
            message = _("Matter ends less than {safe:g} mm from the cut, {count} ×, first on {place}.")
            message = message.format(safe=safe, count=len(near), place=place(near[0].at))
            yield finding(file, message, _("Move it inwards, or carry it on into the bleed."), near[0].at)


def _is_type(rim: Rim, page: Sheet) -> bool:
    """Return whether it is type, which has a rule of its own."""
    return any(meets(rim.at, line, 1.0) for line in page.lines)


@check("F079", "page_without_ink", Severity.WARNING)
def page_without_ink(file: PressFile) -> Iterator[Finding]:
    """A page is empty: no plate puts any ink on it.

    It may be meant, as the back of a cover; more often a page ran over or its picture is missing.
    Example: a blank last page. Look whether the page should be there.
    """
    for page in file.pages:
        if page.ink and page.ink.maximum < _BARE and not page.ink.unread:
            message = _("Page {page} is empty.").format(page=page.number)
            yield finding(file, message, _("Look whether the page should be there."), Spot(page.number))
