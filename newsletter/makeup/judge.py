"""The badness of a whole page: what no single cut can see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsletter.makeup.rectangle import Rectangle
from newsletter.makeup.search import Beside, Doglegs, Stack, Tree, White

BUMP_COST = 55.0
TOUCH_COST = 25.0
THROUGH_COST = 45.0
LEAD_LOW_COST = 3.0
LEAD_ASIDE_COST = 60.0
RIVAL_COST = 30.0
ELSEWHERE_COST = 60.0
MONOTONY_COST = 12.0
RANK_COST = 100.0
LEAD_RATIO = 1.5


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle's place: first column and first line, the column and the line after the last."""

    rectangle: Rectangle
    column: int
    line: int

    right: int
    bottom: int


def places(tree: Tree, gap: int, column: int = 0, line: int = 0) -> Iterator[Place]:
    """Return where each rectangle of a tree stands, in reading order."""
    if isinstance(tree, Rectangle):
        yield Place(tree, column, line, column + tree.columns, line + tree.height)
    elif isinstance(tree, White):
        return
    elif isinstance(tree, Doglegs):
        for each in tree.stories:
            yield from places(each.rectangle, gap, column + each.column, line + each.line)
    elif isinstance(tree, Stack):
        yield from places(tree.upper, gap, column, line)
        yield from places(tree.lower, gap, column, line + height_of(tree.upper, gap) + gap)
    else:
        yield from places(tree.left, gap, column, line)
        yield from places(tree.right, gap, column + width_of(tree.left), line)


def height_of(tree: Tree, gap: int) -> int:
    """Return a tree's height in lines."""
    if isinstance(tree, Rectangle | White | Doglegs):
        return tree.height
    if isinstance(tree, Stack):
        return height_of(tree.upper, gap) + gap + height_of(tree.lower, gap)
    return height_of(tree.left, gap)


def width_of(tree: Tree) -> int:
    """Return a tree's width in columns."""
    if isinstance(tree, Rectangle | White | Doglegs):
        return tree.columns
    if isinstance(tree, Beside):
        return width_of(tree.left) + width_of(tree.right)
    return width_of(tree.upper)


def page_badness(tree: Tree, gap: int, lead: str) -> float:
    """Return the badness of a page beyond its parts': bumping heads, touching photos, cuts right through."""
    stand = list(places(tree, gap))
    cost = sum(_pair_badness(one, other) for at, one in enumerate(stand) for other in stand[at + 1 :])
    cost += THROUGH_COST * isinstance(tree, Beside)
    cost += (
        _lead_badness(stand, lead)
        + _rank_badness(stand, lead)
        + _rival_badness(stand, lead)
        + _monotony(tree)
    )
    return cost


def _pair_badness(one: Place, other: Place) -> float:
    """Return the badness of two neighbours: headlines at one height and size (碰题), photos touching."""
    if one.right != other.column and other.right != one.column:
        return 0.0
    cost = 0.0
    upright = [bool(each.rectangle.head.strip) for each in (one, other)]
    if one.line == other.line and upright[0] == upright[1] and _have_headlines(one, other):
        sizes = sorted((one.rectangle.head.headline.size, other.rectangle.head.headline.size))
        cost += BUMP_COST * max(0.0, 1 - 3 * (sizes[1] / sizes[0] - 1))
    if min(one.bottom, other.bottom) > max(one.line, other.line):
        cost += TOUCH_COST * _photos_touch(one, other)
    return cost


def _have_headlines(*stand: Place) -> bool:
    """Return whether all have a headline; what the page before began has none."""
    return all(place.rectangle.head.headline.lines for place in stand)


def _photos_touch(one: Place, other: Place) -> bool:
    """Return whether a photo at the right of the left story meets one at the left of the right story."""
    left, right = (one, other) if one.right == other.column else (other, one)
    if not left.rectangle.body.photos or not right.rectangle.body.photos:
        return False
    if left.rectangle.head.columns or right.rectangle.body.photo_columns < right.rectangle.columns:
        return False
    spans = [_photo_lines(left), _photo_lines(right)]
    return min(spans[0][1], spans[1][1]) > max(spans[0][0], spans[1][0])


def _photo_lines(place: Place) -> tuple[int, int]:
    first = place.line + place.rectangle.above + place.rectangle.head.height + place.rectangle.air
    block = place.rectangle.body.photos
    return first, first + (block.height if block else 0)


def _lead_badness(stand: Sequence[Place], lead: str) -> float:
    """Return the badness of a lead that does not stand at the top left."""
    for place in stand:
        if place.rectangle.story == lead:
            return LEAD_LOW_COST * place.line + LEAD_ASIDE_COST * min(place.column, 1)
    return 0.0


def _rank_badness(stand: Sequence[Place], lead: str) -> float:
    """Return the badness of a lead whose headline is not half as large again as the next."""
    heads = {place.rectangle.story: place.rectangle.head.headline for place in stand}
    sizes = {story: headline.size for story, headline in heads.items() if headline.lines}
    others = [size for story, size in sizes.items() if story != lead]
    return RANK_COST * max(0.0, LEAD_RATIO - sizes[lead] / max(others)) if others and lead in sizes else 0.0


def _rival_badness(stand: Sequence[Place], lead: str) -> float:
    """Return the badness of a page without one dominant photo, or with one that is not the lead's."""
    areas = sorted(
        (
            (width * row.image, place.rectangle.story == lead)
            for place in stand
            for row in place.rectangle.photo_rows
            for width in row.widths
        ),
        reverse=True,
    )
    if len(areas) < 2:
        return 0.0
    strange = any(of_lead for _area, of_lead in areas) and not areas[0][1]
    return RIVAL_COST * max(0.0, 2 - areas[0][0] / areas[1][0]) + ELSEWHERE_COST * strange


def _monotony(tree: Tree) -> float:
    """Return the badness of more than two parts stacked at one width."""
    depth, node = 1, tree
    while isinstance(node, Stack):
        depth, node = depth + 1, node.lower
    return MONOTONY_COST * max(0, depth - 3)
