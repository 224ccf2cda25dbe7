"""The records: elements by the names of PDF's standard structure types, areas of pages under them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsletter.dummy import Box
from newsletter.lengths import Mm


class Kind(StrEnum):
    """What stands in an area."""

    TEXT = "text"
    READING = "reading"  # what stands over the Han of a line
    PICTURE = "picture"
    PLACE = "place"  # what a template filled: lines of type nobody else knows of


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page: what begins in ``box``, in mm from the trim's top left, belongs together.

    ``says`` is the text in plain words where the type alone does not give it: a divided word, a space at a
    line's end. Of a line's characters, white not counted, only those from ``start`` to before ``stop`` are
    meant, all the rest where ``stop`` is none.
    """

    page: int
    box: Box
    kind: Kind = Kind.TEXT
    says: str = ""
    start: int = 0
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: ``top`` in mm from the trim's top."""

    page: int
    top: Mm


@dataclass(frozen=True, slots=True)
class Element:
    """A part of the issue; ``alternative`` is what is read in its place, of a link what it leads to.

    ``title`` names it in the tree. ``scope`` is that of a table's head: “Column”.
    """

    tag: str
    inner: tuple["Element | Area", ...] = ()
    title: str = ""
    alternative: str = ""
    scope: str = ""
    target: Target | None = None

    def areas(self) -> Iterator[Area]:
        """Yield the areas of the element and of all in it, in reading order."""
        for each in self.inner:
            if isinstance(each, Area):
                yield each
            else:
                yield from each.areas()

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all in it, in reading order."""
        yield self
        for each in self.inner:
            if isinstance(each, Element):
                yield from each.walk()
