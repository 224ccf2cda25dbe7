"""The font book: every face of the folders, by key, and which one stands in for which."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from newsletter.characters import leaves_ink
from newsletter.diagnostics import MachineFault
from newsletter.fonts.face import Face, UnreadableFace
from newsletter.fonts.kinship import NEXT_OF_KIN

SUFFIXES = {".ttf", ".otf"}
EXTENSION = "-ext"


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
        self._orders: dict[str, tuple[str, ...]] = {}

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

    def fallback(self, face: str, cluster: str) -> str | None:
        """Return the face that sets a character, or a letter with its accents: none if no face has it.

        ``stand_ins`` says the order. Of a cluster that no one face has whole, the letter decides.
        """
        key = (face, cluster)
        if key not in self._stand_ins:
            own = self.face(face).sets(cluster)
            self._stand_ins[key] = face if own else self._find(face, cluster)
        return self._stand_ins[key]

    def complete(self, face: str, characters: str) -> str | None:
        """Return the first face, in the order of `stand_ins`, that has all of the characters."""
        covers = (key for key in self.stand_ins(face) if all(map(self.faces[key].covers, characters)))
        return next(covers, None)

    def _find(self, face: str, cluster: str) -> str | None:
        """Return the first face of the order of stand-ins that has all of a cluster, else its first."""
        order = self.stand_ins(face)
        whole = next((each for each in order if self.faces[each].sets(cluster)), None)
        if whole or len(cluster) == 1:
            return whole
        return next((each for each in order if self.faces[each].covers(cluster[0])), None)

    def stand_ins(self, wanted: str) -> tuple[str, ...]:
        """Return every face in the order in which it is asked for a character; the wanted one first.

        Then come, each time the nearest weight first: the other weights of its family and the family's
        extension (``hei-ext`` of ``hei``); faces of the same style; faces of the next styles, as
        ``kinship.NEXT_OF_KIN`` has them (for 黑 these are 宋, 仿宋, 楷); display faces such as the
        masthead's. Of faces equally near the one whose folder comes first wins: the workspace's own.
        """
        if wanted not in self._orders:
            first = self.face(wanted)
            others = sorted(self.faces.values(), key=lambda each: _distance(first, each))
            self._orders[wanted] = tuple(each.key for each in others)
        return self._orders[wanted]

    def missing(self, text: str, face: str) -> tuple[str, ...]:
        """Return the characters of a text that no face can print, each once, in order."""
        seen = dict.fromkeys(each for each in text if leaves_ink(each))
        return tuple(each for each in seen if self.fallback(face, each) is None)


def _distance(wanted: Face, other: Face) -> tuple[bool, bool, int, int]:
    """Return how far a face is from standing in for another; of two as far the earlier one comes first."""
    stranger = other.stem.removesuffix(EXTENSION) != wanted.stem.removesuffix(EXTENSION)
    kin = NEXT_OF_KIN[wanted.style].index(other.style)
    return other is not wanted, stranger, kin, abs(other.weight - wanted.weight)


def _font_files(folders: Sequence[Path]) -> list[Path]:
    """Return the font files of the folders, by folder, then by name."""
    return [
        file
        for folder in folders
        if folder.is_dir()
        for file in sorted(folder.iterdir())
        if file.suffix.lower() in SUFFIXES
    ]
