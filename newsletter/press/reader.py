"""A content stream being read: the state it has come to, and what it enters into the page's ledger."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newsletter.press.area import Extent
from newsletter.press.canvas import Colour, Path, State
from newsletter.press.facts import Use
from newsletter.press.fonts import FontBook
from newsletter.press.ledger import Ledger
from newsletter.press.matrix import IDENTITY, Matrix
from newsletter.press.operators import Operation, operations
from newsletter.press.resources import Resources

MOST_OPERATIONS = 1_500_000
"""Operations read of one file before it counts as hostile: some 60 dense newspaper pages take 60 000."""


class TooMuch(Exception):
    """A file with more operations than any newspaper has."""


@dataclass(slots=True)
class Budget:
    """The operations that may still be read."""

    left: int = MOST_OPERATIONS

    def spend(self) -> None:
        """Take one; raises ``TooMuch`` when none is left."""
        self.left -= 1
        if self.left < 0:
            raise TooMuch


@dataclass(slots=True)
class Reader:
    """One content stream; ``actions`` says what each operator does to the reader."""

    ledger: Ledger
    resources: Resources
    fonts: FontBook
    budget: Budget
    actions: "Mapping[bytes, Action]"
    state: State = field(default_factory=State)
    saved: list[State] = field(default_factory=list)
    path: Path = field(default_factory=Path)
    text: Matrix = IDENTITY
    text_line: Matrix = IDENTITY
    depth: int = 0

    def read(self, stream: bytes) -> None:
        """Enter everything that the stream paints."""
        for operation in operations(stream):
            self.budget.spend()
            action = self.actions.get(operation.operator)
            if action is not None:
                action(self, operation)

    def inner(self, state: State, resources: Resources) -> "Reader":
        """Return the reader of a form called from here."""
        return Reader(
            self.ledger, resources, self.fonts, self.budget, self.actions, state, depth=self.depth + 1
        )

    def paint(self, use: Use, colour: Colour, extent: Extent) -> None:
        """Enter paint where it shows; a pattern's colours are entered when the pattern is chosen."""
        shown = extent.within(self.state.clip)
        if not shown.empty and not colour.space.startswith("Pattern"):
            self.ledger.painted(use, colour, shown, self.state.overprint_mode)


Action = Callable[[Reader, Operation], None]
