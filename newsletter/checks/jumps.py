"""Rules about stories that run on: that they may, reach every page of the plan and are not too many."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import MadeUp
from newsletter.issue import UNPARTED, Article, PagePlan
from newsletter.language import _
from newsletter.rulebook import check


def _planned(made: MadeUp) -> Iterator[tuple[PagePlan, int, Article]]:
    """Yield every story of the page plan after its first page, with its place in the plan."""
    seen: set[str] = set()
    for page in made.issue.sheet.pages:
        for number, name in enumerate(page.articles):
            article = made.issue.article(name)
            if article and name in seen and article.rank not in UNPARTED and article.jump != 0:
                yield page, number, article
            seen.add(name)


@check("Y023", "jump_not_allowed", Severity.ERROR)
def jump_not_allowed(made: MadeUp) -> Iterator[Finding]:
    """The page plan has a story on several pages, and the layout lets no story run on.

    All of it was set on its first page. Way out: leave it on one page, or set `jumps: {reach: later}` in
    the layout.
    """
    if made.layout.jumps.reach != "none":
        return
    for page, number, article in _planned(made):
        message = _("Page {page}: 《{headline}》 cannot run on: the layout “{layout}” has no jumps.")
        message = message.format(page=page.page, headline=article.headline, layout=made.layout.name)
        hint = _("Leave it on one page, or let the layout's “jumps” reach later pages.")
        yield Finding(page.at(f"articles[{number}]"), message, hint)


@check("Y024", "story_ends_before_page", Severity.ERROR)
def story_ends_before_page(made: MadeUp) -> Iterator[Finding]:
    """A story is planned for more pages than it has lines for.

    Every part has at least as many lines as the layout asks for (eight): a story of twenty lines cannot
    stand on three pages. What is planned for a later page is not there.

    Way out: take it off that page, or write more.
    """
    if made.layout.jumps.reach == "none":
        return
    stand = {(page.number, fit.story) for page in made.dummy.pages for fit in page.fits}
    for page, number, article in _planned(made):
        if (page.page, article.id) not in stand:
            message = _(
                "Page {page}: 《{headline}》 ends before this page; a part has at least {lines} lines."
            )
            message = message.format(page=page.page, headline=article.headline, lines=made.layout.jumps.lines)
            yield Finding(page.at(f"articles[{number}]"), message, _("Take it off the page, or write more."))


@check("Y025", "jumps_too_many", Severity.WARNING)
def jumps_too_many(made: MadeUp) -> Iterator[Finding]:
    """More stories leave a page for later ones, or come to it from earlier ones, than the layout allows.

    Every jump loses readers; a page of jumps is a page of ends. Stories that go on on the next page of a
    magazine do not count.

    Way out: keep the shorter ones whole.
    """
    follows = made.layout.jumps.reach == "run-on"
    for page in made.dummy.pages:
        ends = [(fit.goes_on, page.number) for fit in page.fits if fit.goes_on]
        ends += [(page.number, fit.came_from) for fit in page.fits if fit.came_from]
        count = sum(not (follows and later == earlier + 1) for later, earlier in ends)
        if count > made.layout.jumps.most:
            message = _("Page {page}: {count} stories jump from or to it; the layout allows {most}.")
            message = message.format(page=page.number, count=count, most=made.layout.jumps.most)
            yield Finding(made.issue.sheet.at("pages"), message, _("Keep the shorter ones whole."))


def _could_come(made: MadeUp, article: Article) -> bool:
    """Return whether a story without a page plan could run on, but for the filling of pages."""
    if made.issue.sheet.pages or made.layout.jumps.reach == "none":
        return False
    stand = {fit.story: page.number for page in made.dummy.pages for fit in page.fits if fit.part == 1}
    numbers = [page.number for page in made.dummy.pages if page.fits]
    return article.jump in numbers and stand.get(article.id, article.jump) < (article.jump or 0)


@check("Y026", "jump_not_followed", Severity.WARNING)
def jump_not_followed(made: MadeUp) -> Iterator[Finding]:
    """A story does not run on to the page that its `jump` asks for.

    The issue has no such page, it is not after the story's own, or the layout lets no story run on. Without a
    page plan the wish is left where all pages fill without it, but not with it.

    Way out: name the story on both pages of the page plan, ask for another page, or leave `jump` out.
    """
    stand = {(page.number, fit.story) for page in made.dummy.pages for fit in page.fits}
    for article in made.issue.articles:
        if article.jump and article.rank not in UNPARTED and (article.jump, article.id) not in stand:
            message = _("《{headline}》 was to run on to page {page} and does not stand there.")
            if _could_come(made, article):
                message = _(
                    "《{headline}》 does not run on to page {page}: with that, not all pages would be full."
                )
            message = message.format(headline=article.headline, page=article.jump)
            hint = _("Name it on both pages of the plan, ask for another page, or leave “jump” out.")
            yield Finding(article.at("jump"), message, hint)
