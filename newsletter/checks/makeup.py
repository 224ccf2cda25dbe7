"""Rules about the dummy: every line has room, every page is full, photos are large enough for their place."""

import math
from collections.abc import Iterator
from itertools import combinations

from newsletter.checks.remedies import ways_out
from newsletter.diagnostics import Finding, Severity, Span, Spot
from newsletter.dummy import Box, DummyPage, FurnitureFrame, MadeUp, PhotoFrame, Role, StoryFit, TextFrame
from newsletter.issue import Article, Issue, Photo
from newsletter.language import N_, _
from newsletter.lengths import MM_PER_INCH
from newsletter.makeup.crop import shown_ppi
from newsletter.makeup.remedies import characters_of
from newsletter.photos.fault import PhotoFault
from newsletter.rulebook import check, declare

FAULTS = {
    PhotoFault.MISSING: N_("the file is gone"),
    PhotoFault.UNREADABLE: N_("the file cannot be read"),
    PhotoFault.UNSUPPORTED: N_("the format is not taken"),
    PhotoFault.TOO_LARGE: N_("it has too many pixels"),
    PhotoFault.DAMAGED: N_("the picture is cut short or damaged"),
}
"""Why a photo was not converted, in words."""

COARSEST_PPI = 150.0
COARSE_PPI = 200.0


def spot_of(page: int, box: Box) -> Spot:
    """Return a box of a page as a spot."""
    return Spot(page, box.x, box.y, box.width, box.height)


def _story(made: MadeUp, story: str) -> Article:
    return made.issue.article(story) or Article(id=story)


def _copy_place(article: Article) -> Span | None:
    """Return where a story's copy begins, else its place in the manifest."""
    paragraphs = article.manuscript.paragraphs
    return paragraphs[-1].span if paragraphs else article.at()


@check("Y001", "overset_text", Severity.ERROR)
def overset_text(made: MadeUp) -> Iterator[Finding]:
    """A story has more text than its place holds.

    The lines that found no room are not on the page: a reader would miss the end of the story. No
    press file is made. Example: 《成立大会》 runs over by 3 lines. The hint names ways out, the cheapest
    first: so many characters to cut at a story's end, a story that can run on to a later page, one for which
    another page has room, a photo or a story without which the page fits. Each was tried: with it alone the
    page is full and no other is worse. What did not help is not named.
    """
    for page in made.dummy.pages:
        for fit in page.fits:
            if fit.overset:
                yield _overset(made, page, fit)


def _overset(made: MadeUp, page: DummyPage, fit: StoryFit) -> Finding:
    article = _story(made, fit.story)
    hint = ways_out(made, fit) or _leave_out(fit)
    if not fit.legs:
        message = _("Page {page}: 《{headline}》 finds no room at all.").format(
            page=page.number, headline=article.headline
        )
        return Finding(_copy_place(article), message, hint, Spot(page.number))
    message = _(
        "Page {page}: 《{headline}》 is over by {lines} lines (about {characters} characters)."
    ).format(
        page=page.number, headline=article.headline, lines=fit.overset, characters=fit.overset_characters
    )
    return Finding(_copy_place(article), message, hint, spot_of(page.number, fit.box))


def _leave_out(fit: StoryFit) -> str:
    """Return what helps where no remedy was found."""
    if not fit.legs:
        return _("No single change was found that fits this page: it has too many stories or photos.")
    return _(
        "No single change was found that fits this page: give it fewer stories or photos, "
        "or cut more than {characters} characters."
    ).format(characters=fit.overset_characters)


@check("Y002", "page_short", Severity.WARNING)
def page_short(made: MadeUp) -> Iterator[Finding]:
    """A page is not full: white is left over that nobody planned.

    One line at the end of a story's last legs is the grid's; more is a hole that a reader sees. The hint
    names ways to fill it, the cheapest first: so many characters to add, a photo that no story has, a new
    photo or a filler of a length. Each was tried: with it alone the page is full and no other is worse.
    """
    for page in made.dummy.pages:
        for fit in page.fits:
            if fit.leaves_white:
                yield _short(made, page, fit)


def _short(made: MadeUp, page: DummyPage, fit: StoryFit) -> Finding:
    article, characters = _story(made, fit.story), characters_of(fit)
    message = _(
        "Page {page}: 《{headline}》 leaves {lines} lines white (about {characters} characters)."
    ).format(page=page.number, headline=article.headline, lines=fit.short, characters=characters)
    hint = ways_out(made, fit) or _(
        "No single change was found that fills this page: give it another story or more photos."
    )
    return Finding(_copy_place(article), message, hint, spot_of(page.number, fit.box))


@check("Y003", "page_empty", Severity.ERROR)
def page_empty(made: MadeUp) -> Iterator[Finding]:
    """A page of the issue has no story.

    An empty page is printed white. Put stories on it in issue.yaml, or leave the page plan out and let
    the stories be shared out.
    """
    for page in made.dummy.pages:
        if not page.fits and made.layout.masters[page.master].fills == "nothing":
            message = _("Page {page} has no story.").format(page=page.number)
            yield Finding(made.issue.sheet.at("pages"), message, _remedy_of_empty_page(made.issue))


def _remedy_of_empty_page(issue: Issue) -> str:
    if issue.sheet.pages:
        return _("Name its stories under pages in issue.yaml, or leave pages out.")
    return _("The issue has more pages than its {stories} stories fill: write more.").format(
        stories=len(issue.articles)
    )


@check("Y004", "frames_overlapping", Severity.ERROR)
def frames_overlapping(made: MadeUp) -> Iterator[Finding]:
    """Two frames of a page lie over one another.

    Type over a photo or photos over one another cannot be printed; only a head that `headline_over` lays
    over its own story's photo may stand there. The layout's masters or limits are at fault, not the copy:
    correct the layout.
    """
    for page in made.dummy.pages:
        solid = [frame for frame in page.frames if isinstance(frame, TextFrame | PhotoFrame)]
        for one, other in combinations(solid, 2):
            if one.box.meets(other.box, slack=0.2) and not _laid_over(one, other):
                yield _overlap(made, page, one, other)


def _laid_over(one: TextFrame | PhotoFrame, other: TextFrame | PhotoFrame) -> bool:
    """Return whether one is a head laid over the photo that is the other, inside its edges."""
    text, photo = (one, other) if isinstance(one, TextFrame) else (other, one)
    if not isinstance(text, TextFrame) or not isinstance(photo, PhotoFrame) or text.over is None:
        return False
    own = text.over.photo == photo.photo and text.story == photo.story
    return own and text.box.within(photo.box)


def _overlap(
    made: MadeUp, page: DummyPage, one: TextFrame | PhotoFrame, other: TextFrame | PhotoFrame
) -> Finding:
    message = _("Page {page}: “{one}” and “{other}” lie over one another.").format(
        page=page.number, one=_name(one), other=_name(other)
    )
    hint = _("Correct the layout “{layout}”.").format(layout=made.layout.name)
    return Finding(made.issue.sheet.at("layout"), message, hint, spot_of(page.number, other.box))


def _name(frame: TextFrame | PhotoFrame) -> str:
    return frame.photo if isinstance(frame, PhotoFrame) else f"{frame.story} · {frame.role}"


@check("Y005", "outside_type_area", Severity.ERROR)
def outside_type_area(made: MadeUp) -> Iterator[Finding]:
    """A frame reaches beyond the type area.

    What stands outside may be cut off. The layout is at fault: its masters take more lines than there
    are, or its head is too long for the page.
    """
    bottom = made.layout.line_y(made.layout.grid.lines) + 0.2
    for page in made.dummy.pages:
        if made.layout.masters[page.master].fills == "page":
            continue
        for frame in page.frames:
            if not isinstance(frame, FurnitureFrame) and frame.box.bottom > bottom:
                message = _("Page {page} reaches {mm:.1f} mm below its type area.").format(
                    page=page.number, mm=frame.box.bottom - bottom
                )
                yield Finding(made.issue.sheet.at("layout"), message, "", spot_of(page.number, frame.box))
                break


def _placed(made: MadeUp) -> Iterator[tuple[DummyPage, PhotoFrame, Photo, float]]:
    """Return every placed photo with its resolution in ppi."""
    for page in made.dummy.pages:
        for frame in page.frames:
            photo = made.issue.photo(frame.photo) if isinstance(frame, PhotoFrame) else None
            if isinstance(frame, PhotoFrame) and photo and photo.pixels:
                yield page, frame, photo, shown_ppi(photo.pixels, frame.crop, frame.box.width)


@check("P020", "photo_too_small", Severity.ERROR)
def photo_too_small(made: MadeUp) -> Iterator[Finding]:
    """A photo has too few pixels for its place: under 150 per inch it prints as blocks.

    Send the original from the camera, not one from a chat; or let the photo stand smaller.
    """
    for page, frame, photo, ppi in _placed(made):
        if ppi < COARSEST_PPI:
            yield _coarse(page, frame, photo, ppi)


@check("P021", "photo_coarse", Severity.WARNING)
def photo_coarse(made: MadeUp) -> Iterator[Finding]:
    """A photo has fewer than 200 pixels per inch at its place and will look soft.

    Send the original from the camera, or let the photo stand smaller.
    """
    for page, frame, photo, ppi in _placed(made):
        if COARSEST_PPI <= ppi < COARSE_PPI:
            yield _coarse(page, frame, photo, ppi)


def _coarse(page: DummyPage, frame: PhotoFrame, photo: Photo, ppi: float) -> Finding:
    message = _("Photo “{photo}” has {ppi:.0f} ppi at {width:.0f} × {height:.0f} mm on page {page}.").format(
        photo=photo.id, ppi=ppi, width=frame.box.width, height=frame.box.height, page=page.number
    )
    hint = _("Send the camera's original: {pixels} pixels wide or more.").format(
        pixels=math.ceil(frame.box.width / MM_PER_INCH * COARSE_PPI / (frame.crop.right - frame.crop.left))
    )
    return Finding(photo.at("file"), message, hint, spot_of(page.number, frame.box))


@declare("P022", "photo_not_converted", Severity.ERROR)
def photo_not_converted(at: Span | None, photo: str, fault: str) -> Finding:
    """A photo could not be brought to press colours: its file is damaged or of a kind that cannot be read.

    Its place on the page stays empty. Send the original again.
    """
    why = _(FAULTS[PhotoFault(fault)])
    message = _("Photo “{photo}” cannot be converted: {fault}.").format(photo=photo, fault=why)
    return Finding(at, message, _("Export it again as JPEG and replace the file."))


@check("Y006", "lead_not_largest", Severity.WARNING)
def lead_not_largest(made: MadeUp) -> Iterator[Finding]:
    """On a page a lighter story has a larger headline than the lead.

    Readers take the largest headline for the most important story. Shorten the lead's headline so that
    it can be set larger, or give the other story a lower rank.
    """
    for page in made.dummy.pages:
        begun = [fit for fit in page.fits if not fit.continues]
        leads = [fit for fit in begun if _story(made, fit.story).rank == "lead"]
        for fit in begun:
            if leads and fit not in leads and fit.headline_size >= max(lead.headline_size for lead in leads):
                message = _("Page {page}: the headline of 《{headline}》 is as large as the lead's.").format(
                    page=page.number, headline=_story(made, fit.story).headline
                )
                hint = _("Shorten the lead's headline or lower this story's rank.")
                yield Finding(
                    _story(made, leads[0].story).at("headline"), message, hint, spot_of(page.number, fit.box)
                )


@check("Y007", "leg_too_short", Severity.WARNING)
def leg_too_short(made: MadeUp) -> Iterator[Finding]:
    """A leg of text has fewer lines than the layout allows.

    A scrap of two lines under a photo looks forgotten. A few characters more or less move it.
    """
    for page in made.dummy.pages:
        for frame in page.frames:
            if isinstance(frame, TextFrame) and frame.role is Role.LEG and _is_scrap(made, page, frame):
                article = _story(made, frame.story)
                message = _("Page {page}: a leg of 《{headline}》 has only {lines} lines.").format(
                    page=page.number, headline=article.headline, lines=len(frame.lines)
                )
                hint = _("Add or cut about {characters} characters.").format(characters=40)
                yield Finding(_copy_place(article), message, hint, spot_of(page.number, frame.box))


def _is_scrap(made: MadeUp, page: DummyPage, frame: TextFrame) -> bool:
    fit = next(fit for fit in page.fits if fit.story == frame.story)
    return len(frame.lines) < made.layout.limits.smallest_leg <= fit.lines / fit.legs
