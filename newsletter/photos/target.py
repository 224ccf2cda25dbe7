"""Targets: what pictures are made for, the press of a printer condition or a screen."""

from dataclasses import dataclass
from pathlib import Path

from newsletter.condition import Condition

PRESS_QUALITY = 88
SCREEN_QUALITY = 80
LOSS_ROOM = 3.0
"""Per cent of ink kept free under the limit, so that the JPEG's loss seldom leads above it."""

SCREEN_ENOUGH = 130.0
SCREEN_PPI = 150.0
SCREEN_SHARPEN = 40


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of a picture: inks or screen colours, resolution, ink limit, sharpening, quality.

    ``inks`` is the condition's CMYK profile: where pictures go for the press, and what CMYK originals
    without a profile are taken to be made for. Above ``ceiling`` ppi pictures are brought down to it, or
    to what a JPEG decodes to at less cost if that is ``enough`` ppi. ``ink_limit`` and ``sharpen`` are per
    cent, no limit on a screen.
    """

    inks: Path
    inks_sha256: str
    intent: str
    enough: float
    ceiling: float
    sharpen: int
    quality: int
    ink_limit: float | None

    @property
    def mode(self) -> str:
        """The image library's name of the colour space: CMYK for the press, RGB for a screen."""
        return "RGB" if self.ink_limit is None else "CMYK"

    @property
    def most_ink(self) -> float | None:
        """The most ink in per cent that pixels are given before the JPEG's loss, none on a screen."""
        return None if self.ink_limit is None else self.ink_limit - LOSS_ROOM

    def key(self) -> tuple[str, ...]:
        """Return everything that tells one target's pictures from another's."""
        colour = (self.inks_sha256, self.intent, self.ink_limit)
        return tuple(map(str, (*colour, self.enough, self.ceiling, self.sharpen, self.quality)))


def press_target(condition: Condition) -> Target:
    """Return the target of a printer condition."""
    return Target(
        inks=condition.icc,
        inks_sha256=condition.icc_sha256,
        intent=condition.intent,
        enough=condition.ppi_warn,
        ceiling=condition.ppi_ceiling,
        sharpen=condition.sharpen,
        quality=PRESS_QUALITY,
        ink_limit=condition.ink_limit,
    )


def screen_target(condition: Condition) -> Target:
    """Return the target of the screen edition: sRGB, 150 ppi."""
    return Target(
        inks=condition.icc,
        inks_sha256=condition.icc_sha256,
        intent=condition.intent,
        enough=SCREEN_ENOUGH,
        ceiling=SCREEN_PPI,
        sharpen=SCREEN_SHARPEN,
        quality=SCREEN_QUALITY,
        ink_limit=None,
    )
