"""Transparency computed away: what lies over paper or one flat colour gets the colour that comes out.

Exact, for constant alpha over a flat ground: ``alpha`` of the ink and the rest of the ground, plate by
plate, as DeviceCMYK groups blend (ISO 32000-1, 11.3). What lies over anything else is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import prod

import pikepdf

from newsletter.diagnostics import Diagnostic
from newsletter.language import _
from newsletter.press.below import apart, flat_below, printed_over
from newsletter.press.edits import Edit
from newsletter.press.groups import states_of
from newsletter.press.overprint import BLACK, Ink, fill_state_name, state_name
from newsletter.press.painted import Painted
from newsletter.press.refusals import transparency_not_flattened

_UNCHANGED = (0.0, 1.0) * 4


@dataclass(slots=True)
class Flattened:
    """What comes of a page: changes to its streams, what cannot be flattened."""

    edits: list[Edit] = field(default_factory=list)
    refused: list[Diagnostic] = field(default_factory=list)
    inks: list[Ink | None] = field(default_factory=list)


def flatten(pdf: pikepdf.Pdf, page: int, painted: Sequence[Painted]) -> Flattened:
    """Return how a page's transparent paints become opaque ones; ``inks`` are all as they come to stand."""
    found = Flattened()
    for place, paint in enumerate(painted):
        ink = paint.ink
        if paint.clear:
            ground, own = _ground(place, painted, found.inks), _own(place, painted)
            edit, ink = _opaque(pdf, paint, own, ground) if ground else (None, None)
            if edit is None:
                found.refused.append(_refusal(page, paint, ground))
            else:
                found.edits.append(edit)
        found.inks.append(ink)
    return found


def _ground(place: int, painted: Sequence[Painted], inks: Sequence[Ink | None]) -> Ink | None:
    """Return the flat ink that a paint's outermost transparent group stands on, none where there is none.

    What lies between, in the same group, must not show through.
    """
    paint = painted[place]
    clear = [group.before for group in paint.groups if group.alpha < 1]
    first = clear[0] if clear else place
    last = place if paint.alpha < 1 else (clear[-1] if clear else place)
    if any(not apart(each.extent, paint.extent) for each in painted[first:last]):
        return None
    return flat_below(paint.extent, painted[:first], inks[:first])


def _own(place: int, painted: Sequence[Painted]) -> Ink | None:
    """Return a paint's ink within its group: black that overprints stands on what the group has there."""
    paint = painted[place]
    clear = [group.before for group in paint.groups if group.alpha < 1]
    if not (clear and paint.over and paint.ink == BLACK):
        return paint.ink
    inside = painted[clear[-1] : place]
    ground = flat_below(paint.extent, inside, [each.ink for each in inside])
    return printed_over(ground, (BLACK,)) if ground else None


def _opaque(pdf: pikepdf.Pdf, paint: Painted, own: Ink | None, ground: Ink) -> tuple[Edit | None, Ink | None]:
    """Return the change that makes a paint opaque, and its ink then; none where it cannot be computed."""
    alpha = paint.alpha * prod(group.alpha for group in paint.groups)
    if paint.odd or (own is None and paint.use != "image"):
        return None, None
    if own is None:
        return _picture(pdf, paint, ground, alpha), None
    ink = _blended(own, ground, alpha)
    return _coloured(paint, ink), ink


def _blended(ink: Ink, ground: Ink, alpha: float) -> Ink:
    """Return what comes out of an ink over a ground."""
    cyan, magenta, yellow, black = (
        round(alpha * over + (1 - alpha) * below, 4) for over, below in zip(ink, ground, strict=True)
    )
    return cyan, magenta, yellow, black


def _coloured(paint: Painted, ink: Ink) -> Edit:
    """Return the change of a paint's colour; type stands in a text object, which has no ``q``."""
    before, old = _operator(ink, paint), _operator(paint.ink or BLACK, paint)
    if paint.use == "text":
        out, over = (f" {fill_state_name(each)} gs" if paint.over else "" for each in (False, True))
        return Edit(paint, f"{before}{out}\n".encode("ascii"), f"\n{old}{over}\n".encode("ascii"))
    return Edit(paint, f"q {before} {state_name(False, False)} gs\n".encode("ascii"), b"\nQ")


def _operator(ink: Ink, paint: Painted) -> str:
    return " ".join(f"{part:.4g}" for part in ink) + (" K" if paint.use == "stroke" else " k")


def _picture(pdf: pikepdf.Pdf, paint: Painted, ground: Ink, alpha: float) -> Edit | None:
    """Return the change by which a picture shows blended: another ``Decode``, none of its samples changed."""
    image = paint.picture
    if image is None or "/SMask" in image or image.get("/ColorSpace") != pikepdf.Name.DeviceCMYK:
        return None
    decode = [float(each) for each in image.get("/Decode", _UNCHANGED)]
    grounds = [part for part in ground for _end in range(2)]
    blended = [
        round(alpha * over + (1 - alpha) * below, 6) for over, below in zip(decode, grounds, strict=True)
    ]
    copy = pikepdf.Stream(pdf, image.read_raw_bytes())
    for key in set(image.keys()) - {"/Length"}:
        copy[key] = image[key]
    copy["/Decode"] = pikepdf.Array(blended)
    return Edit(paint, picture=pdf.make_indirect(copy))


def _refusal(page: int, paint: Painted, ground: Ink | None) -> Diagnostic:
    """Return the finding for a paint that stays transparent."""
    kinds = {
        "text": _("Transparent type"),
        "image": _("A transparent picture"),
        "stroke": _("A transparent line"),
        "shading": _("A transparent blend"),
    }
    what = kinds.get(paint.use, _("A transparent area"))
    under = (
        _("what is not one flat colour")
        if ground is None
        else _("its ground by {mode}").format(mode=paint.odd or _("a mask of its own"))
    )
    return transparency_not_flattened(paint.extent.spot(page), what, under)


def make_opaque(pdf: pikepdf.Pdf) -> None:
    """Take away every group and everything that an ExtGState says of transparency, now without effect."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            if isinstance(thing.get("/Group"), pikepdf.Dictionary):
                del thing["/Group"]
            _without_alpha(thing)


def _without_alpha(thing: pikepdf.Object) -> None:
    """Drop transparency from an ExtGState, and from those among an object's resources."""
    for state in states_of(thing):
        for key in ("/ca", "/CA", "/SMask", "/BM", "/AIS"):
            if key in state:
                del state[key]
