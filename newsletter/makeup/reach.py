"""The lines in which a story can be set, and the heights that its legs take then; numpy arrays throughout."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

OVERSET_COST, OVERSET_LINE = 2000.0, 60.0
OVERSET_MOST = 40
"""The most lines that a forced search lets a body be too low by."""
SHORT_COST, SHORT_LINE = 500.0, 25.0
RAGGED_LINE, ASKED_LINE = 3.0, 5.0
"""What a search foresees for a low leg and for a line that paragraphs must be asked for."""
DUE_COST = 300.0
"""The badness of a part that takes twice its share of a story that runs on."""
TALL_LEG, TALL_COST = 42, 0.8
LOW_COST, SLIVER_COST = 60.0, 4.0
"""The badness of every line that the shortest leg lacks of the least, and of what is more comfortable."""
Lines = npt.NDArray[np.int64]
Costs = npt.NDArray[np.float64]


class Fitting(Enum):
    """How stories are fitted into rectangles, one after the other until a page is filled."""

    EXACT = "exact"  # at the height that the copy's own lines take
    ASKED = "asked"  # also at heights for which paragraphs are asked for lines less or more
    FORCED = "forced"  # also with text over or room empty


@dataclass(frozen=True, slots=True)
class Reach:
    """The lines in which a story can be set: at best, and the fewest and most that it can be asked for."""

    fewest: int
    best: int
    most: int
    open_end: bool = False
    """Whether all between fewest and most are as good: what has no room goes on elsewhere."""

    def over(self, room: Lines) -> Lines:
        """Return the lines for which there is no room."""
        return np.maximum(0, self.fewest - room)

    def spare(self, room: Lines) -> Lines:
        """Return the lines of room that must stay empty."""
        return np.maximum(0, room - self.most)

    def misfit(self, room: Lines, legs: int) -> Costs:
        """Return the badness of text without room, and of more room without text than low legs explain.

        Where the text goes on elsewhere, also that of a part longer or shorter than its share.
        """
        over, spare = self.over(room), self.spare(room)
        white = np.where((spare > 0) & (spare >= legs), SHORT_COST + SHORT_LINE * spare, 0.0)
        if self.open_end:
            return np.where(spare > 0, white, DUE_COST * ((room - self.best) / self.best) ** 2)
        return np.where(over > 0, OVERSET_COST + OVERSET_LINE * over, white)

    def foreseen(self, room: Lines, legs: int) -> Costs:
        """Return the badness of low legs and of lines asked for; 0 where the story does not fit."""
        if self.open_end:
            return np.zeros(len(room))
        low = np.minimum(legs - 1, np.maximum(0, room - self.best))
        cost = RAGGED_LINE * low + ASKED_LINE * np.abs(room - low - self.best)
        return np.where(self.misfit(room, legs) > 0, 0.0, cost)


@dataclass(frozen=True, slots=True)
class Arrangements:
    """Ways to put legs, photos, tables and a quote together, one a row: their cuts, height and badness.

    ``cuts`` are the lines taken of each leg, ``tall`` is the least height of what is beside the text.
    """

    cuts: Lines
    tall: Lines
    costs: Costs

    @property
    def legs(self) -> int:
        """How many legs each has."""
        return int(self.cuts.shape[1])


class Heights(NamedTuple):
    """The best arrangement (``row``) of every height in lines, what its legs hold and what that costs."""

    row: Lines
    height: Lines
    over: Lines
    spare: Lines
    costs: Costs
    foreseen: Costs


def best_heights(ways: Arrangements, reach: Reach, fitting: Fitting, most: int, least: int) -> Heights:
    """Return the best arrangement of every height up to ``most``; ``least`` lines make the shortest leg."""
    row, height = _spread(*_bounds(ways, reach, fitting, most, least))
    rooms = np.maximum(0, height[:, None] - ways.cuts[row])
    room = rooms.sum(axis=1)
    foreseen = reach.foreseen(room, ways.legs)
    costs = ways.costs[row] + foreseen + reach.misfit(room, ways.legs)
    if reach.best:
        costs += leg_cost(rooms, least)
    order = np.lexsort((costs, height))
    first = order[np.unique(height[order], return_index=True)[1]]
    over, spare = reach.over(room), reach.spare(room)
    return Heights(row[first], height[first], over[first], spare[first], costs[first], foreseen[first])


def _bounds(ways: Arrangements, reach: Reach, fitting: Fitting, most: int, least: int) -> tuple[Lines, Lines]:
    """Return the lowest and the highest body of every arrangement that the fitting allows."""
    lowest, highest = (body_heights(each, ways) for each in (reach.fewest, reach.most))
    if fitting is Fitting.FORCED:
        highest = np.full_like(highest, most)
    if fitting is Fitting.FORCED and not reach.open_end:
        tall = np.maximum(ways.tall, least if reach.best else 0)
        lowest = np.maximum(tall, np.minimum(lowest - OVERSET_MOST, most))
    return lowest, np.minimum(highest, most)


def _spread(lowest: Lines, highest: Lines) -> tuple[Lines, Lines]:
    """Return every height from the lowest to the highest of every row, with the row."""
    counts = np.maximum(0, highest - lowest + 1)
    row = np.repeat(np.arange(len(counts)), counts)
    before = np.repeat(np.cumsum(counts) - counts, counts)
    return row, lowest[row] + np.arange(len(row)) - before


def body_heights(lines: int, ways: Arrangements) -> Lines:
    """Return the least height of every arrangement whose legs hold the lines."""
    if not lines:
        return ways.tall
    taken = np.sort(ways.cuts, axis=1)
    used = np.arange(1, ways.legs + 1)
    heights = -(-(lines + np.cumsum(taken, axis=1)) // used)
    enough = np.ones_like(heights, dtype=np.bool_)
    enough[:, :-1] = heights[:, :-1] <= taken[:, 1:]
    first = enough.argmax(axis=1)
    found: Lines = np.maximum(ways.tall, heights[np.arange(len(first)), first])
    return found


def leg_cost(rooms: Lines, least: int) -> Costs:
    """Return the badness of legs too tall, too short, or slivers under a photo or over a table."""
    longest = rooms.max(axis=1)
    shortest = np.where(rooms > 0, rooms, longest[:, None]).min(axis=1)
    tall: Costs = TALL_COST * np.maximum(0, longest - TALL_LEG)
    low: Costs = LOW_COST * np.maximum(0, least - shortest)
    sliver: Costs = SLIVER_COST * np.maximum(0, least + 2 - shortest)
    return tall + low + sliver
