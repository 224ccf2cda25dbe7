"""Feet of legs: what a leg's end after each line of a passage would spoil."""

from collections.abc import Sequence

from newsletter.dummy import Foot, SetLine

SHORT_BY = 1.0
"""The white in em from which a paragraph's last line is called short."""


PRICES = {
    Foot.CLEAN: 0.0,
    Foot.ORPHAN: 3.0,
    Foot.HEADING_LINE: 25.0,
    Foot.PARTED: 60.0,
    Foot.WIDOW: 80.0,
    Foot.SIGN_OFF: 110.0,
    Foot.HEADING: 150.0,
}
"""The badness of each, on the scale of a page's."""


def heading_feet(lines: Sequence[SetLine]) -> tuple[Foot, ...]:
    """Return the feet of a crosshead or of anything else that must not be parted from what follows."""
    return (Foot.HEADING,) * len(lines)


def bound_feet(bonds: Sequence[bool]) -> tuple[Foot, ...]:
    """Return the feet of lines of which some are bound to the next."""
    return tuple(Foot.PARTED if bound else Foot.CLEAN for bound in bonds)


def paragraph_feet(lines: Sequence[SetLine], measure: float, after_heading: bool) -> tuple[Foot, ...]:
    """Return the feet of a paragraph's lines at a measure in em."""
    feet = [Foot.CLEAN] * len(lines)
    if len(lines) > 1:
        feet[0] = Foot.ORPHAN
    if lines and after_heading:
        feet[0] = Foot.HEADING_LINE
    if len(lines) > 1 and white_after(lines[-1], measure) > SHORT_BY:
        feet[-2] = max(feet[-2], Foot.WIDOW, key=PRICES.__getitem__)
    return tuple(feet)


def white_after(line: SetLine, measure: float) -> float:
    """Return the white in em after a line's last character."""
    return measure - line.line.start - line.line.width
