"""Rules about the length of a whole issue: more copy than its pages hold, or less than fills them."""

from collections.abc import Iterator, Sequence

from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import DummyPage, MadeUp
from newsletter.language import _
from newsletter.makeup.remedies import characters_of
from newsletter.rulebook import check

SEVERAL = 2
"""From how many pages on the issue as a whole is at fault and not one page."""
AGAINST = 0.25
"""The share of what is over that the white of other pages may be, and the other way round."""


@check("Y050", "issue_too_long", Severity.WARNING)
def issue_too_long(made: MadeUp) -> Iterator[Finding]:
    """The issue as a whole has more copy than its pages hold.

    Several pages are over and none has room for what is too much: to mend one page after the other only
    carries it on. What is over is told first, in characters, for the whole issue. Example: pages 2, 3 and 4
    are over, together by 900 characters. Way out: keep stories for the next issue, cut, take photos out, or
    let the issue have more pages.
    """
    over, white = _over(made.dummy.pages), _white(made.dummy.pages)
    pages = [page.number for page in made.dummy.pages if page.overset]
    if len(pages) >= SEVERAL and white <= AGAINST * over:
        message = _(
            "The issue is too long: pages {pages} are over, together by about {characters} characters."
        ).format(pages=_listed(pages), characters=over)
        hint = _(
            "Begin here, then see to single pages: keep stories for the next issue, cut that much in all, "
            "or give the issue more pages."
        )
        yield Finding(None, message, hint)


@check("Y051", "issue_too_short", Severity.WARNING)
def issue_too_short(made: MadeUp) -> Iterator[Finding]:
    """The issue as a whole has less copy than its pages need.

    Several pages leave white and none is over. What is wanting is told first, in characters, for the whole
    issue. Example: pages 2 and 3 leave white, together 1200 characters. Way out: one more story or some
    photos, or fewer pages.
    """
    over, white = _over(made.dummy.pages), _white(made.dummy.pages)
    pages = [page.number for page in made.dummy.pages if any(fit.leaves_white for fit in page.fits)]
    if len(pages) >= SEVERAL and over <= AGAINST * white:
        message = _(
            "The issue is too short: pages {pages} leave white, together about {characters} characters."
        ).format(pages=_listed(pages), characters=white)
        hint = _("Begin here, then see to single pages: one more story or some photos, or fewer pages.")
        yield Finding(None, message, hint)


def _over(pages: Sequence[DummyPage]) -> int:
    """Return the characters that found no room."""
    return sum(fit.overset_characters for page in pages for fit in page.fits)


def _white(pages: Sequence[DummyPage]) -> int:
    """Return about how many characters fill the white of all pages."""
    return sum(characters_of(fit) for page in pages for fit in page.fits if fit.leaves_white)


def _listed(pages: Sequence[int]) -> str:
    """Return page numbers as a list in words."""
    return _(", ").join(map(str, pages))
