"""Rules about headlines laid over photos: whether they lie there, and whether they can be read."""

from collections.abc import Iterator

from newsletter.checks.headings import heads
from newsletter.checks.makeup import spot_of
from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import MadeUp, Role, TextFrame
from newsletter.language import _
from newsletter.rulebook import check

LARGE, LEAST_CONTRAST, SMALL_CONTRAST = 18.0, 3.0, 4.5
"""From how many points type is large, the least contrast of large and of smaller type (WCAG 2.2, 1.4.3)."""


@check("Y039", "headline_over_photo_unreadable", Severity.WARNING)
def headline_over_photo_unreadable(made: MadeUp) -> Iterator[Finding]:
    """A headline over a photo, its kicker or its deck, stands out neither in white nor in black.

    Large type needs a contrast of three to one with what lies under it, type under 18 points one of four and
    a half, as WCAG asks; with less, readers guess. The photo is too light and too dark at once there.
    Example: a deck over a crowd. Take a photo with a calm sky, floor or wall, take the deck out, or move the
    photo's `focus` so that the headline comes to the other edge.
    """
    for page, frame, article in heads(made, Role.HEADLINE, Role.KICKER, Role.DECK):
        found = frame.over.contrast if frame.over else None
        if frame.over and found is not None and found < _least(frame):
            message = _(
                "Page {page}: “{text}” over the photo “{photo}” has a contrast of {contrast:.1f} to 1 at "
                "best; {least:g} can be read."
            )
            said = message.format(
                page=page.number,
                text=getattr(article, frame.role.value),
                photo=frame.over.photo,
                contrast=found,
                least=_least(frame),
            )
            hint = _("Take a photo that is calm under the headline, or take headline_over out.")
            yield Finding(article.at("headline_over"), said, hint, spot_of(page.number, frame.box))


def _least(frame: TextFrame) -> float:
    return LEAST_CONTRAST if frame.size >= LARGE else SMALL_CONTRAST


@check("Y040", "headline_not_over_photo", Severity.WARNING)
def headline_not_over_photo(made: MadeUp) -> Iterator[Finding]:
    """A headline that was to lie over a photo stands over its legs.

    The story has no photo, stands in a single column, or no part of the photo clear of its `focus` is high
    enough for the headline. Shorten the headline or take the deck out, or name another photo first.
    """
    for page, frame, article in heads(made, Role.HEADLINE):
        if article.headline_over and frame.over is None:
            message = _("Page {page}: 《{headline}》 finds no room over a photo.")
            said = message.format(page=page.number, headline=article.headline)
            hint = (
                _("Shorten the headline, set the photo's focus elsewhere, or put another photo first.")
                if article.photos
                else _("Give the story a photo, or take headline_over out.")
            )
            yield Finding(article.at("headline_over"), said, hint, spot_of(page.number, frame.box))
