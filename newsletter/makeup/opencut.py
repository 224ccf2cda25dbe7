"""Open ends: legs filled to the last line with a story that goes on elsewhere, cut where it is best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from newsletter.makeup.feet import PRICES
from newsletter.makeup.legs import Cut, Take, cuts_at
from newsletter.makeup.passage import Passage
from newsletter.manuscript import Block

AWAY = 3
"""How many lines from where a story's own lines end a paragraph is cut that others are asked to move."""


@dataclass(frozen=True, slots=True)
class End:
    """An end after so many lines of a passage."""

    passage: int
    lines: int


@dataclass(frozen=True, slots=True)
class OpenCut:
    """The takes up to an end, the legs that they fill and the badness of both."""

    takes: tuple[Take, ...]
    cut: Cut
    end: End
    cost: float


def cut_open(
    takes: Sequence[Sequence[Take]],
    passages: Sequence[Passage],
    rooms: Sequence[int],
    least: int,
    most: int,
) -> OpenCut | None:
    """Return the best legs that end within a line of each other and set up to ``most`` lines, or none."""
    ends = {
        at: [_last(takes[at][0], end) for end in some]
        for at, some in groupby(_ends(takes, passages, rooms, most), key=lambda end: end.passage)
    }
    best: OpenCut | None = None
    for at, last, cut in cuts_at(takes, ends, rooms, least):
        cost = cut.cost + PRICES[last.feet[-1]]
        if best is None or cost < best.cost:
            some = (*takes[:at], (last,))
            chosen = tuple(each[number] for each, number in zip(some, cut.takes, strict=True))
            best = OpenCut(chosen, cut, End(at, len(last.lines)), cost)
    return best


def _last(whole: Take, end: End) -> Take:
    """Return the take of a passage up to an end."""
    return Take(whole.lines[: end.lines], whole.feet[: end.lines], whole.cost)


def _ends(
    takes: Sequence[Sequence[Take]], passages: Sequence[Passage], rooms: Sequence[int], most: int
) -> Iterator[End]:
    """Yield the ends that can fill the rooms, near where the copy's own lines do."""
    high = min(sum(rooms), most)
    low = high - max(0, sum(room > 0 for room in rooms) - 1)
    fewest = [0, *accumulate(min(len(take.lines) for take in some) for some in takes)]
    longest = [0, *accumulate(max(len(take.lines) for take in some) for some in takes)]
    own = [0, *accumulate(len(some[0].lines) for some in takes)]
    for at, some in enumerate(takes[: len(passages)]):
        for lines in range(1, len(some[0].lines) + 1):
            if fewest[at] + lines > high or longest[at] + lines < low:
                continue
            if low - AWAY <= own[at] + lines <= min(high + AWAY, most) and _may_end(passages[at], lines):
                yield End(at, lines)


def _may_end(passage: Passage, lines: int) -> bool:
    """Return whether a part may end after so many lines of a passage: within prose, or after all of it."""
    if lines == len(passage.lines):
        return True
    paragraph = passage.paragraph
    prose = paragraph is not None and paragraph.block is Block.TEXT and not paragraph.roll
    return prose and passage.setting is not None
