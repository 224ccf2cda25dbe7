"""Parts of a page in columns and lines: stretches as people write them, areas as make-up reckons in."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from newsletter.language import _

ENDS = frozenset(("end", "末", "底"))
"""What stands for the last column or line of a page."""
_STRETCH = re.compile(r"(\d{1,3})(?:\s*[-–—~～至到]+\s*(\d{1,3}|end|末|底))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Columns or lines from the first to the last, both counted from 1; without a last to the page's end."""

    first: int
    last: int | None = None

    def __str__(self) -> str:
        """Return the stretch as it is written."""
        return f"{self.first}-{'end' if self.last is None else self.last}"

    @property
    def amount(self) -> int | None:
        """How many they are, none where that depends on the page."""
        return None if self.last is None else self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page's room for stories: first column and line, counted from 0, and its size."""

    column: int
    line: int
    columns: int
    lines: int

    @property
    def right(self) -> int:
        """The column after the last."""
        return self.column + self.columns

    @property
    def bottom(self) -> int:
        """The line after the last."""
        return self.line + self.lines

    def within(self, other: "Area") -> bool:
        """Return whether the whole area lies in another."""
        across = other.column <= self.column and self.right <= other.right
        return across and other.line <= self.line and self.bottom <= other.bottom

    def clear_of(self, other: "Area", gap: int) -> bool:
        """Return whether two areas stand beside each other, or one over the other with a gap of lines."""
        beside = self.right <= other.column or other.right <= self.column
        return beside or self.bottom + gap <= other.line or other.bottom + gap <= self.line


def area_of(columns: Stretch, lines: Stretch, page: Area) -> Area:
    """Return what two stretches mark out on a page; it may reach beyond the page."""
    right, bottom = columns.last or page.columns, lines.last or page.lines
    column, line = columns.first - 1, lines.first - 1
    return Area(column, line, right - column, bottom - line)


def read_stretch(value: Any) -> Stretch:
    """Return a stretch written 1-4, 43-end or [1, 4]."""
    found = read_extent(list(value) if isinstance(value, tuple) else value)
    if isinstance(found, Stretch):
        return found
    raise _no_stretch(value)


def read_extent(value: Any) -> int | Stretch | None:
    """Return a stretch, or an amount where only that is written."""
    if value is None or isinstance(value, Stretch):
        return value
    if isinstance(value, list) and len(value) == 2:
        value = f"{value[0]}-{value[1]}"
    plain = unicodedata.normalize("NFKC", str(value)).strip()
    written = _STRETCH.fullmatch(plain) if isinstance(value, int | str) else None
    if not written:
        raise _no_stretch(value)
    first = _counted(int(written[1]), value)
    if written[2] is None:
        return first
    last = None if written[2] in ENDS else int(written[2])
    if last is not None and last < first:
        raise _no_stretch(value)
    return Stretch(first, last)


def _counted(number: int, value: Any) -> int:
    """Return a number that counts from 1."""
    if number < 1:
        raise PydanticCustomError("greater_than_equal", "not 1 or more: {value}", {"value": str(value)})
    return number


def _no_stretch(value: Any) -> PydanticCustomError:
    message = _("not from one number to another: {value}")
    return PydanticCustomError("stretch", message, {"value": str(value)})


def written(extent: int | Stretch | None) -> int | str | None:
    """Return an extent as an editor writes it."""
    return str(extent) if isinstance(extent, Stretch) else extent


Extent = Annotated[int | Stretch | None, PlainValidator(read_extent), PlainSerializer(written)]
"""An amount of columns or lines, or which of them."""
Between = Annotated[Stretch, PlainValidator(read_stretch), PlainSerializer(written)]
"""From which column or line to which."""
