"""The font book: every face of the folders, by key, and which one stands in for which."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from newsletter.diagnostics import MachineFault
from newsletter.fonts.face import Face, UnreadableFace

SUFFIXES = {".ttf", ".otf"}
EXTENSION = "-ext"
LAST_RESORTS = ("masthead",)


class FontBook:
    """The faces at hand, in the order of their folders; an earlier folder's face keeps its key."""

    def __init__(self, faces: Iterable[Face], unreadable: Iterable[Path] = ()) -> None:
        """Keep the faces by key; ``unreadable`` files of the folders are only remembered."""
        kept: dict[str, Face] = {}
        doubles: list[Face] = []
        for face in faces:
            if kept.setdefault(face.key, face) is not face:
                doubles.append(face)
        self.faces: Mapping[str, Face] = MappingProxyType(kept)
        self.doubles = tuple(doubles)
        self.unreadable = tuple(unreadable)
        self._stand_ins: dict[tuple[str, str], str | None] = {}

    @classmethod
    def open(cls, folders: Sequence[Path]) -> "FontBook":
        """Return the book of all font files in the folders; a folder that is missing holds none."""
        faces: list[Face] = []
        unreadable: list[Path] = []
        for file in _font_files(folders):
            try:
                faces.append(Face(file))
            except UnreadableFace:
                unreadable.append(file)
        return cls(faces, unreadable)

    def face(self, key: str) -> Face:
        """Return the face of a key; a machine fault if there is none."""
        try:
            return self.faces[key]
        except KeyError:
            known = ", ".join(self.faces) or "none"
            raise MachineFault(f"There is no face “{key}”.", f"Faces at hand: {known}.") from None

    def covers(self, face: str, character: str) -> bool:
        """Return whether a face has a glyph for a character."""
        return self.face(face).covers(character)

    def width(self, face: str, text: str) -> float:
        """Return the advance of a text in one face, in em, set solid."""
        return self.face(face).thousandths(text) / 1000

    def fallback(self, face: str, character: str) -> str | None:
        """Return the face for a character: the wanted one, its extension, any other, or none."""
        key = (face, character)
        if key not in self._stand_ins:
            own = self.face(face).covers(character)
            self._stand_ins[key] = face if own else self._find(face, character)
        return self._stand_ins[key]

    def complete(self, face: str, characters: str) -> str | None:
        """Return the first face, in the order of `fallback`, that has all of the characters."""
        covers = (key for key in self._order(face) if all(map(self.faces[key].covers, characters)))
        return next(covers, None)

    def _find(self, face: str, character: str) -> str | None:
        """Return the first face of the order of stand-ins that has the character."""
        return next((each for each in self._order(face) if self.faces[each].covers(character)), None)

    def _order(self, wanted: str) -> Iterable[str]:
        """Yield the wanted face, its extension, then the rest, those of the same weight first."""
        first = self.face(wanted)
        extension = first.style + EXTENSION
        yield wanted
        if extension in self.faces:
            yield extension
        for key in sorted(self._general, key=lambda each: self.faces[each].weight != first.weight):
            if key not in {wanted, extension}:
                yield key

    @cached_property
    def _general(self) -> tuple[str, ...]:
        """The keys, faces of few characters or display use last."""
        return tuple(sorted(self.faces, key=lambda each: each in LAST_RESORTS))

    def missing(self, text: str, face: str) -> tuple[str, ...]:
        """Return the characters of a text that no face can print, each once, in order."""
        seen = dict.fromkeys(each for each in text if not each.isspace() and each.isprintable())
        return tuple(each for each in seen if self.fallback(face, each) is None)


def _font_files(folders: Sequence[Path]) -> list[Path]:
    """Return the font files of the folders, by folder, then by name."""
    return [
        file
        for folder in folders
        if folder.is_dir()
        for file in sorted(folder.iterdir())
        if file.suffix.lower() in SUFFIXES
    ]
