"""Rules about tables: each can be set within the page."""

from collections.abc import Iterator

from newsletter.checks.faces import TypeCase
from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.makeup.blocks import measured_tables
from newsletter.rulebook import check


@check("C035", "table_too_wide", Severity.ERROR)
def table_too_wide(case: TypeCase) -> Iterator[Finding]:
    """A table is too wide for the page of the layout.

    Even as wide as all columns of the page, its own would be so narrow that words and numbers are cut.

    Way out: turn rows and columns, write shorter words into the cells, or divide the table in two.
    """
    room = case.layout.span(case.layout.grid.columns)
    for article in case.issue.articles:
        for table in measured_tables(article.manuscript.paragraphs, case.layout, case.book):
            if table.least > room:
                message = _("The table needs a width of {needed:.0f} em; the page has {room:.0f}.")
                hint = _("Turn rows and columns, shorten the cells, or divide the table in two.")
                yield Finding(table.grid.at, message.format(needed=table.least, room=room), hint)
