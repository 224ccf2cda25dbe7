"""Rules about colour: what goes to the plates, overprint, ink, transparency."""

from collections.abc import Iterator

from newsletter.checks.press.wording import ISO, finding, pictures, place, rerun
from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.language import _
from newsletter.press.colour import prints_as_cmyk
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile, Use
from newsletter.press.level import level_of
from newsletter.rulebook import check

HEAVIEST_INK = 300.0


@check("F030", "paint_outside_cmyk", Severity.ERROR, authority=ISO)
def paint_outside_cmyk(file: PressFile) -> Iterator[Finding]:
    """Type, lines or areas are painted in a colour that is not for the plates: RGB, Lab, calibrated.

    The shop's conversion turns RGB black into four inks, and register errors blur the type. Example:
    `color: #333` in a layout's style sheet. Write the colour as device-cmyk().
    """
    for page in file.pages:
        for paint in page.paints:
            if paint.use != "image" and not prints_as_cmyk(paint.space):
                message = _("{count} × {use} in {space} instead of CMYK, first on {place}.").format(
                    count=paint.count, use=_use(paint.use), space=paint.space, place=place(paint.first)
                )
                hint = _("Have it exported in CMYK; in a style sheet write device-cmyk().")
                yield finding(file, message, hint, paint.first)


def _use(use: Use) -> str:
    """Return what is painted, for people."""
    words = {
        "fill": _("areas"),
        "stroke": _("lines"),
        "text": _("type"),
        "image": _("pictures"),
        "shading": _("blends"),
    }
    return words[use]


@check("F031", "picture_outside_cmyk", Severity.ERROR, authority=ISO)
def picture_outside_cmyk(file: PressFile) -> Iterator[Finding]:
    """A picture is not in CMYK.

    Which ink it takes is left to a machine at the shop. Example: an RGB logo beside converted photos.
    Put it into the photo manifest, or convert it to the printing condition.
    """
    for picture in pictures(file):
        if not prints_as_cmyk(picture.space):
            message = _("The picture on {place} is in {space}, not in CMYK.")
            message = message.format(place=place(picture.at), space=picture.space)
            yield finding(file, message, _("Convert it to the printing condition."), picture.at)


@check("F032", "black_type_knocks_out", Severity.ERROR)
def black_type_knocks_out(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """Black type that stands on a colour or a picture does not overprint.

    It is cut out of the colours below, and the slightest shift of a plate rims every stroke with
    white. Example: K 100 type on a tint without overprint. Let solid black type overprint (OPM 1).
    On bare paper it makes no difference.
    """
    unwanted = expected.condition is not None and expected.condition.overprint.black == "none"
    for page in file.pages:
        if page.black_cut and not unwanted:
            count, first = page.black_cut.count, page.black_cut.first
            message = _("Black type does not overprint, {count} ×, first on {place}.")
            yield finding(file, message.format(count=count, place=place(first)), rerun(), first)


@check("F033", "white_overprints", Severity.ERROR)
def white_overprints(file: PressFile) -> Iterator[Finding]:
    """White is set to overprint, so that it is not printed at all.

    White is paper: what overprints with no ink leaves everything below as it is, and the type is gone.
    Example: a white headline on a photo, seen on the screen, missing in print. Let white knock out.
    """
    for page in file.pages:
        if page.white_over:
            count, first = page.white_over.count, page.white_over.first
            message = _("White overprints and would vanish, {count} ×, first on {place}.")
            yield finding(file, message.format(count=count, place=place(first)), rerun(), first)


@check("F034", "ink_over_limit", Severity.ERROR)
def ink_over_limit(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """An area or type takes more ink than the paper bears.

    Too much ink does not dry, sets off on the next sheet and tears newsprint. Example: C 100 M 100
    Y 100 K 100 where 240 % is the limit. Take a colour with less under the black.
    """
    limit = expected.condition.ink_limit if expected.condition else HEAVIEST_INK
    for page in file.pages:
        heaviest = page.heaviest_ink
        if heaviest and heaviest.value > limit + 0.5:
            message = _("{found:g} % of ink on {place}; the paper bears {limit:g} %.")
            message = message.format(found=heaviest.value, place=place(heaviest.at), limit=limit)
            yield finding(file, message, _("Take a colour with less ink."), heaviest.at)


@check("F035", "transparency_present", Severity.ERROR)
def transparency_present(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A page is transparent in places, where the shop asked for PDF/X-1a, which cannot hold that.

    Its machine would drop the effect or stop. Example: a tint of 50 % opacity over a photo.
    Lay the page out without transparency, or agree on PDF/X-4 with the shop.
    """
    level = level_of(expected.condition)
    for page in file.pages:
        if page.transparency and not level.modern:
            message = _("Page {page} is transparent in places ({found}); {label} cannot hold that.")
            found = ", ".join(page.transparency)
            message = message.format(page=page.number, found=found, label=level.label)
            hint = _("Do without transparency, or agree on PDF/X-4 with the shop.")
            yield finding(file, message, hint, Spot(page.number))
