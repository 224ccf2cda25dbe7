"""What is at fault with the legs of a story, and how many characters more or less would mend it."""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsletter.dummy import Foot, LegFault, SetLine
from newsletter.makeup.copyfit import Passage, is_heading
from newsletter.makeup.feet import white_after
from newsletter.makeup.legs import Take

TOLERATED = frozenset((Foot.CLEAN, Foot.ORPHAN, Foot.PARTED))
BEYOND = {Foot.HEADING: -1, Foot.HEADING_LINE: -2, Foot.WIDOW: 0, Foot.SIGN_OFF: 0}
"""Where the line at fault stands, counted from the next leg's first."""
PARTED = frozenset((Foot.HEADING, Foot.HEADING_LINE))
PUSHED = 2
"""The characters that a line needs beyond the measure to become two lines."""


def faults(
    takes: Sequence[Take], heights: Sequence[int], passages: Sequence[Passage], measure: float
) -> Iterator[LegFault]:
    """Return the faults of legs of so many lines; the end of the text is none."""
    feet = [(foot, at) for at, take in enumerate(takes) for foot in take.feet]
    lines = [line for take in takes for line in take.lines]
    for leg, end in enumerate(accumulate(heights)):
        if 0 < end < min(sum(heights), len(lines)) and feet[end - 1][0] not in TOLERATED:
            foot, at = feet[end - 1]
            mended = _mended(foot, passages, min(at, len(passages) - 1))
            cut, add = _remedies(foot, mended.lines[-1], measure)
            place = mended.paragraph.span if mended.paragraph else None
            yield LegFault(foot, leg, lines[end + BEYOND[foot]].line.text, place, cut, add)


def _mended(foot: Foot, passages: Sequence[Passage], at: int) -> Passage:
    """Return the passage that would mend a fault: the paragraph itself, or the one before a heading."""
    if foot in PARTED:
        return next((each for each in reversed(passages[:at]) if not is_heading(each)), passages[at])
    return passages[at]


def _remedies(foot: Foot, last: SetLine, measure: float) -> tuple[int, int]:
    """Return how many characters to cut from or add to the passage; 0 where that is no help."""
    cut = sum(not each.isspace() for each in last.line.text)
    add = math.floor(max(0.0, white_after(last, measure))) + PUSHED
    return (0 if foot is Foot.HEADING else cut), (add if foot in (Foot.HEADING, Foot.WIDOW) else 0)
