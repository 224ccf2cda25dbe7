"""Rules about furniture that stories bring with them: it stands on the page."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import MadeUp, Role, TextFrame
from newsletter.language import _
from newsletter.rulebook import check

QUOTE = Role.PULL_QUOTE


@check("Y036", "pull_quote_left_out", Severity.NOTE)
def pull_quote_left_out(made: MadeUp) -> Iterator[Finding]:
    """A story's pull quote found no good place on its page.

    It stands in the middle of a leg or of two, with three lines of text above and below it at least. The
    story has a single leg, its legs are too short, or the page would not be filled with it. Take a shorter
    quote, or give the story more room.
    """
    for page in made.dummy.pages:
        quoted = {each.story for each in page.frames if isinstance(each, TextFrame) and each.role is QUOTE}
        for fit in page.fits:
            article = made.issue.article(fit.story)
            asked = article and article.pull_quote and not fit.continues
            if article and asked and fit.legs and fit.story not in quoted:
                message = _("Page {page}: the pull quote of 《{headline}》 is left out.").format(
                    page=page.number, headline=article.headline
                )
                hint = _("Take a shorter quote, or give the story more room.")
                yield Finding(article.at("pull_quote"), message, hint)
