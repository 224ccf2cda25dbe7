"""Composed lines: what `compose` makes of a paragraph and every later stage only reads."""

from dataclasses import dataclass

from newsletter.manuscript import Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring characters of a line that are set alike.

    ``face`` names a face of the font book (``song``, ``hei``, ``kai``, ``song-ext`` …).
    ``tracking`` is the space after every character, in em of the line's size, possibly negative.
    ``halved`` marks are set half as wide by the font's ``halt`` feature, ``proportional`` words by ``pwid``
    for the apostrophe in them, ``wide`` dashes by ``fwid`` over whole em. ``scale`` is the size in parts of
    the line's. What is ``added`` is no part of the copy: the hyphen of a divided word.
    """

    text: str
    face: str
    tracking: float = 0.0
    halved: bool = False
    scale: float = 1.0
    proportional: bool = False
    wide: bool = False
    added: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One set line, white where it has no pieces; lengths in em of its size.

    ``start`` is the white before the first piece; ``width`` runs from the start of the first piece to
    the end of the last character without the tracking after it; ``full`` lines reach the measure.
    ``stretch`` is the largest space put between two neighbouring Han characters, negative when taken away.
    ``readings`` stand over the line's characters, ``dots`` under those of the offsets (着重号).
    """

    pieces: tuple[Piece, ...]
    start: float
    width: float
    full: bool
    stretch: float = 0.0
    readings: tuple[Reading, ...] = ()
    dots: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The line's characters, as they are in the copy."""
        return "".join(piece.text for piece in self.pieces if not piece.added)
