"""Transparency groups: blended in CMYK where they are needed, gone where nothing is transparent."""

from collections.abc import Iterator

import pikepdf


def settle_groups(pdf: pikepdf.Pdf) -> None:
    """Set every transparency group to DeviceCMYK, or drop all groups where nothing is transparent.

    The engine gives its groups DeviceRGB (WeasyPrint 70), in which CMYK would be blended by way of RGB.
    A group also keeps black inside it from overprinting what lies below.
    """
    grouped = [each for each in pdf.objects if isinstance(each, pikepdf.Object) and _has_group(each)]
    needed = any(is_transparent(each) for each in pdf.objects)
    for each in grouped:
        if needed:
            each["/Group"]["/CS"] = pikepdf.Name.DeviceCMYK
        else:
            del each["/Group"]


def _has_group(thing: pikepdf.Object) -> bool:
    """Return whether a page or a form is a transparency group."""
    return isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and isinstance(
        thing.get("/Group"), pikepdf.Dictionary
    )


def is_transparent(thing: pikepdf.Object) -> bool:
    """Return whether an object brings transparency: a soft-masked image, resources with such a state."""
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return False
    if isinstance(thing.get("/SMask"), pikepdf.Stream):
        return True
    return any(is_transparent_state(state) for state in states_of(thing))


def soft_masks(pdf: pikepdf.Pdf) -> frozenset[tuple[int, int]]:
    """Return the object numbers of the groups that serve as soft masks."""
    things = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream))
    masks = (state.get("/SMask") for thing in things for state in states_of(thing))
    return frozenset(
        mask["/G"].objgen for mask in masks if isinstance(mask, pikepdf.Dictionary) and "/G" in mask
    )


def states_of(thing: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Return the ExtGStates among an object and its resources."""
    resources = thing.get("/Resources", thing)
    states = resources.get("/ExtGState") if isinstance(resources, pikepdf.Dictionary) else None
    entries = list(states.as_dict().values()) if isinstance(states, pikepdf.Dictionary) else []
    yield from (state for state in (thing, *entries) if isinstance(state, pikepdf.Dictionary))


def is_transparent_state(state: pikepdf.Object) -> bool:
    """Return whether an ExtGState asks for alpha under 1, a blend mode or a soft mask."""
    if not isinstance(state, pikepdf.Dictionary):
        return False
    mask, mode = state.get("/SMask"), state.get("/BM", pikepdf.Name.Normal)
    alphas = [state.get(key, 1) for key in ("/ca", "/CA")]
    return (
        isinstance(mask, pikepdf.Dictionary)
        or mode not in (pikepdf.Name.Normal, pikepdf.Name.Compatible)
        or any(float(alpha) < 1 for alpha in alphas)
    )
