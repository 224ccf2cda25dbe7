"""Fillers at a story's foot: a hole that no other make-up of the page closes takes a notice from the bank."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsletter.areas import Area
from newsletter.dummy import Box, DummyPage, GroundFrame, PhotoFrame, RuleFrame, StoryFit, TextFrame
from newsletter.issue import Article
from newsletter.lengths import Mm
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.frames import StoryFrames
from newsletter.makeup.judge import Place, places
from newsletter.makeup.positions import area_of_fit
from newsletter.makeup.reach import Fitting
from newsletter.makeup.receipts import receipt
from newsletter.makeup.rectangle import Rectangle
from newsletter.makeup.rules import RULE

SLACK = 1
"""The lines of white that a filler may leave under a story beyond the gap."""


def with_foot_fillers(pages: Sequence[DummyPage], shop: ComposingRoom) -> tuple[DummyPage, ...]:
    """Return the pages with a filler at the foot of every story that one fits under, each used once."""
    used = {fit.story for page in pages for fit in page.fits}
    bank = [filler for filler in shop.issue.fillers if filler.id not in used]
    count = pages[-1].number if pages else 0
    made = []
    for page in pages:
        for fit in page.fits:
            found = _Foot(page, fit, shop, count).filled(bank) if fit.leaves_white else None
            if found:
                page, filler = found
                bank = [each for each in bank if each.id != filler]
        made.append(page)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Foot:
    """The foot of one story on a page of an issue of ``count`` pages."""

    page: DummyPage
    fit: StoryFit
    shop: ComposingRoom
    count: int

    def filled(self, bank: Sequence[Article]) -> tuple[DummyPage, str] | None:
        """Return the page with the filler that fits best, and its name; none where none fits."""
        hole, gap = self._hole(), self.shop.layout.limits.gap
        found = [rectangle for each in bank for rectangle in self._rectangles(each, hole - gap)]
        if not found:
            return None
        best = min(found, key=lambda each: (hole - gap - each.height, each.cost))
        return self._with(best, hole), best.story

    def _rectangles(self, filler: Article, lines: int) -> Iterator[Rectangle]:
        """Yield a filler's rectangles as wide as the story and so high, or a line less."""
        heights = self.shop.leaves(filler, Fitting.ASKED)[self._area().columns - 1]
        for height in range(max(1, lines - SLACK), lines + 1):
            if height in heights:
                yield heights[height]

    def _area(self) -> Area:
        layout = self.shop.layout.on(self.page.number)
        return area_of_fit(self.fit, layout, layout.room_of(self.page.number, self.count).head)

    def _hole(self) -> int:
        """Return the whole lines that all columns of the story leave white at its foot; none in a box."""
        own = list(self._frames())
        if any(isinstance(each, GroundFrame) for each in own):
            return 0
        lowest = max((each.box.bottom for each in own), default=self.fit.box.bottom)
        return int((self.fit.box.bottom - lowest) / self.shop.layout.line + 0.1)

    def _frames(self) -> Iterator[TextFrame | PhotoFrame | GroundFrame]:
        """Yield the story's frames; captions go by the names of its photos."""
        pictures = [each for each in self.page.frames if isinstance(each, PhotoFrame)]
        names = {self.fit.story, *(each.photo for each in pictures if each.story == self.fit.story)}
        for each in self.page.frames:
            if isinstance(each, TextFrame | PhotoFrame | GroundFrame) and each.story in names:
                yield each

    def _with(self, rectangle: Rectangle, hole: int) -> DummyPage:
        """Return the page with a filler on the story's last lines."""
        area, desk = self._area(), self.shop.desk(Fitting.ASKED)
        layout = self.shop.layout.on(self.page.number)
        head = layout.room_of(self.page.number, self.count).head
        line = head + area.bottom - rectangle.height
        place = next(places(rectangle, layout.limits.gap, area.column, line))
        story = StoryFrames(place, desk, self.page.number)
        frames = tuple(story.frames())
        fit = replace(story.fit(), receipt=receipt(rectangle, frames, desk))
        rule = () if rectangle.inside else (self._rule(place),)
        less = replace(self.fit, short=max(0, self.fit.short - hole * self.fit.legs))
        fits = tuple(less if each is self.fit else each for each in self.page.fits)
        return replace(self.page, frames=(*self.page.frames, *rule, *frames), fits=(*fits, fit))

    def _rule(self, place: Place) -> RuleFrame:
        """Return the rule between the story and the filler."""
        layout = self.shop.layout
        y = layout.line_y(place.line) - layout.limits.gap * layout.line / 2
        return RuleFrame(Box(self.fit.box.x, Mm(y), self.fit.box.width, RULE))
