"""Pieces of a paragraph put into printing form and joined into runs; what was set right is reported once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsletter.copy_source import faults
from newsletter.copy_source.inline import Piece, joined, parted
from newsletter.copy_source.moving import Moving, original
from newsletter.diagnostics import Diagnostic, Span
from newsletter.language import _
from newsletter.manuscript import Block, Edge, Emphasis, Paragraph, Reading, Run
from newsletter.normalise import Change, Edit, Spaces, normalise

T = TypeVar("T")
PAUSING = {Block.CROSSHEAD, Block.VERSE, Block.VERSE_TITLE, Block.VERSE_AUTHOR}


@dataclass(frozen=True, slots=True)
class Correction:
    """What would set a file right: the place, the characters there, those that belong there."""

    at: Span
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Corrected(Generic[T]):
    """A paragraph or line in printing form, what is reported of it, and what would set its file right."""

    value: T
    reports: tuple[Diagnostic, ...] = ()
    corrections: tuple[Correction, ...] = ()
    readings: tuple[Reading, ...] = ()


def corrected_paragraph(
    pieces: Sequence[Piece], block: Block, span: Span, marker: str, starts: Sequence[int] = ()
) -> Corrected[Paragraph | None]:
    """Return the pieces as a paragraph in printing form, none where nothing is left.

    ``starts`` are the pieces that begin a line of their own.
    """
    result = normalise("".join(piece.text for piece in pieces), _spaces(block))
    before = _edges(pieces)
    moving = Moving(result.edits)
    runs = tuple(_runs(pieces, result.text, moving))
    edges = tuple(moving.edges(before))
    first = edges[0] if edges else Edge(0, span.line, span.column)
    length = max(1, span.column + span.length - first.column) if first.line == span.line else 1
    place = Span(span.file, first.line, first.column, length)
    breaks = dict.fromkeys(moving.shift(before[at].offset) for at in starts if at < len(before))
    inner = tuple(at for at in breaks if 0 < at < len(result.text))
    paragraph = Paragraph(block, runs, place, marker, edges, breaks=inner)
    fixes = (Correction(_place(edit, before, span), edit.old, edit.new) for edit in result.edits)
    reports = tuple(_reports(result.edits, before, span))
    return Corrected(paragraph if runs else None, reports, tuple(fixes))


def _spaces(block: Block) -> Spaces:
    """Return what spaces mean: a pause in a crosshead or verse, what parts two names in a signature."""
    if block in (Block.SIGNATURE, Block.TABLE_TITLE):
        return Spaces.PARTING
    return Spaces.PAUSE if block in PAUSING else Spaces.NOTHING


def corrected_text(text: str, at: Span | None, spaces: Spaces) -> Corrected[str]:
    """Return a headline, byline or caption in printing form, its readings apart."""
    plain, readings = parted(text)
    result = normalise(plain, spaces)
    moved = tuple(_moved_readings(readings, result.edits))
    place = at or Span("")
    reports = tuple(_reports(result.edits, (Edge(0, place.line, place.column),), place))
    fixes = (Correction(place, text, joined(result.text, moved)),) if result.edits and at else ()
    return Corrected(result.text, reports, fixes, moved)


def _moved_readings(readings: Sequence[Reading], edits: Sequence[Edit]) -> Iterator[Reading]:
    """Return the readings in the text set right."""
    moving = Moving(edits)
    for each in readings:
        start, stop = moving.shift(each.start), moving.shift(each.stop)
        if stop > start:
            yield Reading(start, stop, each.sound)


def _edges(pieces: Sequence[Piece]) -> tuple[Edge, ...]:
    """Return where the pieces stand in the file."""
    edges, offset = [], 0
    for piece in pieces:
        edges.append(Edge(offset, piece.line, piece.column))
        offset += len(piece.text)
    return tuple(edges)


def _runs(pieces: Sequence[Piece], text: str, moving: Moving) -> Iterator[Run]:
    """Return the text as runs; neighbours set alike are one run."""
    offset, start = 0, 0
    held: tuple[str, Emphasis, str] = ("", Emphasis.PLAIN, "")
    for piece in pieces:
        offset += len(piece.text)
        end = moving.shift(offset)
        part, start = text[start:end], end
        if (piece.emphasis, piece.reading) != held[1:] or piece.reading:
            yield from _run(held)
            held = ("", piece.emphasis, piece.reading)
        held = (held[0] + part, piece.emphasis, piece.reading)
    yield from _run(held)


def _run(held: tuple[str, Emphasis, str]) -> Iterator[Run]:
    if held[0]:
        yield Run(*held)


def _reports(edits: Sequence[Edit], edges: Sequence[Edge], span: Span) -> Iterator[Diagnostic]:
    """Return one finding for what cannot be seen and one for everything else."""
    unseen = [edit for edit in edits if edit.kind is Change.INVISIBLE]
    seen = [edit for edit in edits if edit.kind is not Change.INVISIBLE]
    if unseen:
        codes = dict.fromkeys(f"U+{ord(each):04X}" for edit in unseen for each in edit.old)
        yield faults.invisible_character(_place(unseen[0], edges, span), ", ".join(codes))
    if seen:
        yield faults.set_right(_place(seen[0], edges, span), _summary(seen), len(seen))


def _place(edit: Edit, edges: Sequence[Edge], span: Span) -> Span:
    place = original(edges, edit.at)
    return Span(span.file, place.line, place.column, len(edit.old))


def _summary(edits: Sequence[Edit]) -> str:
    """Return what was changed as “,” → “，” ×3; spaces by their number."""
    counts: dict[str, int] = {}
    for edit in edits:
        counts[_words(edit)] = counts.get(_words(edit), 0) + 1
    return _(", ").join(words + (f" ×{count}" if count > 1 else "") for words, count in counts.items())


def _words(edit: Edit) -> str:
    """Return what one change did."""
    if edit.kind is Change.SPACE:
        return _("a space dropped")
    if edit.kind is Change.FORM:
        return f"{' '.join(f'U+{ord(each):04X}' for each in edit.old)} → “{edit.new}”"
    return f"“{edit.old}” → “{edit.new}”"
