"""Justified sorts put together into the pieces of a line, as few as can be."""

from dataclasses import replace
from functools import lru_cache

from newsletter.compose.classes import LATIN
from newsletter.compose.galley import Galley
from newsletter.compose.justifying import Justified
from newsletter.compose.tokens import APOSTROPHE
from newsletter.compose.typecase import HYPHEN, width_of_word
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
            pieces += word_pieces(text, sort.face, tracks[place], sort.scale, book)
        else:
            pieces.append(Piece(text, sort.face, tracks[place] / 1000, halves[place], wide=sort.wide))
        begun = at + 1
    if sorts[last].hyphen and end < len(sorts):
        pieces.append(Piece(HYPHEN, sorts[last].face, scale=sorts[last].scale, added=True))
    return _with_spaces(pieces, galley.text[offsets[last + 1] : offsets[end]])


def _ends_of_pieces(galley: Galley, first: int, last: int, line: Justified) -> list[int]:
    """Return the sorts after which something changes, the line's last one left out."""
    tracks, halves = line.tracks, line.halves
    joints = galley.joints[first:last]
    changes = zip(joints, tracks, tracks[1:], halves, halves[1:], strict=False)
    found = [first + at for at, (joint, a, b, c, d) in enumerate(changes) if joint or a != b or c is not d]
    return [at for at in found if galley.joints[at] or not galley.sorts[at].hyphen]


def _with_spaces(pieces: list[Piece], spaces: str) -> list[Piece]:
    """Return the pieces, the last one with the spaces at which the line was broken."""
    if spaces and pieces:
        tail = pieces[-1]
        pieces[-1] = replace(tail, text=tail.text + spaces)
    return pieces


@lru_cache(maxsize=8192)
def word_pieces(word: str, face: str, track: int, scale: float, book: FontBook) -> tuple[Piece, ...]:
    """Return a Latin word set solid with white after its last letter only.

    Cutting off the last letter loses its kerning with the one before, which is then given as tracking.
    """
    proportional = APOSTROPHE in word

    def piece(text: str, tracking: int = 0) -> Piece:
        return Piece(text, face, tracking / 1000, scale=scale, proportional=proportional)

    def width(text: str) -> float:
        return width_of_word(text, face, scale, book) if text else 0.0

    if not track:
        return (piece(word),)
    if len(word) == 1:
        return (piece(word, track),)
    if not round(width(word) - width(word[:-1]) - width(word[-1])):
        return (piece(word[:-1]), piece(word[-1], track))
    kern = round(width(word) - width(word[:-2]) - width(word[-2]) - width(word[-1]))
    head = (piece(word[:-2]),) if len(word) > 2 else ()
    return (*head, piece(word[-2], kern), piece(word[-1], track))
