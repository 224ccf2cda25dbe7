"""The plan as the terminal shows it: wireframes of the pages, how every story found room, and by what."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from newsletter.console.fits import Fits
from newsletter.console.receipts import receipts
from newsletter.console.wireframe import Wireframes
from newsletter.dummy import Dummy
from newsletter.issue import Issue

if TYPE_CHECKING:
    from newsletter.layout import Layout


def planned(dummy: Dummy, issue: Issue, layout: "Layout") -> Iterable[RenderableType]:
    """Yield the drawing, then the tables of fits and of what was done to get them."""
    yield Wireframes(dummy.pages, (layout.trim.width, layout.trim.height), furniture_names(issue))
    yield Fits(dummy, {each.id: each for each in (*issue.articles, *issue.fillers)})
    for part in receipts(dummy):
        yield Text()
        yield part


def furniture_names(issue: Issue) -> dict[str, str]:
    """Return what stands in the places that the layout fills, where a wireframe can say it."""
    return {"masthead": issue.publication.name} if issue.publication.name else {}
