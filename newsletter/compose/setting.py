"""How a paragraph is set."""

from dataclasses import dataclass
from typing import Literal

from newsletter.manuscript import DOTS, Emphasis

Align = Literal["justify", "left", "center", "right"]
Punctuation = Literal["quanjiao", "kaiming", "banjiao"]
LineStart = Literal["half", "full"]
LineEnd = Literal["half", "full", "either"]

NARROWEST_GAP = 0.125
WIDEST_GAP = 0.5
TIGHTEST = 0.05
LOOSENED = 0.16


@dataclass(frozen=True, slots=True)
class RubyType:
    """How readings are set: a face, and their size in em of the base's size."""

    face: str
    size: float


@dataclass(frozen=True, slots=True)
class Setting:
    """Faces by key and lengths in em of the style's size.

    ``indent`` is the white before the first line, ``hanging`` before the following ones. ``gap`` stands
    between Han and Latin; justifying takes it from 1/8 to 1/2 em (clreq, 中西文间距). ``line_start`` and
    ``line_end`` say how wide an opening mark at a line's start and a closing one at its end are; ``either``
    is full where the line has the white. ``tightest`` is the most that may be taken from between two
    characters when marks and gaps have given all, ``loosened`` the most that may be put there when other
    lines than the best are asked for. ``hyphenation`` is the language whose rules divide Latin
    words (``en_GB``), empty for none. ``latin`` are the sizes of Latin letters and digits beside the Han of
    a face, by its key.
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
    line_start: LineStart = "half"
    line_end: LineEnd = "half"
    tightest: float = TIGHTEST
    loosened: float = LOOSENED
    hyphenation: str = ""
    latin: tuple[tuple[str, float], ...] = ()
    ruby: RubyType | None = None

    def face_of(self, emphasis: Emphasis) -> str:
        """Return the face of a run."""
        if emphasis in (Emphasis.STRONG, Emphasis.BOTH):
            return self.strong
        return self.stress if emphasis is Emphasis.STRESS and self.stress != DOTS else self.face

    def latin_scale(self, face: str) -> float:
        """Return the size of a face's Latin letters in parts of its Han's."""
        return next((scale for key, scale in self.latin if key == face), 1.0)
