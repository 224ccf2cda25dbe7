"""The editor's word on where stories stand: slots of the page's make-up, and places of the stories' own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from newsletter.areas import Area, area_of
from newsletter.dummy import DummyPage, StoryFit
from newsletter.issue import Article, Issue, PagePlan, Shape
from newsletter.layout import Layout
from newsletter.makeup.parting import can_part
from newsletter.slots import Slot, given_slots

AUTOMATIC = "auto"
"""The make-up of a page whose stories the search alone places."""


class Mistake(Enum):
    """What can be wrong with an editor's word."""

    UNKNOWN = "unknown"  # the layout has no make-up of that name
    OUTSIDE = "outside"  # a place leaves the page's room for stories
    CLASHING = "clashing"  # a place overlaps another, or stands too near under or over it
    UNCUT = "uncut"  # what the places leave cannot be cut into rectangles


@dataclass(frozen=True, slots=True)
class Objection:
    """A mistake; ``story`` is whose place it is, empty for the page's; ``other`` the other of a clash."""

    mistake: Mistake
    story: str = ""
    other: str = ""
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the stories of a page are held, by id; what cannot be is left to the search and objected to.

    ``empty`` are the slots that no story comes into, ``slotless`` the stories for which the named make-up has
    none.
    """

    held: Mapping[str, Area]
    objections: tuple[Objection, ...] = ()
    empty: tuple[Area, ...] = ()
    slotless: tuple[str, ...] = ()

    def put(self, stories: Sequence[Article]) -> list[Article]:
        """Return the stories each with the place it is held at as its own, without a place where none."""
        return [_put(story, self.held.get(story.id)) for story in stories]


def room_for_stories(layout: Layout, lines: int) -> Area:
    """Return a page's room for stories of so many lines."""
    return Area(0, 0, layout.grid.columns, lines)


def positions(plan: PagePlan, stories: Sequence[Article], layout: Layout, lines: int) -> Positions:
    """Return where the stories of a page of so many lines are held.

    A story's own place comes before the slots of a named make-up: those that it meets are not there.
    """
    page = room_for_stories(layout, lines)
    stories = [story for story in stories if story.place is None]
    named = layout.makeups.get(plan.makeup)
    unknown = named is None and plan.makeup != AUTOMATIC
    own = {each.id: area_of(*each.makeup.place, page) for each in stories if each.makeup.place}
    slots = named.clear_of(own.values(), page, layout.limits.gap) if named else ()
    free = [story for story in stories if not story.makeup.place]
    given = given_slots(slots, free)
    wanted = own | {story: slot.area(page) for story, slot in given.items()}
    objections = [Objection(Mistake.UNKNOWN)] if unknown else []
    held: dict[str, Area] = {}
    for story, area in wanted.items():
        objection = _objection(story, area, held, page, layout.limits.gap)
        if objection:
            objections.append(objection)
        else:
            held[story] = area
    if not can_part(page, tuple(held.values()), layout.limits.gap):
        objections.append(Objection(Mistake.UNCUT))
        held = {}
    slotless = tuple(story.id for story in free if named and story.id not in given)
    return Positions(held, tuple(objections), tuple(_empty(slots, given, page)), slotless)


def plan_of(page: DummyPage, issue: Issue) -> PagePlan:
    """Return the editor's plan for a page; where there is none, one of the stories that came to it."""
    planned = (plan for plan in issue.sheet.pages if plan.page == page.number)
    return next(planned, PagePlan(page=page.number, articles=tuple(fit.story for fit in page.fits)))


def positions_on(page: DummyPage, issue: Issue, layout: Layout) -> Positions:
    """Return where the stories of a page are held, as make-up had it."""
    plan = plan_of(page, issue)
    stories = [story for each in plan.articles if (story := issue.article(each))]
    return positions(plan, stories, layout, page.lines)


def stories_on(page: DummyPage, issue: Issue, layout: Layout) -> list[Article]:
    """Return the stories of a page as they were made up: each with the place it is held at."""
    found = [story for fit in page.fits if (story := issue.article(fit.story))]
    return positions_on(page, issue, layout).put(found)


def area_of_fit(fit: StoryFit, layout: Layout, head: int) -> Area:
    """Return where a story stands in the room for stories of a page whose furniture takes ``head`` lines."""
    grid = layout.grid
    step = (grid.column + grid.gutter) * layout.em
    return Area(
        column=round((fit.box.x - layout.left) / step),
        line=round((fit.box.y - layout.line_y(head)) / layout.line),
        columns=round((fit.box.width + grid.gutter * layout.em) / step),
        lines=round(fit.box.height / layout.line),
    )


def _objection(story: str, area: Area, held: Mapping[str, Area], page: Area, gap: int) -> Objection | None:
    """Return what is wrong with a place beside those held already."""
    if area.columns < 1 or area.lines < 1 or not area.within(page):
        return Objection(Mistake.OUTSIDE, story, area=area)
    clash = next((other for other, place in held.items() if not area.clear_of(place, gap)), "")
    return Objection(Mistake.CLASHING, story, clash, area) if clash else None


def _empty(slots: Sequence[Slot], given: Mapping[str, Slot], page: Area) -> Iterator[Area]:
    """Yield the slots that no story has."""
    taken = list(given.values())
    for slot in slots:
        if not any(slot is each for each in taken):
            yield slot.area(page)


def _put(story: Article, area: Area | None) -> Article:
    """Return a story held at an area, or free to stand anywhere."""
    legs = story.makeup.legs
    if area:
        held = shape_at(area).model_copy(update={"legs": legs})
        return story.model_copy(update={"makeup": held})
    if story.makeup.says_where:
        return story.model_copy(update={"makeup": Shape(legs=legs)})
    return story


def shape_at(area: Area) -> Shape:
    """Return the word that holds a story at an area."""
    columns, lines = f"{area.column + 1}-{area.right}", f"{area.line + 1}-{area.bottom}"
    return Shape.model_validate({"columns": columns, "lines": lines})
