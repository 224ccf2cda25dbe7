"""Rules about the editor's word on where stories stand: named make-ups and places in columns and lines."""

from collections.abc import Iterator

from newsletter.areas import Area, Stretch
from newsletter.diagnostics import Finding, Severity, Span, Spot
from newsletter.dummy import DummyPage, MadeUp, StoryFit
from newsletter.language import _, ngettext
from newsletter.makeup.leading import layout_of
from newsletter.makeup.positions import (
    AUTOMATIC,
    Mistake,
    Objection,
    area_of_fit,
    plan_of,
    positions_on,
    shape_at,
)
from newsletter.rulebook import check


def area_on_page(made: MadeUp, page: DummyPage, fit: StoryFit) -> Area:
    """Return where a story stands, in columns and lines of the page's room for stories."""
    layout = layout_of(page, made.layout, len(made.dummy.pages))
    return area_of_fit(fit, layout, layout.room_of(page.number, len(made.dummy.pages)).head)


def _objections(made: MadeUp, mistake: Mistake) -> Iterator[tuple[DummyPage, Objection]]:
    for page in made.dummy.pages:
        for each in positions_on(page, made.issue, made.layout).objections:
            if each.mistake is mistake:
                yield page, each


def _word(made: MadeUp, page: DummyPage, story: str) -> Span | None:
    """Return where a story's place is written: at the story, or in the layout that the page names."""
    article, plan = made.issue.article(story), plan_of(page, made.issue)
    if article and article.makeup.place:
        return article.at("makeup")
    return plan.at("makeup")


def _headline(made: MadeUp, story: str) -> str:
    article = made.issue.article(story)
    return article.headline if article else story


@check("M100", "makeup_unknown", Severity.ERROR)
def makeup_unknown(made: MadeUp) -> Iterator[Finding]:
    """A page asks for a make-up that its layout does not have.

    Named make-ups are slots that a layout keeps under `makeups` in its layout.yaml. The page was made up as
    if nothing had been asked for. Example: `makeup: lead-lift`. Write a name that the layout has, or `auto`.
    """
    for page, _objection in _objections(made, Mistake.UNKNOWN):
        plan = plan_of(page, made.issue)
        message = _("Page {page}: the layout “{layout}” has no make-up “{name}”.")
        said = message.format(page=page.number, layout=made.layout.name, name=plan.makeup)
        known = ", ".join((AUTOMATIC, *made.layout.makeups))
        yield Finding(plan.at("makeup"), said, _("There are: {known}.").format(known=known))


@check("M101", "place_outside_page", Severity.ERROR)
def place_outside_page(made: MadeUp) -> Iterator[Finding]:
    """A story is put where its page has no columns or no lines.

    Lines count from the top of the page's room for stories: under the masthead, and not where the imprint
    or the index stands. The story was placed by the search. Example: `{columns: 5-8, lines: 1-40}` on a
    page of six columns. Write `end` for the last column or line: `lines: 43-end`.
    """
    for page, each in _objections(made, Mistake.OUTSIDE):
        assert each.area is not None
        message = _(
            "Page {page}: the place of 《{headline}》, columns {columns}, lines {lines}, leaves the page of "
            "{width} columns and {height} lines."
        )
        shape = shape_at(each.area)
        said = message.format(
            page=page.number,
            headline=_headline(made, each.story),
            columns=shape.columns,
            lines=shape.lines,
            width=made.layout.grid.columns,
            height=page.lines,
        )
        hint = _("Lines count from the top of the page's room for stories; “end” stands for the last.")
        yield Finding(_word(made, page, each.story), said, hint, Spot(page.number))


@check("M102", "places_clashing", Severity.ERROR)
def places_clashing(made: MadeUp) -> Iterator[Finding]:
    """Two stories of a page are put on the same columns and lines, or too near one under the other.

    The white between stories is the layout's `limits.gap`. The second story was placed by the search.
    Example: `lines: 1-40` and `lines: 41-67` over the same columns, where two lines part stories. Let the
    lower story begin at line 43.
    """
    for page, each in _objections(made, Mistake.CLASHING):
        gap, other = made.layout.limits.gap, positions_on(page, made.issue, made.layout).held[each.other]
        message = _(
            "Page {page}: 《{headline}》 is put on the place of 《{other}》, or under {gap} lines from it."
        )
        said = message.format(
            page=page.number,
            headline=_headline(made, each.story),
            other=_headline(made, each.other),
            gap=gap,
        )
        hint = _("《{other}》 stands in columns {columns}, lines {lines}; under it, begin at line {line}.")
        hint = hint.format(
            other=_headline(made, each.other),
            columns=shape_at(other).columns,
            lines=shape_at(other).lines,
            line=other.bottom + gap + 1,
        )
        yield Finding(_word(made, page, each.story), said, hint, Spot(page.number))


@check("M103", "place_half_said", Severity.ERROR)
def place_half_said(made: MadeUp) -> Iterator[Finding]:
    """A story's makeup says from where to where in one direction only.

    A place needs both. Example: `makeup: {columns: 1-4}`. Write `{columns: 1-4, lines: 1-40}` for a place,
    `{columns: 4}` for a size.
    """
    for article in made.issue.articles:
        shape = article.makeup
        said = [each for each in (shape.columns, shape.lines) if isinstance(each, Stretch)]
        if said and not shape.place:
            message = (
                _("《{headline}》: makeup says which columns and not which lines.")
                if said[0] is shape.columns
                else _("《{headline}》: makeup says which lines and not which columns.")
            )
            message = message.format(headline=article.headline)
            hint = _("Write both, as in {example}.").format(example="makeup: {columns: 1-4, lines: 1-40}")
            yield Finding(article.at("makeup"), message, hint)


@check("M104", "page_not_cut", Severity.ERROR)
def page_not_cut(made: MadeUp) -> Iterator[Finding]:
    """The places of a page leave room that cannot be cut into rectangles.

    Pages are parted by cuts straight through, and every part again; four stories that turn around a fifth
    like the arms of a windmill have no such cut. The stories were placed by the search. Let one of them
    reach the page's edge, or take one place out.
    """
    for page, _objection in _objections(made, Mistake.UNCUT):
        message = _("Page {page}: no straight cut through the page leaves the places of its stories whole.")
        hint = _("Let one of them reach an edge of the page, or take one place out.")
        stories = plan_of(page, made.issue).articles
        first = next((each for each in stories if (a := made.issue.article(each)) and a.makeup.place), "")
        at = _word(made, page, first)
        yield Finding(at, message.format(page=page.number), hint, Spot(page.number))


@check("Y037", "room_of_nobody", Severity.WARNING)
def room_of_nobody(made: MadeUp) -> Iterator[Finding]:
    """The places of a page's stories leave room, and no story is free to fill it.

    It stays white. Places must add up to the page where all its stories have one. Example: one story over
    columns 1-4, one over column 5, and six columns. Widen a place, plan one story more, or leave one story
    without a place: it fills the rest.
    """
    for page in made.dummy.pages:
        found = positions_on(page, made.issue, made.layout)
        room = _unclaimed(made, page) if found.held and not found.empty else 0
        if room >= made.layout.limits.smallest_leg:
            message = ngettext(
                "Page {page}: {lines} line of one column belongs to no story and stays white.",
                "Page {page}: {lines} lines of one column belong to no story and stay white.",
                room,
            )
            hint = _("Widen a place, plan a story more, or leave one story without a place to fill the rest.")
            at = plan_of(page, made.issue).at("articles")
            yield Finding(at, message.format(page=page.number, lines=room), hint, Spot(page.number))


def _unclaimed(made: MadeUp, page: DummyPage) -> int:
    """Return the lines of one column that no story and no white under a story takes."""
    taken = set()
    for fit in page.fits:
        area = area_on_page(made, page, fit)
        columns = range(area.column, area.right)
        lines = range(area.line - made.layout.limits.gap, area.bottom + made.layout.limits.gap)
        taken |= {(column, line) for column in columns for line in lines if 0 <= line < page.lines}
    return made.layout.grid.columns * page.lines - len(taken)


@check("Y038", "slots_and_stories_differ", Severity.WARNING)
def slots_and_stories_differ(made: MadeUp) -> Iterator[Finding]:
    """A page's named make-up has more slots than the page has stories, or fewer.

    A slot without a story is free for the search, a story without a slot is put where room is left.
    Example: `makeup: lead-across`, three slots, on a page of five stories. Choose a make-up with as many
    slots.
    """
    for page in made.dummy.pages:
        found, plan = positions_on(page, made.issue, made.layout), plan_of(page, made.issue)
        if found.empty or found.slotless:
            slots = len(made.layout.makeups[plan.makeup].slots)
            message = _(
                "Page {page}: the make-up “{name}” has {slots} slots; stories on the page: {stories}."
            )
            said = message.format(page=page.number, name=plan.makeup, slots=slots, stories=len(plan.articles))
            yield Finding(plan.at("makeup"), said, _others(made, len(plan.articles)), Spot(page.number))


def _others(made: MadeUp, stories: int) -> str:
    """Return the named make-ups of a layout with so many slots."""
    fitting = [name for name, plan in made.layout.makeups.items() if len(plan.slots) == stories]
    if not fitting:
        return _("Write makeup: auto, and the search places all stories.")
    return _("With as many slots there are: {known}.").format(known=", ".join(fitting))


def is_misplaced(made: MadeUp, page: DummyPage, fit: StoryFit) -> bool:
    """Return whether a story does not stand at the place it is held at."""
    wanted = positions_on(page, made.issue, made.layout).held.get(fit.story)
    return bool(wanted and fit.legs and area_on_page(made, page, fit) != wanted)
