"""Rules about a layout under a printer profile: whether the one gives what the other asks for."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.mixing import Order
from newsletter.rulebook import check

_LEAST_ROOM = 1.0
"""Millimetres under which no mark can be drawn."""


@check("M112", "bleed_under_profile", Severity.ERROR)
def bleed_under_profile(order: Order) -> Iterator[Finding]:
    """The layout's bleed is less than the printer profile asks for.

    The shop's knife is as true as it says it is; with less bleed white rims show.

    Example: `bleed: 3` in layout.yaml where the profile has `bleed: 5`.

    Way out: set `bleed` in the layout to the shop's, and `border` to have room for the marks outside it.
    """
    layout, wanted = order.layout, order.condition.bleed
    if layout.bleed < wanted - 0.001:
        message = _(
            "The layout “{layout}” has {found:g} mm of bleed; the printer profile asks for {wanted:g} mm."
        )
        message = message.format(layout=layout.name, found=layout.bleed, wanted=wanted)
        hint = _("Set bleed in layout.yaml to {wanted:g}.").format(wanted=wanted)
        yield Finding(layout.at(("bleed",)), message, hint)


@check("M113", "marks_without_room", Severity.WARNING)
def marks_without_room(order: Order) -> Iterator[Finding]:
    """The layout's border leaves no room for the marks that the printer profile asks for.

    Marks stand outside the bleed, as far from it as the profile's `marks.offset` says. Without room none
    are drawn, and the shop must measure the cut.

    Example: `border: 5` in layout.yaml with 3 mm of bleed and an offset of 3 mm.

    Way out: widen `border` in layout.yaml to bleed, offset and length together, or switch the marks off in
    the profile: `marks: {crop: false, registration: false, bar: false}`.
    """
    layout, marks = order.layout, order.condition.marks
    needed = layout.bleed + marks.offset
    if (marks.crop or marks.registration or marks.bar) and layout.border - needed < _LEAST_ROOM:
        message = _("The layout “{layout}” has a border of {border:g} mm; marks begin at {needed:g} mm.")
        message = message.format(layout=layout.name, border=layout.border, needed=needed)
        hint = _("Set border in layout.yaml to {wanted:g}.").format(wanted=needed + marks.length)
        yield Finding(layout.at(("border",)), message, hint)


@check("M114", "profile_colour_unknown", Severity.WARNING)
def profile_colour_unknown(order: Order) -> Iterator[Finding]:
    """The printer profile names a colour that the layout does not have, for a mixture or a spot ink.

    Nothing is printed with it then; mostly the name is misspelt.

    Example: `colours: {replace: {hosue: [0, 0.9, 0.8, 0]}}`.

    Way out: name the colour as layout.yaml does.
    """
    layout, colours = order.layout, order.condition.colours
    for key, names in (("replace", colours.replace), ("spots", colours.spots)):
        for name in names:
            if name not in layout.colours:
                message = _(
                    "The printer profile “{profile}” names a colour “{name}”; the layout “{layout}” has none."
                )
                message = message.format(profile=order.condition.name, name=name, layout=layout.name)
                hint = _("There are: {known}.").format(known=", ".join(layout.colours))
                yield Finding(order.profile.places.get(("colours", key, name)), message, hint)
