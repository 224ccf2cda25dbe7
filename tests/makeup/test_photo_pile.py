"""Photo blocks one below the other: the best for every height, as putting every two together finds it."""

from hypothesis import given
from hypothesis import strategies as st

from newsletter.makeup.photopile import Given, Pile
from newsletter.makeup.photorow import PhotoBlock

MOST = 12
heaps = st.dictionaries(st.integers(1, MOST), st.integers(0, 30).map(float), max_size=6)


def _given(costs: dict[int, float]) -> Given:
    return Given({height: PhotoBlock((), height, cost) for height, cost in costs.items()}, MOST)


@given(heaps, heaps, st.integers(0, 2), st.booleans())
def test_the_best_of_all_pairs_stands_at_every_height(upper, lower, gap, bare):
    pile = Pile(MOST, gap)
    uppers = {**upper, **({0: 0.0} if bare else {})}
    pile.put(_given(uppers), _given(lower))
    best: dict[int, float] = {}
    for over, one in uppers.items():
        for below, other in lower.items():
            height = over + (gap if over else 0) + below
            if height <= MOST:
                best[height] = min(one + other, best.get(height, 1e9))
    assert {height: cost for height, cost in enumerate(pile.costs.tolist()) if cost < 1e8} == best
    for height, cost in best.items():
        assert pile.block(height).cost == cost
