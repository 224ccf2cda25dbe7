"""How large a layout wants photos: the columns of the first one of a story by rank, the share of others."""

from pydantic import BaseModel, ConfigDict, Field

from newsletter.issue import Rank

ALL_COLUMNS = 6
USUAL = {Rank.LEAD: 3.6, Rank.MAJOR: 2.2, Rank.STANDARD: 1.5, Rank.BRIEF: 1.0, Rank.FILLER: 1.0}
"""The widths in columns of a page of ALL_COLUMNS that a layout without wishes of its own has."""


class Prominence(BaseModel):
    """The width in columns that a rank's first photo on a page should have, and the share of it for others.

    A rank left out follows the number of columns.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    lead: float | None = Field(default=None, gt=0, le=16)
    major: float | None = Field(default=None, gt=0, le=16)
    standard: float | None = Field(default=None, gt=0, le=16)
    brief: float | None = Field(default=None, gt=0, le=16)
    filler: float | None = Field(default=None, gt=0, le=16)
    others: float = Field(default=0.5, gt=0, le=1)

    def wish(self, rank: Rank, columns: int) -> float:
        """Return the width in columns that a rank's first photo should have on a page of so many."""
        own: float | None = getattr(self, rank.value)
        return USUAL[rank] * columns / ALL_COLUMNS if own is None else min(own, float(columns))
