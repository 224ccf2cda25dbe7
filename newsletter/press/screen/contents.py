"""A tagged page's content stream read: what is marked as what, and what is not marked at all."""

import re
from dataclasses import dataclass, field

import pikepdf

from newsletter.press.operators import Operation, operations

_MCID = re.compile(rb"/MCID\s+(\d+)")
_SHOWN = frozenset((b"Tj", b"TJ", b"'", b'"', b"Do", b"sh", b"BI"))
_PAINTED = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"))
ORNAMENT = -1
"""The number of what is marked as no part of the text."""
INNER = -2
"""The number of a mark within a mark, which has none of its own."""


@dataclass(slots=True)
class MarkedContent:
    """The numbers marked on a page, and how often it paints outside of a mark."""

    numbers: set[int] = field(default_factory=set)
    loose: int = 0
    open: list[int] = field(default_factory=list)

    def take(self, operation: Operation) -> None:
        """Take down an operation."""
        operator = operation.operator
        if operator in (b"BDC", b"BMC"):
            self._begin(operation)
        elif operator == b"EMC" and self.open:
            self.open.pop()
        elif operator in _SHOWN or operator in _PAINTED:
            self.loose += not any(number != INNER for number in self.open)

    def _begin(self, operation: Operation) -> None:
        found = _MCID.search(operation.operands)
        if found:
            self.numbers.add(int(found[1]))
            self.open.append(int(found[1]))
        else:
            ornament = operation.operands.lstrip().startswith(b"/Artifact")
            self.open.append(ORNAMENT if ornament else INNER)


def marked_content(page: pikepdf.Page) -> MarkedContent:
    """Return what is marked on a page."""
    found = MarkedContent()
    contents = page.obj.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    stream = b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))
    for operation in operations(stream):
        found.take(operation)
    return found
