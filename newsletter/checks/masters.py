"""Rules about the pages that a layout fills itself: cover, contents; and how many pages can be bound."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.dummy import MadeUp, PhotoFrame
from newsletter.language import _
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
