"""Justified sorts put together into the pieces of a line, as few as can be."""

from functools import lru_cache

from newsletter.compose.classes import LATIN
from newsletter.compose.galley import Galley
from newsletter.compose.justifying import Justified
from newsletter.fonts import FontBook
from newsletter.lines import Piece


def assemble(galley: Galley, first: int, last: int, end: int, line: Justified, book: FontBook) -> list[Piece]:
    """Return the pieces of the sorts ``first`` to ``last``; spaces up to ``end`` hang on the last one."""
    sorts, offsets, tracks, halves = galley.sorts, galley.offsets, line.tracks, line.halves
    if last > first and not galley.joints[last - 1]:
        tracks[-1] = tracks[
            -2
        ]  # nobody sees what follows the last sort: let it be one piece with its neighbour
    pieces: list[Piece] = []
    begun = first
    for at in [*_ends_of_pieces(galley, first, last, line), last]:
        sort, place = sorts[at], at - first
        text = galley.text[offsets[begun] : offsets[at + 1]]
        if sort.kind == LATIN:
            pieces += word_pieces(text, sort.face, tracks[place], book)
        else:
            pieces.append(Piece(text, sort.face, tracks[place] / 1000, halves[place]))
        begun = at + 1
    return _with_spaces(pieces, galley.text[offsets[last + 1] : offsets[end]])


def _ends_of_pieces(galley: Galley, first: int, last: int, line: Justified) -> list[int]:
    """Return the sorts after which something changes, the line's last one left out."""
    tracks, halves = line.tracks, line.halves
    joints = galley.joints[first:last]
    changes = zip(joints, tracks, tracks[1:], halves, halves[1:], strict=False)
    return [first + at for at, (joint, a, b, c, d) in enumerate(changes) if joint or a != b or c is not d]


def _with_spaces(pieces: list[Piece], spaces: str) -> list[Piece]:
    """Return the pieces, the last one with the spaces at which the line was broken."""
    if spaces and pieces:
        tail = pieces[-1]
        pieces[-1] = Piece(tail.text + spaces, tail.face, tail.tracking, tail.halved)
    return pieces


@lru_cache(maxsize=8192)
def word_pieces(word: str, face: str, track: int, book: FontBook) -> tuple[Piece, ...]:
    """Return a Latin word set solid with white after its last letter only.

    Cutting off the last letter loses its kerning with the one before, which is then given as tracking.
    """
    if not track:
        return (Piece(word, face),)
    tail = Piece(word[-1], face, track / 1000)
    if len(word) == 1:
        return (tail,)
    measure = book.face(face).thousandths
    kern = round(measure(word) - measure(word[:-1]) - measure(word[-1]))
    if not kern:
        return (Piece(word[:-1], face), tail)
    kern = round(measure(word) - measure(word[:-2]) - measure(word[-2]) - measure(word[-1]))
    head = (Piece(word[:-2], face),) if len(word) > 2 else ()
    return (*head, Piece(word[-2], face, kern / 1000), tail)
