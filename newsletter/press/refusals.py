"""What finishing meets and cannot put right by itself."""

from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.language import _
from newsletter.rulebook import declare


def _place(spot: Spot) -> str:
    """Return a place for people, in mm from the left and the top of the trim."""
    return _("page {page}, {x:.1f} mm from the left, {y:.1f} mm from the top").format(
        page=spot.page, x=spot.x, y=spot.y
    )


@declare("F036", "rich_black_unasked", Severity.WARNING)
def rich_black_unasked(spot: Spot, use: str, ink: str) -> Finding:
    """A headline, a line or an area is printed in black with other inks below it; no layout asked for that.

    Four inks never meet exactly, and the paper takes two or three times the ink. A large area may want it,
    to be deeper than black alone; then the layout says so. Small type never may, asked for or not.

    Example: `color: device-cmyk(.6 .5 .5 1)` in a style sheet.

    Way out: write device-cmyk(0 0 0 1). For a large area name a colour in layout.yaml, list its name
    under `rich`, and use that: it is printed with the `rich_black` of the printer profile.
    """
    message = _("{use} in rich black ({ink}) on {place}; the layout has not asked for it.")
    hint = _("Use black alone, or list the colour under rich in layout.yaml.")
    return Finding(None, message.format(use=use, ink=ink, place=_place(spot)), hint, spot)


@declare("F038", "transparency_not_flattened", Severity.ERROR, authority="iso15930-4")
def transparency_not_flattened(spot: Spot, what: str, over: str) -> Finding:
    """Something transparent lies over what is not one flat colour, and the shop asked for PDF/X-1a.

    PDF/X-1a knows no transparency. Over paper or over one colour the tool computes the colour that comes
    out; over a photo, over type or over an edge there is none, and anything else would be a guess. No
    file is written.

    Example: `opacity: .5` on a strip over a photo.

    Way out: give it a colour of its own, move it off the photo, or agree on PDF/X-4 with the shop.
    """
    message = _("{what} on {place} lies over {over}; PDF/X-1a cannot hold that.")
    hint = _("Give it an opaque colour, or agree on PDF/X-4 with the shop (level: x-4).")
    return Finding(None, message.format(what=what, place=_place(spot), over=over), hint, spot)


@declare("F039", "overprint_over_limit", Severity.WARNING)
def overprint_over_limit(spot: Spot, found: float, limit: float) -> Finding:
    """Black type stands on a colour or a photo so dark that both together are more than the paper bears.

    Black type overprints, so that no white rim shows where a plate shifts; its ink comes on top of what is
    below. It can hardly be read there either. Areas and rules are cut out of what is below instead.

    Example: a black headline over the shadows of a photo of 240 %: 340 %.

    Way out: set it in white, in another place, or on a tint.
    """
    message = _(
        "Black type on {place} and what lies below it take {found:.0f} % of ink; the paper bears {limit:g} %."
    )
    message = message.format(place=_place(spot), found=found, limit=limit)
    return Finding(None, message, _("Set it in white, or in a lighter place."), spot)
