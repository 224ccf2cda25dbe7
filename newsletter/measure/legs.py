"""Stacks to body lines: which are followed by more of their paragraph, which open a leg."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from newsletter.measure.columns import Stack, face_of
from newsletter.measure.items import going_on
from newsletter.measure.marks import is_marked
from newsletter.measure.places import INDENTED, Place, places_of
from newsletter.measure.rows import Row


@dataclass(frozen=True, slots=True)
class Line:
    """A body line: its stack, its column's ``left`` edge in points, its indent from there in em.

    ``full`` lines are followed by more of their paragraph and should reach the column's right edge;
    ``goes_on`` those that follow a full line; ``first`` those that open a leg right after another one;
    a line of an indented passage may end as far before that edge as its ``inset`` after the other, in em.
    """

    row: Row
    stack: int
    left: float
    indent: float
    full: bool
    goes_on: bool
    first: bool
    inset: float = 0.0


def lines_of(stacks: Sequence[Stack]) -> list[Line]:
    """Return the body's lines in the order of the file."""
    face = face_of(stacks)
    before = (None, *stacks[:-1])
    found = (places_of(stack, at, before[at], face) for at, stack in enumerate(stacks))
    places = list(chain.from_iterable(found))
    listed = going_on(places)
    on = [
        _goes_on(one, other) if said is None else said and _one_face(one.row, other.row)
        for (one, other), said in zip(pairwise(places), listed, strict=False)
    ] + [False]
    return [
        Line(
            place.row,
            place.stack,
            place.left,
            place.indent,
            full=on[at] and bool(place.row.han),
            goes_on=at > 0 and on[at - 1],
            first=place.first,
            inset=place.inset,
        )
        for at, place in enumerate(places)
    ]


def _goes_on(one: Place, other: Place) -> bool:
    """Return whether a row's paragraph, of no list, goes on in the next one."""
    if one.stack != other.stack and not other.first:
        return False
    if not _one_face(one.row, other.row) or one.displayed or other.displayed:
        return False
    if other.indent > INDENTED:
        return _in_passage(one, other) and one.reaches and not one.stops and not is_marked(other.row.text)
    return (other.indents and one.indent <= INDENTED) or not one.stops or one.reaches


def _in_passage(one: Place, other: Place) -> bool:
    """Return whether two rows may be of one paragraph of an indented passage."""
    return one.inset > 0 and other.starts_at(one.inset)


def _one_face(one: Row, other: Row) -> bool:
    """Return whether two rows share a face: a head, a byline, a quotation in 楷 is no part of the text."""
    return (
        not one.han
        or not other.han
        or not {each.font for each in one.han}.isdisjoint(each.font for each in other.han)
    )
