"""Content streams on their way from ink to light, type and pictures marked as they are met."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from newsletter.press.marks import NAME as MARKS
from newsletter.press.matrix import IDENTITY, Matrix, moved, of, times
from newsletter.press.operators import Operation, name, numbers, operations
from newsletter.press.overprint import Ink, overprint_states
from newsletter.press.screen.colours import Colour
from newsletter.press.screen.marking import Marker

Edges = tuple[float, float, float, float]
STATES = frozenset(overprint_states())


@dataclass(slots=True)
class Rewriter:
    """A content stream being rewritten; type that starts outside ``within`` is left out.

    Without a ``marker`` nothing is marked: what is in a form is marked where the form is shown.
    """

    colour: Callable[[Ink], Colour]
    spots: Mapping[str, Ink] = field(default_factory=dict)
    within: Edges | None = None
    marker: Marker | None = None
    known: dict[bytes, bytes] = field(default_factory=dict)
    matrix: Matrix = IDENTITY
    text: Matrix = IDENTITY
    saved: list[Matrix] = field(default_factory=list)
    spot: Ink | None = None

    def rewritten(self, stream: bytes) -> Iterator[bytes]:
        """Return the stream in pieces."""
        kept = 0
        for operation in operations(stream):
            action = _ACTIONS.get(operation.operator)
            written = action(self, operation) if action else None
            if written is not None:
                yield stream[kept : operation.start]
                yield written
                kept = operation.end
        yield stream[kept:]

    def save(self, _operation: Operation) -> None:
        self.saved.append(self.matrix)

    def restore(self, _operation: Operation) -> None:
        self.matrix = self.saved.pop() if self.saved else self.matrix

    def transform(self, operation: Operation) -> None:
        self.matrix = times(of(numbers(operation.operands)), self.matrix)

    def begin(self, _operation: Operation) -> None:
        self.text = IDENTITY
        if self.marker:
            self.marker.begin()

    def face(self, operation: Operation) -> None:
        if self.marker:
            self.marker.face(operation)

    def place(self, operation: Operation) -> None:
        self.text = of(numbers(operation.operands))

    def next_line(self, operation: Operation) -> None:
        parts = numbers(operation.operands)
        self.text = times(of((1.0, 0.0, 0.0, 1.0, *parts)), self.text)

    def show(self, operation: Operation) -> bytes | None:
        """Return nothing for a string that starts where the reader's page does not reach."""
        if self.within is None:
            return None
        x, y = moved((0.0, 0.0), times(self.text, self.matrix))
        left, bottom, right, top = self.within
        if not (left <= x <= right and bottom <= y <= top):
            return b""
        return self.marker.shown(operation, x, y) if self.marker else None

    def end(self, operation: Operation) -> bytes | None:
        """Return the end of type with that of what was marked in it."""
        return self.marker.ended(operation) if self.marker else None

    def draw(self, operation: Operation) -> bytes | None:
        """Return lines and areas as what is no part of the text."""
        return self.marker.drawn(operation) if self.marker else None

    def paint(self, operation: Operation) -> bytes | None:
        """Return ``k`` as ``rg``, ``K`` as ``RG``."""
        whole = operation.operands + operation.operator
        if whole not in self.known:
            self.known[whole] = self._light(operation)
        return self.known[whole]

    def _light(self, operation: Operation) -> bytes:
        cyan, magenta, yellow, black, *_rest = (*numbers(operation.operands), 0.0, 0.0, 0.0, 1.0)
        parts = " ".join(f"{part:.4g}" for part in self.colour((cyan, magenta, yellow, black)))
        return f"{parts} {'RG' if operation.operator == b'K' else 'rg'}".encode("ascii")

    def space(self, operation: Operation) -> bytes | None:
        """Note a spot ink, whose tint follows; its space goes."""
        self.spot = self.spots.get(name(operation.operands))
        return None if self.spot is None else b""

    def tint(self, operation: Operation) -> bytes | None:
        """Return the tint of a spot ink as the mixture that shows it, in light."""
        if self.spot is None:
            return None
        (share,) = numbers(operation.operands)
        mixture = " ".join(f"{share * part:.6g}" for part in self.spot).encode("ascii") + b" "
        paint = b"K" if operation.operator.isupper() else b"k"
        return self.paint(operation._replace(operator=paint, operands=mixture))

    def state(self, operation: Operation) -> bytes | None:
        """Return nothing for a state of overprint."""
        return b"" if name(operation.operands) in STATES else None

    def form(self, operation: Operation) -> bytes | None:
        """Return nothing for the marks, a picture marked."""
        if name(operation.operands) == MARKS:
            return b""
        return self.marker.pictured(operation, *moved((0.5, 0.5), self.matrix)) if self.marker else None


_Action = Callable[[Rewriter, Operation], bytes | None]
_PATHS = (b"m", b"re", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"n", b"sh", b"BI")
_ACTIONS: dict[bytes, _Action] = {
    b"q": Rewriter.save,
    b"Q": Rewriter.restore,
    b"cm": Rewriter.transform,
    b"BT": Rewriter.begin,
    b"ET": Rewriter.end,
    b"Tf": Rewriter.face,
    b"Tm": Rewriter.place,
    b"gs": Rewriter.state,
    b"Do": Rewriter.form,
    **dict.fromkeys((b"Td", b"TD"), Rewriter.next_line),
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), Rewriter.show),
    **dict.fromkeys((b"k", b"K"), Rewriter.paint),
    **dict.fromkeys((b"cs", b"CS"), Rewriter.space),
    **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), Rewriter.tint),
    **dict.fromkeys(_PATHS, Rewriter.draw),
}
