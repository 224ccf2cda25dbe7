"""A sheet folded and unfolded: where each page of a signature lies, and which way up.

A signature is unfolded from the finished booklet, the last fold first: what lay below turns over the fold
and comes to lie beside. So every arrangement is one that paper can be folded to, and none is a table.
"""

from dataclasses import dataclass
from functools import cache

SIZES = (2, 4, 8, 16, 32)
"""The pages of one sheet: printed on both sides, folded up to four times."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A page in its place: its number in the signature from 1, upside down or not."""

    page: int
    turned: bool


Face = tuple[tuple[Cell, ...], ...]
"""One side of a sheet: rows from the top, cells from the left."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A sheet's two sides; the back is seen as it lies when the sheet is turned like a page."""

    front: Face
    back: Face


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A leaf as it lies: the page that is up, the page that is down, the way up of both."""

    up: int
    down: int
    turned: bool

    def over_upright_fold(self) -> "_Leaf":
        """Return the leaf turned over a fold at its side: its head stays where it is."""
        return _Leaf(self.down, self.up, self.turned)

    def over_level_fold(self) -> "_Leaf":
        """Return the leaf turned over a fold at its head or foot."""
        return _Leaf(self.down, self.up, not self.turned)


_Stack = tuple[_Leaf, ...]
_Stacks = tuple[tuple[_Stack, ...], ...]


@cache
def folded(pages: int) -> Signature:
    """Return the signature of so many pages, one of ``SIZES``; the spine is at the left of page 1.

    Raises ValueError for any other number.
    """
    if pages not in SIZES:
        raise ValueError(f"no sheet folds to {pages} pages")
    leaves = tuple(_Leaf(page, page + 1, turned=False) for page in range(1, pages, 2))
    stacks: _Stacks = ((leaves,),)
    beside = True
    while len(stacks[0][0]) > 1:
        stacks = _beside(stacks) if beside else _above(stacks)
        beside = not beside
    return Signature(_front(stacks), _back(stacks))


def _beside(stacks: _Stacks) -> _Stacks:
    """Unfold over the left edge: the lower half of every stack comes to lie on the left, mirrored."""
    return tuple(
        (
            *(tuple(leaf.over_upright_fold() for leaf in reversed(_lower(stack))) for stack in reversed(row)),
            *(_upper(stack) for stack in row),
        )
        for row in stacks
    )


def _above(stacks: _Stacks) -> _Stacks:
    """Unfold over the top edge: the lower half of every stack comes to lie above, mirrored."""
    above = tuple(
        tuple(tuple(leaf.over_level_fold() for leaf in reversed(_lower(stack))) for stack in row)
        for row in reversed(stacks)
    )
    return (*above, *(tuple(_upper(stack) for stack in row) for row in stacks))


def _upper(stack: _Stack) -> _Stack:
    return stack[: len(stack) // 2]


def _lower(stack: _Stack) -> _Stack:
    return stack[len(stack) // 2 :]


def _front(stacks: _Stacks) -> Face:
    return tuple(tuple(Cell(stack[0].up, stack[0].turned) for stack in row) for row in stacks)


def _back(stacks: _Stacks) -> Face:
    """Return the other side: turned over like a page, left and right change places."""
    return tuple(tuple(Cell(stack[0].down, stack[0].turned) for stack in reversed(row)) for row in stacks)


def half_turned(face: Face) -> Face:
    """Return a side turned by half a turn: last row first, every page the other way up."""
    return tuple(tuple(Cell(cell.page, not cell.turned) for cell in reversed(row)) for row in reversed(face))
