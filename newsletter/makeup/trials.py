"""Trials of remedies: the issue made up anew with what an editor would change, and the pages compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.dummy import Dummy, DummyPage
from newsletter.issue import Article, Issue, Photo
from newsletter.makeup.changes import exchanged
from newsletter.makeup.choice import is_full
from newsletter.makeup.composing_room import ComposingRoom
from newsletter.makeup.issue_plan import CROWD, made_up
from newsletter.makeup.positions import stories_on

PLANNED = 3
"""What making up an issue with a page plan costs, in pages: most of them stay as they are."""


@dataclass
class Trials:
    """Trials on the issue of a composing room, made up as ``dummy``; ``left`` pages may be searched for."""

    dummy: Dummy
    shop: ComposingRoom
    left: int = 0
    _named: int = 0

    def renamed(self, story: Article) -> Article:
        """Return a changed story with an id that no other has: what is known of that it was is not taken."""
        self._named += 1
        return story.model_copy(update={"id": f"{story.id}~{self._named}"})

    def exchange(
        self, page: DummyPage, story: str, other: Article, photos: tuple[Photo, ...] = ()
    ) -> Dummy | None:
        """Return the issue made up with one story in the place of another, none where that does not help.

        The page is tried by itself first; the issue may have more photos.
        """
        other = self.renamed(other)
        issue = exchanged(self.shop.issue, story, other, photos)
        stories = [other if each.id == story else each for each in self.stories(page)]
        return self.fills(page, stories, issue)

    def stories(self, page: DummyPage) -> list[Article]:
        """Return the stories of a page, each with the place it is held at."""
        return stories_on(page, self.shop.issue, self.shop.layout)

    def fills(self, page: DummyPage, stories: Sequence[Article], issue: Issue) -> Dummy | None:
        """Return an issue made up if some stories fill a page of it and no others are worse, else none."""
        return self.made(page, issue) if self._closes(page, stories, issue) else None

    def _closes(self, page: DummyPage, stories: Sequence[Article], issue: Issue) -> bool:
        """Return whether some stories fill a page, so far as it can be tried by itself: parts cannot."""
        if any(fit.parts > 1 for fit in page.fits):
            return self.left > 0
        if self.left <= 0 or not 0 < len(stories) <= CROWD:
            return False
        self.left -= 1
        found = self.shop.beside(issue).page(stories, page.lines)
        return found is not None and is_full(found[0])

    def made(self, page: DummyPage, issue: Issue) -> Dummy | None:
        """Return an issue made up if a page of it is full and no others are worse than they were, else none.

        Where nobody planned the pages, stories change places: then all others together are no worse.
        """
        planned = bool(self.shop.issue.sheet.pages)
        self.left -= PLANNED if planned else len(self.dummy.pages)
        after = made_up(self.shop.beside(issue)).value
        if after is None or _begun(after) != _begun(self.dummy):
            return None
        was = {each.number: misfit(each) for each in self.dummy.pages if each.number != page.number}
        now = {each.number: misfit(each) for each in after.pages}
        full = not now.pop(page.number)
        others = [(now[at], was[at]) for at in was] if planned else [(sum(now.values()), sum(was.values()))]
        return after if full and all(new <= old for new, old in others) else None


def _begun(dummy: Dummy) -> list[bool]:
    """Return which pages have stories."""
    return [bool(page.fits) for page in dummy.pages]


def misfit(page: DummyPage) -> int:
    """Return the lines by which a page is over or short, 0 where it is full."""
    return page.overset + sum(fit.short for fit in page.fits if fit.leaves_white)
