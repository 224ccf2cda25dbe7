"""The best of the pages found: judged whole, with the legs of all its stories cut."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsletter.issue import Rank
from newsletter.makeup.judge import page_badness
from newsletter.makeup.rectangle import Desk, Rectangle
from newsletter.makeup.search import Doglegs, Stack, Tree, White, leaves_of

FAULTY = 15.0
"""The badness of a cut from which another rectangle of the same width and height is looked for."""
UNSET = 500.0
"""The badness of legs that cannot be cut as the search foresaw, so that the page is not full after all."""


def best_page(found: Sequence[tuple[float, Tree]], desk: Desk, lead: str) -> tuple[Tree, float]:
    """Return the page of least badness, and its badness.

    Cutting legs takes time and makes no page better than it is without: pages are cut in the order of that
    badness, until none that is left can beat the best.
    """
    gap = desk.layout.limits.gap
    joints = [cost - sum(each.cost for each in leaves_of(tree)) for cost, tree in found]
    order = sorted(
        (joints[at] + page_badness(tree, gap, lead) + sum(map(_uncut, leaves_of(tree))), at)
        for at, (_cost, tree) in enumerate(found)
    )
    best, chosen = float("inf"), found[0][1]
    for bound, at in order:
        if bound >= best:
            break
        for tree in _cuttable(found[at][1], desk):
            cost = joints[at] + page_badness(tree, gap, lead)
            cost += sum(_cut_cost(each, desk) for each in leaves_of(tree))
            if cost < best:
                best, chosen = cost, tree
    return chosen, best


def is_full(tree: Tree) -> bool:
    """Return whether all text of a page has room and no room is left but the last lines of some legs."""
    return all(not each.body.overset and each.body.spare < each.body.legs.count for each in leaves_of(tree))


def is_filled(tree: Tree, desk: Desk) -> bool:
    """Return whether a page is full and its legs can be cut so."""
    return is_full(tree) and is_set(tree, desk)


def lines_off(tree: Tree) -> int:
    """Return by how many lines the stories of a page are over, negative for white."""
    bodies = [each.body for each in leaves_of(tree)]
    return sum(each.overset for each in bodies) or -sum(each.spare for each in bodies)


def is_set(tree: Tree, desk: Desk) -> bool:
    """Return whether the legs of a page can be cut as the search foresaw: none is lower, no text is over."""
    return all(_is_set(each, desk) for each in leaves_of(tree))


def _is_set(rectangle: Rectangle, desk: Desk) -> bool:
    body, cast = rectangle.body, desk.legs(rectangle)
    white = sum(body.rooms) - sum(map(len, cast.legs)) - bool(cast.jump)
    return white < max(body.legs.count, body.spare + 1) and len(cast.over) <= body.overset


def is_clean(tree: Tree, desk: Desk) -> bool:
    """Return whether nothing is at fault with the legs of a page."""
    return not any(desk.legs(each).faults for each in leaves_of(tree))


def has_heads_over(tree: Tree, desk: Desk) -> bool:
    """Return whether every head that an editor wants over a photo lies there."""
    asked = (each for each in leaves_of(tree) if desk.copies[each.story].article.headline_over)
    return all(each.head.over for each in asked)


def _uncut(rectangle: Rectangle) -> float:
    """Return a rectangle's badness without what the search put down for what a cut finds out."""
    return rectangle.cost - rectangle.body.foreseen


def _cut_cost(rectangle: Rectangle, desk: Desk) -> float:
    """Return a rectangle's badness with its legs cut."""
    missed = 0.0 if _is_set(rectangle, desk) else UNSET
    return _uncut(rectangle) + desk.legs(rectangle).cost + missed


def _cuttable(tree: Tree, desk: Desk) -> Iterator[Tree]:
    """Return a page, and where legs are at fault the same page with other rectangles in their places."""
    yield tree
    if any(_is_faulty(each, desk) for each in leaves_of(tree)):
        yield _mended(tree, desk)


def _is_faulty(rectangle: Rectangle, desk: Desk) -> bool:
    """Return whether another rectangle of the same width and height may have better legs."""
    return desk.legs(rectangle).cost >= FAULTY or not _is_set(rectangle, desk)


def _mended(tree: Tree, desk: Desk) -> Tree:
    """Return a page with the best rectangle of the same width and height wherever legs are at fault."""
    if isinstance(tree, Stack):
        return Stack(_mended(tree.upper, desk), _mended(tree.lower, desk))
    if isinstance(tree, Rectangle):
        return _best_alike(tree, desk) if _is_faulty(tree, desk) else tree
    if isinstance(tree, White | Doglegs):
        return tree
    return replace(tree, left=_mended(tree.left, desk), right=_mended(tree.right, desk))


def _best_alike(rectangle: Rectangle, desk: Desk) -> Rectangle:
    """Return the rectangle of the same story, width and height that is best with its legs cut.

    The order of headlines on the page stays: a lead's gets no smaller, no other story's gets larger.
    """
    best, chosen = float("inf"), rectangle
    leads = desk.copies[rectangle.story].article.rank is Rank.LEAD
    size = rectangle.head.headline.size
    others = (
        each
        for each in desk.alike(rectangle)
        if (each.head.headline.size >= size if leads else each.head.headline.size <= size)
    )
    for other in sorted(others, key=_uncut):
        if _uncut(other) >= best:
            break
        cost = _cut_cost(other, desk)
        if cost < best:
            best, chosen = cost, other
    return chosen
