"""What a manifest holds before anyone knows what it means: text, lists, tables; each knows its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it is written, always text; none where nothing is written.

    ``rows`` are the lines of a value that is written on several, each with its words.
    """

    text: str | None
    at: Span
    rows: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple["Node", ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: str
    at: Span
    value: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, each key once."""

    entries: tuple[Entry, ...]
    at: Span

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Listing | Table
