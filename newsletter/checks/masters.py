"""Rules about the pages that there are: those that a layout fills itself, how many can be bound and hold."""

from collections.abc import Iterator

from newsletter.checks.reading import title
from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.dummy import MadeUp, PhotoFrame
from newsletter.language import _
from newsletter.makeup.remedies import FILLED
from newsletter.rulebook import check


@check("M093", "story_on_filled_page", Severity.ERROR)
def story_on_filled_page(made: MadeUp) -> Iterator[Finding]:
    """The page plan puts a story on a page that the layout fills itself: the cover or the contents.

    There is no room for it there; it would not be printed. The cover announces stories by `cover` in
    issue.yaml. Example: `{page: 1, articles: [founding]}` in a magazine. Plan it on one of the pages behind.
    """
    for plan in made.issue.sheet.pages:
        page = next((page for page in made.dummy.pages if page.number == plan.page), None)
        if page and made.layout.masters[page.master].fills != "nothing" and plan.articles:
            message = _("Page {page} is the layout's own (“{master}”) and takes no stories.")
            hint = _("Plan them on another page; cover: {articles: […]} announces them.")
            yield Finding(plan.at("articles"), message.format(page=page.number, master=page.master), hint)


@check("M036", "page_left_out", Severity.WARNING)
def page_left_out(made: MadeUp) -> Iterator[Finding]:
    """The page plan leaves a page out.

    Pages are numbered from 1 without a gap; a page that is left out is mostly a wrong number. Those that
    the layout fills itself, such as cover and contents, need not be planned.

    Example: pages 1, 2 and 4. Way out: plan page 3, or correct the number.
    """
    planned = {plan.page for plan in made.issue.sheet.pages}
    last = max(planned, default=0)
    missing = [str(page) for page in range(1, last) if page not in planned and not _filled(page, last, made)]
    if missing:
        message = _("The page plan leaves out page {pages}.").format(pages=_(", ").join(missing[:8]))
        yield Finding(made.issue.sheet.at("pages"), message, _("Plan it, or correct the numbers."))


def _filled(page: int, pages: int, made: MadeUp) -> bool:
    """Return whether the layout itself fills a page of so many."""
    return made.layout.masters[made.layout.master_of(page, pages)].fills != "nothing"


@check("M094", "pages_not_bindable", Severity.ERROR)
def pages_not_bindable(made: MadeUp) -> Iterator[Finding]:
    """The issue has a number of pages that cannot be bound in its layout.

    Sheets that are folded and stitched give four pages each; with another number blank pages stay over.
    Example: 22 pages of a magazine. Plan two pages more or less.
    """
    count, extent = len(made.dummy.pages), made.layout.extent
    if not extent.takes(count):
        message = _(
            "The issue has {count} pages; the layout takes {least} to {most}, a multiple of {multiple}."
        )
        message = message.format(count=count, least=extent.least, most=extent.most, multiple=extent.multiple)
        at = made.issue.sheet.at("pages" if made.issue.sheet.pages else "page_count")
        yield Finding(at, message, _("Plan pages more or less."))


@check("M105", "page_beyond_issue", Severity.ERROR)
def page_beyond_issue(made: MadeUp) -> Iterator[Finding]:
    """A story is to stand on a page that the issue does not have.

    It was given to another page, or to none where the plan is written out.

    Example: `page: 9` in an issue of four pages. Way out: correct the number, or give the issue more pages.
    """
    planned = {story for plan in made.issue.sheet.pages for story in plan.articles}
    numbers = [page.number for page in made.dummy.pages]
    for article in made.issue.articles:
        page = article.page
        if page is not None and page not in numbers and article.id not in planned:
            message = _("{title} is to stand on page {page}; the last page of the issue is {last}.")
            message = message.format(title=title(article), page=page, last=max(numbers, default=0))
            hint = _("Correct the page, or give the issue more pages.")
            yield Finding(article.at("page"), message, hint)


@check("M106", "story_longer_than_issue", Severity.ERROR)
def story_longer_than_issue(made: MadeUp) -> Iterator[Finding]:
    """A story has more characters than all pages of the issue together can hold.

    No page plan and no copyfit can place it. Mostly a whole book or a year's reports stand in one file.

    Way out: print a part of it and the rest in later issues, or cut it.
    """
    room = round(sum(page.lines for page in made.dummy.pages) * made.layout.grid.columns * _in_line(made))
    for article in made.issue.articles:
        count = article.manuscript.characters
        if count > room:
            message = _("{title} has {count} characters; the whole issue holds about {room}.")
            message = message.format(title=title(article), count=count, room=room)
            first = next(iter(article.manuscript.paragraphs)).span
            yield Finding(first, message, _("Print it in parts in several issues, or cut it."))


def _in_line(made: MadeUp) -> float:
    """Return the characters of a line of a column, on average: the ends of paragraphs are short."""
    return made.layout.grid.column * FILLED


@check("M096", "cover_without_picture", Severity.WARNING)
def cover_without_picture(made: MadeUp) -> Iterator[Finding]:
    """The cover of the layout shows a picture, and there is none.

    Its place stays white. Name a photo under `cover` in issue.yaml, or give a lead story one.
    """
    for page in made.dummy.pages:
        shown = any(isinstance(frame, PhotoFrame) for frame in page.frames)
        if made.layout.masters[page.master].picture and not shown:
            message = _("The cover has no picture: no photo is named for it, and no lead story has one.")
            yield Finding(
                made.issue.sheet.at("cover"), message, _("Write “cover: {photo: …}”."), Spot(page.number)
            )
