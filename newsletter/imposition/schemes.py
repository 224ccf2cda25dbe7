"""The ways of imposing: how an issue's pages become sheets that are cut, folded, stitched or glued."""

from enum import StrEnum


class Scheme(StrEnum):
    """A way of imposing.

    ``flat``: one page a side (单张). ``fold``: sheets folded once, laid into each other (折页). ``saddle``:
    folded and stitched through the fold (骑马订). ``perfect``: signatures gathered and glued (胶订).
    ``nup``: small pages side by side on one sheet, to be read, not bound (样张).
    """

    FLAT = "flat"
    FOLD = "fold"
    SADDLE = "saddle"
    PERFECT = "perfect"
    NUP = "nup"


PER_SHEET: dict[Scheme, tuple[int, ...]] = {
    Scheme.FLAT: (2,),
    Scheme.FOLD: (4,),
    Scheme.SADDLE: (4, 8, 16, 32),
    Scheme.PERFECT: (16, 8, 32),
    Scheme.NUP: (4, 2, 6, 8, 9, 12, 16),
}
"""The pages that one sheet may carry, front and back together, the usual number first."""

BOUND = frozenset((Scheme.SADDLE, Scheme.PERFECT))
"""Schemes whose copies are trimmed on three sides after folding."""


def scheme_of(binding: str, pages: int) -> Scheme:
    """Return the scheme of a layout's binding; what has no more than two pages is not folded."""
    return Scheme.FLAT if pages <= 2 else Scheme(binding)
