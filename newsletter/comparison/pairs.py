"""Which page of the one state is which of the other."""

from collections.abc import Iterator

from newsletter.comparison.made import MadePage, MadePages

Pair = tuple[MadePage | None, MadePage | None]
SAME_NUMBER = 0.5
"""What a page's number counts beside its stories, of which all that it shares count 1."""


def pairs(old: MadePages, new: MadePages) -> tuple[Pair, ...]:
    """Return the pages side by side: by their numbers; where there are more or fewer, by their stories.

    A page put in before others does not make another page of each of them.
    """
    if len(old) == len(new):
        return tuple(_by_number(old, new))
    return tuple(_aligned(old, new))


def _by_number(old: MadePages, new: MadePages) -> Iterator[Pair]:
    before, after = ({page.number: page for page in pages} for pages in (old, new))
    for number in sorted({*before, *after}):
        yield before.get(number), after.get(number)


def _aligned(old: MadePages, new: MadePages) -> list[Pair]:
    """Return the pairs, in the order of both, that have most in common."""
    best: list[list[tuple[float, list[Pair]]]] = [
        [(0.0, [(page, None) for page in old[:before]]) for before in range(len(old) + 1)]
    ]
    for after, page in enumerate(new):
        row = [(best[after][0][0], [*best[after][0][1], (None, page)])]
        for before, other in enumerate(old):
            alike = _alike(other, page)
            met = best[after][before]
            row.append(
                max(
                    (met[0] + alike, [*met[1], (other, page)]) if alike else (-1.0, []),
                    (best[after][before + 1][0], [*best[after][before + 1][1], (None, page)]),
                    (row[before][0], [*row[before][1], (other, None)]),
                    key=lambda each: each[0],
                )
            )
        best.append(row)
    return best[-1][-1][1]


def _alike(old: MadePage, new: MadePage) -> float:
    """Return how much two pages have in common."""
    shared = len({*old.stories} & {*new.stories})
    return shared / max(1, len(old.stories), len(new.stories)) + SAME_NUMBER * (old.number == new.number)
