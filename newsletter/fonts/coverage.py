"""Which face sets each character of a text, for those who ask before they print."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsletter.characters import leaves_ink
from newsletter.fonts.book import FontBook

ASKED = ("song", "hei", "kai", "masthead")
"""The faces that a text is asked of: 宋, 黑, 楷 and the publication's name."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A character with the face that sets it for each face that is asked; none where no face has it."""

    character: str
    faces: Mapping[str, str | None]

    @property
    def code(self) -> str:
        """The code point as U+4E2D."""
        return f"U+{ord(self.character):04X}"

    @property
    def shown(self) -> str:
        """The character, □ for one that no terminal shows."""
        return self.character if self.character.isprintable() else "□"

    @property
    def is_missing(self) -> bool:
        """Whether no face has it."""
        return not any(self.faces.values())


def coverage(book: FontBook, text: str) -> tuple[Covered, ...]:
    """Return every character of a text that leaves ink, once, with the faces that set it."""
    asked = [face for face in ASKED if face in book.faces] or list(book.faces)
    different = (each for each in dict.fromkeys(text) if leaves_ink(each))
    return tuple(Covered(each, {face: book.fallback(face, each) for face in asked}) for each in different)
