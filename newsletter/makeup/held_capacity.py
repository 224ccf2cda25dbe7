"""How much copy the places hold that an editor gives stories: slots of a named make-up, or their own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from newsletter.areas import Area
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, PagePlan
from newsletter.layout import Layout
from newsletter.makeup.blank import blank_photo, filled
from newsletter.makeup.choice import is_full
from newsletter.makeup.composing_room import WEIGHTS, ComposingRoom
from newsletter.makeup.copyfit import Copy
from newsletter.makeup.judge import places
from newsletter.makeup.lengths import Room, rooms_of, span_around
from newsletter.makeup.metered import ROUGH, TASTE, Slot
from newsletter.makeup.part import story_of
from newsletter.makeup.photoblock import PhotoDesk
from newsletter.makeup.positions import positions
from newsletter.makeup.rectangle import Desk
from newsletter.makeup.search import INFINITE

FILLED = 0.7
"""The share of an area that text takes at the first guess."""
FACTORS = (1.0, 0.9, 1.1, 0.8, 1.2, 0.65, 0.5)
"""By what the first guess at the length of stories without a place is tried, until the page is full."""


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page of so many lines on which stories are held, to be metered."""

    plan: PagePlan
    lines: int
    issue: Issue
    layout: Layout
    book: FontBook

    def slots(self, stories: Sequence[Article]) -> Iterator[Slot]:
        """Yield the places of its stories: those held by their areas, the others as the search has them."""
        spots = positions(self.plan, stories, self.layout, self.lines)
        placed = spots.put(stories)
        slots = {each.id: self._slot(each, spots.held[each.id]) for each in placed if each.id in spots.held}
        written = [_written(each, slots) for each in placed]
        areas = self._free_areas(written, spots.held)
        yield from (slots.get(each.id) or self._slot(each, areas.get(each.id)) for each in placed)

    def _slot(self, story: Article, area: Area | None) -> Slot:
        """Return what an area holds of a story; a blank one aims at the room where it looks best."""
        count = story.manuscript.characters
        name, photos = story_of(story), len(story.photos)
        slot = Slot(self.plan.page, name, story.rank, photos, count, count, None, None)
        rooms = list(self._rooms(story, area)) if area else []
        if not rooms:
            return slot
        best = min(rooms, key=lambda each: each.cost)
        length, apart = count or round((best.least + best.most) / 2), ROUGH * self.layout.grid.column
        near = [each for each in rooms if each.least - apart <= length <= each.most + apart]
        now = min(near, key=lambda each: each.cost, default=best)
        good = [r for r in rooms if r.cost <= now.cost + TASTE and r.photo_columns == now.photo_columns]
        limits = span_around(length, rooms, apart)
        return replace(slot, aim=length, good=span_around(length, good, apart), limits=limits)

    def _rooms(self, story: Article, area: Area) -> Iterator[Room]:
        """Yield the rooms of an area for a story, its copy or as much blank copy."""
        guess = round(area.columns * area.lines * self.layout.grid.column * FILLED)
        known = story if story.manuscript.characters else filled(story, guess)
        copies = {story.id: Copy(known, self.layout, self.book)}
        desk = Desk(self.layout, self.book, PhotoDesk(self.layout, self.book, area.lines), copies)
        photos = [self.issue.photo(each) or blank_photo(each) for each in story.photos]
        around = np.full((self.layout.grid.columns, self.lines + 1), INFINITE)
        around[area.columns - 1, area.lines] = 0.0
        return rooms_of(known, photos, desk, around)

    def _free_areas(self, stories: Sequence[Article], held: Mapping[str, Area]) -> dict[str, Area]:
        """Return the areas of stories without a place on a page that is full, none where none is."""
        blank = [each for each in stories if each.id not in held and not each.manuscript.characters]
        if all(each.id in held for each in stories):
            return {}
        for factor in FACTORS if blank else FACTORS[:1]:
            lengths = self._lengths(stories, held, blank, factor)
            ready = [filled(each, lengths[each.id]) if each.id in lengths else each for each in stories]
            issue = self.issue.model_copy(update={"articles": tuple(ready)})
            found = ComposingRoom(issue, self.layout, self.book).page(ready, self.lines, force=False)
            if found and is_full(found[0]):
                stand = places(found[0], self.layout.limits.gap)
                return {
                    each.rectangle.story: Area(
                        each.column, each.line, each.rectangle.columns, each.rectangle.height
                    )
                    for each in stand
                }
        return {}

    def _lengths(
        self, stories: Sequence[Article], held: Mapping[str, Area], blank: Sequence[Article], factor: float
    ) -> dict[str, int]:
        """Return the characters that each blank story has of what the others and the places leave."""
        column, gap = self.layout.grid.column, self.layout.limits.gap
        room = float(self.layout.grid.columns * self.lines)
        room -= sum(area.columns * (area.lines + gap) for area in held.values())
        taken = sum(each.manuscript.characters for each in stories if each.id not in held)
        whole = sum(WEIGHTS[each.rank] for each in blank) or 1.0
        share = max(0.0, room * FILLED * column - taken) * factor / whole
        return {each.id: max(40, round(share * WEIGHTS[each.rank])) for each in blank}


def _written(story: Article, slots: Mapping[str, Slot]) -> Article:
    """Return a held story that is blank with as much copy as its place should hold."""
    if story.id in slots and not story.manuscript.characters:
        return filled(story, slots[story.id].aim)
    return story
