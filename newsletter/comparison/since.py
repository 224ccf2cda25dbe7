"""What a build is compared with, asking nothing: what was signed last, else the last press build or build."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from newsletter.comparison.compared import Comparison, compared, with_pages
from newsletter.comparison.content import KEPT, read_content
from newsletter.comparison.keeping import PRESSED, PREVIOUS
from newsletter.comparison.made import made_of
from newsletter.comparison.pages import hidden_in
from newsletter.comparison.sides import BEFORE, BUILD, PRESS, Side, kept, lost_words, signed_side
from newsletter.comparison.signed import LAST, Signed, signed
from newsletter.comparison.statements import content_of
from newsletter.dummy import MadeUp
from newsletter.language import _
from newsletter.press import UnreadablePdf


def since_last(made: MadeUp, pdf: Path) -> Comparison | None:
    """Return what changed up to a build that has just been made, none where there is nothing before it."""
    issue, dummy = made.issue, made.dummy
    given = signed(issue.workspace, issue.slug, LAST)
    old = next(_before(given, pdf.parent, issue.slug), None)
    if old is None:
        return None
    new = Side(BUILD, _("this build"), content_of(issue, dummy), made_of(dummy.as_data(), pdf))
    found = compared(issue.slug, old, new)
    if given is not None and old.signed is None:
        found = replace(found, notes=(lost_words(given.lost), *found.notes))
    with suppress(UnreadablePdf):  # a kept file that was damaged since: the words are compared all the same
        found = with_pages(found, hidden_in({dummy.layout: made.layout}.get))
    return replace(found, notes=(*found.notes, *_elsewhere(old, issue.slug)))


def _elsewhere(old: Side, slug: str) -> Iterator[str]:
    """Yield where pages may be that were signed and are no longer kept."""
    if old.signed is not None and old.signed.unseen:
        words = _("newsletter diff {slug} --since signed --format html looks for the pages in git.")
        yield words.format(slug=slug)


def _before(given: Signed | None, dist: Path, slug: str) -> Iterator[Side]:
    """Yield what the build may be compared with, the best first."""
    if given is not None and len(given.lost) < len(given.given):
        yield signed_side(LAST, given)
    for name, folder in ((PRESS, dist / PRESSED), (BEFORE, dist / PREVIOUS)):
        if read_content(folder / KEPT) is not None:
            yield kept(folder, slug, name)
