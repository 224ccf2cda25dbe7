"""Rules about what editors ask of make-up: the shape of a story, the number of its photos."""

from collections.abc import Iterator

from newsletter.checks.makeup import spot_of
from newsletter.checks.positions import area_on_page, is_misplaced
from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import DummyPage, MadeUp, StoryFit
from newsletter.issue import Shape
from newsletter.language import _
from newsletter.makeup.positions import positions_on
from newsletter.rulebook import check

MOST_PHOTOS = 12


@check("Y021", "shape_not_kept", Severity.WARNING)
def shape_not_kept(made: MadeUp) -> Iterator[Finding]:
    """A story does not stand in the rectangle that its makeup asks for.

    Its copy and photos cannot fill so many columns and lines within the layout's limits, or the other
    stories leave no such room. Example: `makeup: {columns: 3, lines: 20}` for a story of 40 lines. Ask for
    the shape that it was given, for columns alone, or take makeup out.
    """
    for page in made.dummy.pages:
        for fit in page.fits:
            article = made.issue.article(fit.story)
            if article and fit.legs and not fit.continues and not _keeps(made, page, fit):
                given = area_on_page(made, page, fit)
                message = _(
                    "Page {page}: 《{headline}》 stands in {columns} columns of {lines} lines, "
                    "at column {column}, line {line}."
                ).format(
                    page=page.number,
                    headline=article.headline,
                    columns=given.columns,
                    lines=given.lines,
                    column=given.column + 1,
                    line=given.line + 1,
                )
                hint = _("Ask for another shape under makeup, or for the columns alone.")
                yield Finding(article.at("makeup"), message, hint, spot_of(page.number, fit.box))


def _keeps(made: MadeUp, page: DummyPage, fit: StoryFit) -> bool:
    """Return whether a story stands where it is held, or has its size; of places M101 to M104 say more."""
    article, given = made.issue.article(fit.story), area_on_page(made, page, fit)
    if fit.story in positions_on(page, made.issue, made.layout).held:
        return not is_misplaced(made, page, fit)
    wish = article.makeup if article else Shape()
    if wish.says_where:
        return True
    return (wish.width or given.columns, wish.height or given.lines) == (given.columns, given.lines)


@check("Y022", "photos_too_many", Severity.WARNING)
def photos_too_many(made: MadeUp) -> Iterator[Finding]:
    """A story has more photos than readers can tell apart on a page.

    More than twelve become stamps, and their captions take the room of the text. Choose the best, or give
    the photos a page of their own as several stories.
    """
    for page in made.dummy.pages:
        for fit in page.fits:
            article = made.issue.article(fit.story)
            if article and not fit.continues and len(article.photos) > MOST_PHOTOS * fit.parts:
                message = _(
                    "Page {page}: 《{headline}》 has {count} photos; at most {most} can be seen well."
                )
                said = message.format(
                    page=page.number, headline=article.headline, count=len(article.photos), most=MOST_PHOTOS
                )
                hint = _("Choose the best ones, or give them a page of their own.")
                yield Finding(article.at("photos"), said, hint, spot_of(page.number, fit.box))
