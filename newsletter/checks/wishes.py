"""Rules about what editors ask of make-up: the shape of a story, the number of its photos."""

from collections.abc import Iterator

from newsletter.checks.makeup import spot_of
from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import Box, MadeUp
from newsletter.issue import Shape
from newsletter.language import _
from newsletter.layout import Layout
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
            given = _shape(fit.box, made.layout)
            if article and fit.legs and not fit.continues and not _keeps(article.makeup, given):
                message = _(
                    "Page {page}: 《{headline}》 stands in {columns} columns of {lines} lines."
                ).format(page=page.number, headline=article.headline, columns=given[0], lines=given[1])
                hint = _("Ask for another shape under makeup, or for the columns alone.")
                yield Finding(article.at("makeup"), message, hint, spot_of(page.number, fit.box))


def _shape(box: Box, layout: Layout) -> tuple[int, int]:
    """Return how many columns wide and lines high a story's box is."""
    grid = layout.grid
    columns = (box.width / layout.em + grid.gutter) / (grid.column + grid.gutter)
    return round(columns), round(box.height / layout.line)


def _keeps(wish: Shape, given: tuple[int, int]) -> bool:
    return (wish.columns or given[0], wish.lines or given[1]) == given


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
