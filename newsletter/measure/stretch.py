"""How far the Han characters of a line are driven apart."""

from itertools import pairwise

from newsletter.measure.legs import Line
from newsletter.measure.marks import is_han


def stretch(line: Line) -> float:
    """Return the widest space between two neighbouring Han characters of a line, in em; 0 for none.

    A space of the copy is none of the setter's.
    """
    gaps = (
        (other.x - one.end) / one.size
        for one, other in pairwise(line.row.glyphs)
        if is_han(one.char) and is_han(other.char) and not other.spaced and one.size == other.size
    )
    return max(gaps, default=0.0)
