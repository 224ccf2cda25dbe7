"""The cover: which photo it shows, where, and the stories that it announces."""

from collections.abc import Iterator

from newsletter.dummy import Box, Dummy, PhotoFrame, StoryFit
from newsletter.issue import Article, Issue, Photo, Rank
from newsletter.layout import Layout, Master
from newsletter.lengths import Mm
from newsletter.makeup.crop import crop_around_focus


def cover_photo(issue: Issue) -> Photo | None:
    """Return the photo of the cover: the one that is named, else the first of a lead story."""
    if issue.sheet.cover.photo:
        return issue.photo(issue.sheet.cover.photo)
    leads = (article for article in issue.articles if article.rank is Rank.LEAD)
    return next((photo for lead in leads for each in lead.photos if (photo := issue.photo(each))), None)


def cover_picture(issue: Issue, layout: Layout, master: Master) -> Iterator[PhotoFrame]:
    """Yield the cover's photo where a master shows it: from edge to edge, into the bleed."""
    photo = cover_photo(issue)
    if photo is None or master.picture is None:
        return
    bleed, band = layout.bleed, master.picture
    top = band.top or -bleed
    bottom = layout.trim.height + bleed if not band.bottom else layout.trim.height - band.bottom
    width = Mm(layout.trim.width + 2 * bleed)
    box = Box(Mm(-bleed), Mm(top), width, Mm(bottom - top))
    yield PhotoFrame(photo.id, "", box, crop_around_focus(photo, box.width, box.height))


def announced(issue: Issue, dummy: Dummy) -> Iterator[tuple[int, Article]]:
    """Yield the stories that the cover announces, each after its page: those named, else the leads."""
    pages = {fit.story: fit.page for fit in reversed(list(_fits(dummy)))}
    leads = (article.id for article in issue.articles if article.rank is Rank.LEAD and article.id in pages)
    for story in issue.sheet.cover.articles or sorted(leads, key=pages.__getitem__):
        article = issue.article(story)
        if article and story in pages:
            yield pages[story], article


def _fits(dummy: Dummy) -> Iterator[StoryFit]:
    return (fit for page in dummy.pages for fit in page.fits)
