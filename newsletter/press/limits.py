"""What a shop's limits ask of the reading of a page: how its plates are drawn, which type is small."""

from dataclasses import dataclass
from pathlib import Path

from newsletter.condition import Condition
from newsletter.lengths import Mm, Pt


@dataclass(frozen=True, slots=True)
class Limits:
    """The CMYK profile that RGB is separated for, the most ink in per cent, margin, bleed, least type."""

    profile: Path | None
    ink: float
    safe: Mm
    bleed: Mm
    smallest_type: Pt


def limits_of(condition: Condition) -> Limits:
    """Return the limits of a printer profile."""
    return Limits(
        profile=condition.icc,
        ink=condition.ink_limit,
        safe=condition.safe,
        bleed=condition.bleed,
        smallest_type=condition.smallest_type,
    )
