"""Why a page is not full: what stands on it, by how much it misses, what its stories could take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsletter.dummy import DummyPage
from newsletter.issue import Issue
from tests.bench.within import Span, together


@dataclass(frozen=True, slots=True)
class Missed:
    """A page that is not full; ``room`` is its area, ``spans`` are the areas that stories can take.

    ``within`` says whether its content is within limits, ``tiles`` whether shapes that share it out may exist.
    """

    page: DummyPage
    issue: Issue
    spans: Mapping[str, Span]
    room: int
    within: bool
    tiles: bool

    @property
    def why(self) -> str:
        """One line: the content, then the fault."""
        return f"{self._content()}; {', '.join(self._faults()) or 'no stories'}"

    def _content(self) -> str:
        stories = [story for fit in self.page.fits if (story := self.issue.article(fit.story))]
        whole = together(self.spans[story.id] for story in stories)
        photos = sum(len(story.photos) for story in stories)
        plan = "planned" if self.issue.sheet.pages else "shared"
        area = f"{whole.least:.0f} to {whole.most:.0f} for {self.room}"
        return f"{plan}, {len(stories)} stories, {photos} photos, {area}"

    def _faults(self) -> Iterator[str]:
        short = sum(fit.short for fit in self.page.fits if fit.short >= fit.legs)
        out = sum(not fit.placed and bool(fit.lines) for fit in self.page.fits)
        parts = sum(fit.parts > 1 for fit in self.page.fits)
        yield from (f"{self.page.overset} over",) if self.page.overset else ()
        yield from (f"{short} short",) if short else ()
        yield from (f"{out} left out",) if out else ()
        yield from (f"{parts} run on",) if parts else ()
        yield "within limits" if self.within else "beyond limits"
        yield from () if self.tiles else ("no shapes share it out",)
