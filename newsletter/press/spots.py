"""Spot inks: colours of the layout that have a plate of their own, their tints with them (套红)."""

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from newsletter.condition import Inks

_NEAR = 0.01
"""How far a plate of a tint may be from the spot's share of it: layouts round their tints."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An ink by the name that the shop knows it by, and the mixture that shows it without that ink."""

    name: str
    inks: Inks


def tint_of(ink: Inks, spots: Sequence[Spot]) -> tuple[str, float] | None:
    """Return the colour space and the tint that print a mixture as a spot ink; none for other mixtures.

    Black alone is never a spot: it has its plate.
    """
    for place, spot in enumerate(spots):
        strongest = max(spot.inks)
        share = ink[spot.inks.index(strongest)] / strongest if strongest else 0.0
        parts = zip(ink, spot.inks, strict=True)
        if any(spot.inks[:3]) and 0 < share <= 1 and all(abs(a - share * b) < _NEAR for a, b in parts):
            return space_key(place), round(share, 4)
    return None


def space_key(place: int) -> str:
    """Return the name of a spot's colour space in resources."""
    return f"/PressSpot{place}"


def spot_spaces(spots: Sequence[Spot]) -> dict[str, pikepdf.Array]:
    """Return the colour spaces of spot inks by name (ISO 32000-1, 8.6.6.4)."""
    return {space_key(place): _space(spot) for place, spot in enumerate(spots)}


def _space(spot: Spot) -> pikepdf.Array:
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=list(spot.inks), N=1)
    name = pikepdf.Name("/" + spot.name)
    return pikepdf.Array([pikepdf.Name.Separation, name, pikepdf.Name.DeviceCMYK, tint])
