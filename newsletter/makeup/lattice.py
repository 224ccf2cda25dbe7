"""Which sets of stories a page is searched for: all sets of a few parts, each a story or a group of stories.

Three to the power of the parts are the divisions that are weighed. Where a page has more stories than can be
parted in all ways, the lightest stand together as groups, whose own stories are parted in all ways too.
"""

from collections.abc import Iterator, Sequence

EXACT = 9
"""The most stories of a page, or parts of a set, that are parted in all ways."""
MANY, LEAST_EXACT = 12, 8
"""Beyond so many stories no more parts than these: groups give a page enough ways to be filled."""
GROUP = 6
"""The most parts of a group where stories must stand together."""


def lattice(weights: Sequence[tuple[float, ...]], exact: int = EXACT) -> dict[int, tuple[int, ...]]:
    """Return every set of stories that is searched, smaller ones first, with the parts that it has.

    A set is a number with a bit for each story. ``weights`` say which stories are the lightest.
    """
    exact = min(exact, LEAST_EXACT) if len(weights) > MANY else exact
    parts = {1 << at: weight for at, weight in enumerate(weights)}
    found: dict[int, tuple[int, ...]] = dict.fromkeys(parts, ())
    while len(parts) > exact:
        count = min(GROUP, len(parts) - exact + 1)
        lightest = sorted(parts, key=lambda part: (parts[part], part))[:count]
        found.update(_sets(lightest))
        heaviest = max(parts[part] for part in lightest)
        for part in lightest:
            del parts[part]
        parts[sum(lightest)] = heaviest
    found.update(_sets(sorted(parts)))
    return found


def _sets(parts: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield every set of more than one part, with each of its own sets of fewer."""
    sums = [0] * (1 << len(parts))
    for number in range(1, len(sums)):
        low = number & -number
        sums[number] = sums[number ^ low] | parts[low.bit_length() - 1]
        if number != low:
            yield sums[number], tuple(sums[each] for each in _fewer(number))


def _fewer(number: int) -> Iterator[int]:
    """Yield the numbers whose bits are some of a number's, but not all."""
    fewer = (number - 1) & number
    while fewer:
        yield fewer
        fewer = (fewer - 1) & number
