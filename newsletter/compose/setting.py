"""How a paragraph is set."""

from dataclasses import dataclass
from typing import Literal

from newsletter.manuscript import DOTS, Emphasis

Align = Literal["justify", "left", "center", "right"]
Punctuation = Literal["quanjiao", "kaiming", "banjiao"]

NARROWEST_GAP = 0.125
WIDEST_GAP = 0.5


@dataclass(frozen=True, slots=True)
class RubyType:
    """How readings are set: a face, and their size in em of the base's size."""

    face: str
    size: float


@dataclass(frozen=True, slots=True)
class Setting:
    """Faces by key and lengths in em of the style's size.

    ``indent`` is the white before the first line, ``hanging`` before the following ones. ``gap`` stands
    between Han and Latin; justifying takes it from 1/8 to 1/2 em (clreq, 中西文间距).
    """

    face: str
    strong: str
    stress: str
    measure: float
    indent: float = 2.0
    align: Align = "justify"
    punctuation: Punctuation = "quanjiao"
    gap: float = 0.25
    hanging: float = 0.0
    ruby: RubyType | None = None

    def face_of(self, emphasis: Emphasis) -> str:
        """Return the face of a run."""
        if emphasis in (Emphasis.STRONG, Emphasis.BOTH):
            return self.strong
        return self.stress if emphasis is Emphasis.STRESS and self.stress != DOTS else self.face
