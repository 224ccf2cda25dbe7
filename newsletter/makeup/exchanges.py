"""The ways to change which stories stand on which pages: moves, exchanges, turns round three pages."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

Change = dict[str, int]
FEW = ((1, 0), (0, 1), (1, 1))
"""How many stories leave a page and come to it: moves, and exchanges of one for one."""
SEVERAL = ((2, 0), (0, 2), (1, 2), (2, 1), (2, 2))
"""The same of two stories at a time."""


def exchanges(
    at: int, free: Mapping[int, Sequence[str]], counts: Sequence[tuple[int, int]]
) -> Iterator[Change]:
    """Yield the exchanges of so many stories between one page and each other; ``free`` may be moved."""
    for other in free:
        if other == at:
            continue
        for leaving, coming in counts:
            pairs = product(combinations(free[at], leaving), combinations(free[other], coming))
            yield from ({**dict.fromkeys(out, other), **dict.fromkeys(back, at)} for out, back in pairs)


def turns(at: int, free: Mapping[int, Sequence[str]]) -> Iterator[Change]:
    """Yield how one story each moves on round three pages, the last one's to the first."""
    for second, third in product(free, free):
        if len({at, second, third}) == 3:
            for one, two, three in product(free[at], free[second], free[third]):
                yield {one: second, two: third, three: at}
