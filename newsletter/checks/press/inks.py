"""Rules about inks: how many there are, which are for marks only, black of several inks, tints, blending."""

from collections.abc import Iterator

from newsletter.checks.press.wording import finding, place
from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.language import _
from newsletter.press.colour import prints_as_cmyk
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile
from newsletter.rulebook import check


@check("F071", "spot_colour_present", Severity.WARNING)
def spot_colour_present(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A page needs an ink besides cyan, magenta, yellow and black, and the shop does not print it.

    Each spot colour is one more plate and one more unit of the press; a four-colour press mixes it as
    best it can. Example: the school's red as PANTONE 485 C in a logo. Order the ink and name it in the
    printer profile (`colours: {spots: {house: PANTONE 485 C}}`), or convert the colour to the four inks.
    """
    printed = expected.condition.colours.spots.values() if expected.condition else ()
    for page in file.pages:
        for name, tally in (each for each in page.spots if each[0] not in printed):
            message = _("The spot colour “{name}” is a plate of its own, first on {place}.")
            message = message.format(name=name, place=place(tally.first))
            yield finding(file, message, _("Order the ink, or convert the colour to CMYK."), tally.first)


@check("F072", "registration_in_matter", Severity.ERROR)
def registration_in_matter(file: PressFile) -> Iterator[Finding]:
    """Matter inside the trim is in registration colour, which prints in full on every plate.

    It is for crop and register marks; as a colour of type or lines it is 400 % of ink and never fits.
    Example: a frame drawn in “Registration” instead of black. Give it K 100.
    """
    for page in file.pages:
        if page.registration and page.trim:
            count, first = page.registration.count, page.registration.first
            message = _("Registration colour inside the trim, {count} ×, first on {place}.")
            yield finding(
                file, message.format(count=count, place=place(first)), _("Give it K 100 alone."), first
            )


@check("F073", "small_type_in_rich_black", Severity.WARNING)
def small_type_in_rich_black(file: PressFile) -> Iterator[Finding]:
    """Type under 12 pt is in a black made of several inks.

    The plates never fit to a hair, and small strokes get coloured rims. Example: body text in C 75 M 68
    Y 67 K 90, as RGB black becomes. Set text in K 100 alone.
    """
    for page in file.pages:
        if page.rich_type:
            count, first = page.rich_type.count, page.rich_type.first
            message = _("Type under 12 pt is in black of several inks, {count} ×, first on {place}.")
            yield finding(
                file, message.format(count=count, place=place(first)), _("Set it in K 100 alone."), first
            )


@check("F075", "tint_too_light", Severity.NOTE)
def tint_too_light(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A tint is lighter than the press can hold.

    Its dots are so small that some of them do not print: the area vanishes or goes blotchy. Example: K 3
    under a box on newsprint. Take 8 % or more, or leave the paper white.
    """
    least = expected.condition.lightest_tint if expected.condition else None
    for page in file.pages:
        found = page.lightest_tint
        if least is not None and found and found.value < least - 0.05:
            message = _("A tint of {found:g} % on {place}; the press holds {least:g} % and more.")
            message = message.format(found=round(found.value, 1), place=place(found.at), least=least)
            yield finding(file, message, _("Make it stronger, or leave the paper white."), found.at)


@check("F080", "blended_outside_cmyk", Severity.WARNING)
def blended_outside_cmyk(file: PressFile) -> Iterator[Finding]:
    """A page blends its transparency in another colour space than the press prints in.

    CMYK that is blended in RGB comes back as other CMYK: K 100 becomes four inks, solid colours shift.
    Example: a drop shadow from an office program. Set the page's blending space to CMYK.
    """
    for page in file.pages:
        blends = [kind for kind in page.transparency if kind != "Group"]
        if blends and page.blend_space and not prints_as_cmyk(page.blend_space):
            message = _("Page {page} blends transparency in {space} ({found}).")
            message = message.format(page=page.number, space=page.blend_space, found=", ".join(blends))
            hint = _("Set the blending space to CMYK, or flatten the transparency.")
            yield finding(file, message, hint, Spot(page.number))
