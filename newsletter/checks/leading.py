"""Rules about leading: which pages had to be set in closer or wider lines than the design's."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity, Span, Spot
from newsletter.dummy import DummyPage, MadeUp
from newsletter.language import _
from newsletter.makeup.leading import layout_of
from newsletter.rulebook import check


@check("Y029", "page_leaded", Severity.NOTE)
def page_leaded(made: MadeUp) -> Iterator[Finding]:
    """A page is full only because its lines stand a little closer together, or wider apart.

    This is tried last, and no further than `limits.leading` of the layout says: photos, headlines, paragraphs
    and white came first and did not fill the page. All lines of the page are on one grid, but not on that of
    the page beside it. Example: page 3 has lines of 17.53 pt instead of 18 pt. Cut or add what the hint says
    and the page has the design's leading again.
    """
    for page in made.dummy.pages:
        if page.more:
            yield _leaded(made, page)


def _leaded(made: MadeUp, page: DummyPage) -> Finding:
    own = layout_of(page, made.layout, len(made.dummy.pages)).styles["body"].leading
    message = _("Page {page}: lines of {own:.2f} pt instead of {design:g} pt fill it.").format(
        page=page.number, own=own, design=made.layout.styles["body"].leading
    )
    return Finding(_at(made, page), message, _hint(made, page), Spot(page.number))


def _at(made: MadeUp, page: DummyPage) -> Span | None:
    """Return where the page is planned, where nobody did where the layout is named."""
    plan = next((each for each in made.issue.sheet.pages if each.page == page.number), None)
    return plan.at("articles") if plan else made.issue.sheet.at("layout")


def _hint(made: MadeUp, page: DummyPage) -> str:
    """Return what brings the design's leading back: about the characters of the lines more or fewer."""
    grid = made.layout.grid
    characters = round(abs(page.more) * grid.columns * grid.column)
    if page.more > 0:
        return _("Cut about {characters} characters on this page to keep the design's leading.").format(
            characters=characters
        )
    return _("Add about {characters} characters on this page to keep the design's leading.").format(
        characters=characters
    )
