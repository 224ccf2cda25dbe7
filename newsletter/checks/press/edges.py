"""Rules about the edges of the page: bleed that is filled, what stands at the cut."""

from collections.abc import Iterable, Iterator

from newsletter.checks.press.wording import finding, place
from newsletter.diagnostics import Finding, Severity, Spot
from newsletter.language import _
from newsletter.lengths import Mm
from newsletter.press.expectation import Expectation
from newsletter.press.facts import PressFile, Sheet
from newsletter.rulebook import check

_EDGE_SLACK = 0.1
_EDGE_SLACK_IN = -0.5


@check("F050", "bleed_short", Severity.ERROR)
def bleed_short(file: PressFile) -> Iterator[Finding]:
    """A picture or tint reaches the cut, but not the edge of the bleed.

    The knife then leaves a white rim. Example: a photo that ends exactly on the trim.
    Carry it on into the bleed, or keep it clear of the trim.
    """
    for page in file.pages:
        reach = page.bleed_width or Mm(0.0)
        for patch in page.edges:
            if any(_EDGE_SLACK_IN < out < reach - _EDGE_SLACK for out in _overhangs(patch.at, page)):
                message = _("What reaches the trim on {place} does not fill the bleed of {bleed:g} mm.")
                message = message.format(place=place(patch.at), bleed=round(reach, 2))
                yield finding(file, message, _("Carry it on into the bleed."), patch.at)


@check("F051", "matter_past_bleed", Severity.WARNING)
def matter_past_bleed(file: PressFile) -> Iterator[Finding]:
    """A picture or tint runs past the bleed, into the marks.

    It covers crop marks or is cut at the shop. Example: a background that fills the whole sheet.
    End it at the edge of the bleed.
    """
    for page in file.pages:
        reach = page.bleed_width
        for patch in page.edges:
            if reach is not None and max(_overhangs(patch.at, page)) > reach + _EDGE_SLACK:
                message = _("What begins on {place} runs past the bleed.").format(place=place(patch.at))
                yield finding(file, message, _("End it at the edge of the bleed."), patch.at)


def _overhangs(at: Spot, page: Sheet) -> tuple[float, float, float, float]:
    """Return by how many mm a place stands out over left, top, right and bottom of the trim."""
    box = page.trim or page.media
    width, height = (box.width, box.height) if box else (0.0, 0.0)
    return -at.x, -at.y, at.x + at.width - width, at.y + at.height - height


@check("F052", "type_at_the_edge", Severity.WARNING)
def type_at_the_edge(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """Type stands nearer to the cut than the knife is true.

    It may be cut. Example: a folio 1 mm from the edge. Keep type 3 mm inside the trim.
    """
    safe = expected.condition.safe if expected.condition else Mm(3.0)
    for page in file.pages:
        near = [line for line in page.lines if _is_near_edge(line, page, safe)]
        if near and page.trim:
            message = _("Type stands less than {safe:g} mm from the cut, {count} ×, first on {place}.")
            message = message.format(safe=safe, count=len(near), place=place(near[0]))
            yield finding(file, message, _("Move it inwards."), near[0])


def _is_near_edge(line: Spot, page: Sheet, safe: Mm) -> bool:
    """Return whether a line of type touches the trim's edge zone; the slug lies wholly outside the bleed."""
    over = _overhangs(line, page)
    outside = _is_outside(line, page, page.bleed_width or Mm(0.0))
    return not outside and max(over) > -safe + _EDGE_SLACK


def _is_outside(line: Spot, page: Sheet, bleed: Mm) -> bool:
    box = page.trim or page.media
    if box is None:
        return True
    apart: Iterable[bool] = (
        line.x >= box.width + bleed,
        line.y >= box.height + bleed,
        line.x + line.width <= -bleed,
        line.y + line.height <= -bleed,
    )
    return any(apart)
