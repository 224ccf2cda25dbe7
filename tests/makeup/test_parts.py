"""The parts of make-up: crops keep the focus, legs are level, the search finds the optimum."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from newsletter.issue import Photo, Pixels
from newsletter.lengths import Mm, Pt
from newsletter.makeup.crop import crop_around_focus, crop_need, placed_ppi
from newsletter.makeup.headblock import HeadBlock, HeadPart
from newsletter.makeup.rectangle import Body, Legs, Rectangle
from newsletter.makeup.search import Beside, Search, Stack, leaves_of

sizes = st.integers(200, 8000)
fractions = st.floats(0, 1)
sides = st.floats(20, 300)


@given(sizes, sizes, fractions, fractions, sides, sides)
def test_a_crop_has_the_frames_shape_keeps_the_focus_and_stays_inside(width, height, x, y, across, down):
    photo = Photo(id="a", focus=(x, y), pixels=Pixels(width=width, height=height))
    crop = crop_around_focus(photo, Mm(across), Mm(down))
    assert 0 <= crop.left < crop.right <= 1.000001 and 0 <= crop.top < crop.bottom <= 1.000001
    assert crop.left - 1e-5 <= x <= crop.right + 1e-5 and crop.top - 1e-5 <= y <= crop.bottom + 1e-5
    shape = (crop.right - crop.left) * width / ((crop.bottom - crop.top) * height)
    assert abs(shape / (across / down) - 1) < 0.02


def test_a_photo_kept_whole_or_in_a_shape_is_not_cropped_to_another():
    whole = Photo(id="a", keep="whole", pixels=Pixels(width=3000, height=2000))
    assert crop_need(whole, 150, 100, 0.4).allowed
    assert not crop_need(whole, 100, 100, 0.4).allowed
    square = Photo(id="b", keep="1:1", pixels=Pixels(width=3000, height=2000))
    assert crop_need(square, 80, 80, 0.4).allowed
    assert not crop_need(square, 150, 100, 0.4).allowed


def test_resolution_is_that_of_the_cropped_part():
    photo = Photo(id="a", pixels=Pixels(width=3000, height=2000))
    assert round(placed_ppi(photo, 254, 254 * 2 / 3)) == 300
    assert round(placed_ppi(photo, 254, 254)) == 200


def _leaf(story, columns, height, cost):
    head = HeadBlock(None, HeadPart((), Pt(12), Pt(14)), None, 1, 0.0)
    body = Body(height - 1, Legs(columns, 12.0, 1.6), None, 0, 0, 0, 0, 0.0)
    return Rectangle(story, columns, height, head, 0, body, cost)


curves = st.dictionaries(st.integers(2, 9), st.integers(0, 50).map(float), min_size=1, max_size=5)


def _brute(search, members, width, height):
    """The least cost by trying everything, without the search's curves."""
    stories = [at for at in range(len(search.leaves)) if members >> at & 1]
    if len(stories) == 1:
        found = search.leaves[stories[0]][width - 1].get(height)
        return found.cost if found else float("inf")
    best = float("inf")
    for size in range(1, len(stories)):
        for part in itertools.combinations(stories, size):
            first = sum(1 << at for at in part)
            rest = members ^ first
            for upper in range(1, height - search.gap):
                cost = _brute(search, first, width, upper)
                if cost < best:
                    cost += _brute(search, rest, width, height - search.gap - upper)
                    best = min(best, cost + search.stack_cost(first, rest))
            for left in range(1, width):
                cost = _brute(search, first, left, height)
                if cost < best:
                    best = min(best, cost + _brute(search, rest, width - left, height))
    return best


@given(st.lists(st.lists(curves, min_size=2, max_size=2), min_size=1, max_size=3), st.integers(8, 14))
def test_the_search_finds_what_trying_everything_finds(stories, height):
    leaves = [
        [{h: _leaf(str(at), w + 1, h, cost) for h, cost in curve.items()} for w, curve in enumerate(widths)]
        for at, widths in enumerate(stories)
    ]
    order = [1.0, 3.0, 2.0][: len(leaves)]
    search = Search(leaves, order, 2, height, 1)
    expected = _brute(search, search.whole, 2, height)
    assert search.cost(2, height) == expected or abs(search.cost(2, height) - expected) < 1e-9
    bounded = Search(leaves, order, 2, height, 1, page=True).cost(2, height)
    assert bounded == expected or abs(bounded - expected) < 1e-9
    for cost, tree in search.trees(2, height, 5):
        assert cost >= expected - 1e-9
        assert sorted(leaf.story for leaf in leaves_of(tree)) == sorted(str(at) for at in range(len(leaves)))
        assert _height(tree, 1) == height


def _height(tree, gap):
    if isinstance(tree, Stack):
        return _height(tree.upper, gap) + gap + _height(tree.lower, gap)
    if isinstance(tree, Beside):
        assert _height(tree.left, gap) == _height(tree.right, gap)
        return _height(tree.left, gap)
    return tree.height
