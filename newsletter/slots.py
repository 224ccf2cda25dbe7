"""Slots of a named make-up: the rectangles that a layout keeps on a page for stories of a rank."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from pydantic import BaseModel, ConfigDict, Field

from newsletter.areas import Area, Between, area_of
from newsletter.issue import Article, Rank
from newsletter.language import _


class Slot(BaseModel):
    """From which column to which and from which line to which a story stands, and of which rank it is.

    Lines are counted from the top of the page's room for stories; ``[43, end]`` reaches its foot.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    columns: Between
    lines: Between
    rank: Rank | None = None

    def area(self, page: Area) -> Area:
        """Return the slot on a page."""
        return area_of(self.columns, self.lines, page)


class SlotPlan(BaseModel):
    """The slots of one page, in the order in which stories come into them; ``title`` says what it is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    title: str = ""
    slots: tuple[Slot, ...] = Field(min_length=1)

    def clear_of(self, areas: Collection[Area], page: Area, gap: int) -> tuple[Slot, ...]:
        """Return the slots that stand apart from some areas of a page."""
        return tuple(
            slot for slot in self.slots if all(slot.area(page).clear_of(area, gap) for area in areas)
        )


def given_slots(slots: Sequence[Slot], stories: Sequence[Article]) -> dict[str, Slot]:
    """Return the slot of each story, by its id.

    A slot with a rank takes the first story of that rank; what is left of stories and slots comes together
    in the order in which both are written.
    """
    given: dict[str, Slot] = {}
    free = list(slots)
    for slot in slots:
        story = next((each for each in stories if each.rank is slot.rank and each.id not in given), None)
        if story:
            given[story.id] = slot
            free.remove(slot)
    rest = [story for story in stories if story.id not in given]
    return given | {story.id: slot for story, slot in zip(rest, free, strict=False)}


def slot_faults(plan: SlotPlan, page: Area, gap: int) -> Iterator[tuple[int, str]]:
    """Yield what cannot be of the slots on the largest page: which slot, from 0, and why."""
    areas = [slot.area(page) for slot in plan.slots]
    for at, area in enumerate(areas):
        if not _at_least_one(area) or not area.within(page):
            reason = _("it leaves the page of {columns} columns and {lines} lines")
            yield at, reason.format(columns=page.columns, lines=page.lines)
    for (one, area), (other, below) in combinations(enumerate(areas), 2):
        if not area.clear_of(below, gap):
            reason = _("it overlaps slots.{slot}, or stands less than {gap} lines under or over it")
            yield other, reason.format(slot=one, gap=gap)


def _at_least_one(area: Area) -> bool:
    return area.columns > 0 and area.lines > 0
