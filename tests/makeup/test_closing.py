"""Pages that stay open closed: exchanges two and three ways, and few stories shared out exactly."""

import functools
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from issues import issue
from newsletter.dummy import Dummy
from newsletter.issue import Issue, Rank
from newsletter.makeup import make_up
from newsletter.makeup.covering import Covering
from newsletter.makeup.exchanges import FEW, SEVERAL, exchanges, turns
from tests.shipped import shipped_faces, shipped_layout

NOT_SWAPPED, NOT_CHAINED, HARD = 896, 930, 346
"""Issues by lot whose pages, shared by areas alone, miss; the last only fills by one of very few sharings."""


@functools.cache
def _shared(name: str, seed: int) -> tuple[Issue, Dummy]:
    layout = shipped_layout(name)
    whole = issue(seed, layout)
    dummy = make_up(whole, layout, shipped_faces()).value
    assert dummy is not None
    return whole, dummy


def _unfilled(dummy: Dummy) -> list[int]:
    return [
        page.number
        for page in dummy.pages
        if page.overset or any(fit.short >= fit.legs for fit in page.fits) or not page.fits
    ]


def test_pages_short_and_pages_over_are_filled_by_exchanges():
    assert _unfilled(_shared("bulletin", NOT_SWAPPED)[1]) == []


def test_a_small_issue_is_shared_out_exactly_where_exchanges_end():
    whole, dummy = _shared("bulletin", HARD)
    assert _unfilled(dummy) == []
    assert sorted(fit.story for page in dummy.pages for fit in page.fits) == sorted(
        each.id for each in whole.articles
    )


def test_the_first_of_the_strongest_stories_opens_an_issue_without_leads():
    layout = shipped_layout("bulletin")
    whole = issue(NOT_SWAPPED, layout)
    ranks = {Rank.LEAD: Rank.STANDARD, Rank.MAJOR: Rank.STANDARD}
    plain = [each.model_copy(update={"rank": ranks.get(each.rank, each.rank)}) for each in whole.articles]
    strong = next(each for each in plain if each.rank is Rank.STANDARD)
    dummy = make_up(whole.model_copy(update={"articles": tuple(plain)}), layout, shipped_faces()).value
    assert dummy is not None
    assert strong.id in {fit.story for fit in dummy.pages[0].fits}


def test_exchanges_move_one_page_s_stories_and_no_others():
    free = {0: ["a", "b"], 1: ["c"], 2: ["d", "e"]}
    simple = list(exchanges(0, free, FEW))
    assert {"a": 1} in simple and {"c": 0} in simple and {"b": 2, "e": 0} in simple
    assert all(0 in change.values() or set(change) & {"a", "b"} for change in simple)
    assert {"a": 2, "b": 2, "d": 0, "e": 0} in list(exchanges(0, free, SEVERAL))
    assert {"a": 1, "c": 2, "d": 0} in list(turns(0, free))


SIZES = st.lists(st.integers(min_value=1, max_value=9), min_size=2, max_size=7)


@given(SIZES, st.integers(min_value=0, max_value=2), st.booleans())
def test_few_stories_cover_all_pages_wherever_any_sharing_does(sizes, slack, bound):
    stories = [f"s{at}" for at in range(len(sizes))]
    area = dict(zip(stories, sizes, strict=True))
    pages = [0, 1]
    most = sum(sizes) // 2 + slack
    fixed = {"s0": 1} if bound else {}

    def fills(_at: int, share: frozenset[str]) -> bool:
        return most - 2 <= sum(area[each] for each in share) <= most

    found = Covering(stories, fixed, pages, fills, fills, lambda _at, _share: 0.0).found()
    ways = [dict(zip(stories, way, strict=True)) for way in product(pages, repeat=len(stories))]
    good = [
        way
        for way in ways
        if fixed.items() <= way.items()
        and all(fills(at, frozenset(each for each in stories if way[each] == at)) for at in pages)
        and all(at in way.values() for at in pages)
    ]
    assert found in good if good else not found
