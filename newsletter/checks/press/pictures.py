"""Rules about how fine pictures are at their placed size."""

from collections.abc import Iterator

from newsletter.checks.press.wording import finding, pictures, place
from newsletter.diagnostics import Finding, Severity
from newsletter.language import _
from newsletter.press.expectation import Expectation
from newsletter.press.facts import Picture, PressFile
from newsletter.rulebook import check

COARSEST_PPI = 150.0


@check("F045", "picture_too_coarse", Severity.ERROR)
def picture_too_coarse(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A picture has too few pixels for its size on paper.

    Faces show steps and squares. Example: 300 pixels over 80 mm are 95 ppi. Place it smaller, crop
    less, or get the original from the photographer.
    """
    floor = expected.condition.ppi_floor if expected.condition else COARSEST_PPI
    for picture in pictures(file):
        if _ppi(picture) < floor - 0.5:
            yield _coarse(file, picture, floor)


@check("F046", "picture_coarse", Severity.WARNING)
def picture_coarse(file: PressFile, expected: Expectation) -> Iterator[Finding]:
    """A picture has fewer pixels than the paper could show.

    It prints, but softer than its neighbours. Example: 180 ppi on newsprint, where 200 are good.
    Place it smaller, or get the original.
    """
    if expected.condition is None:
        return
    for picture in pictures(file):
        if expected.condition.ppi_floor - 0.5 <= _ppi(picture) < expected.condition.ppi_warn - 0.5:
            yield _coarse(file, picture, expected.condition.ppi_warn)


def _ppi(picture: Picture) -> float:
    """Return the coarser of both directions; a picture of one or two pixels is a flat colour."""
    flat = picture.width <= 2 or picture.height <= 2
    return float("inf") if flat else min(picture.ppi_x, picture.ppi_y)


def _coarse(file: PressFile, picture: Picture, wanted: float) -> Finding:
    message = _("The picture on {place} has {found:.0f} ppi; wanted are {wanted:g}.")
    message = message.format(place=place(picture.at), found=_ppi(picture), wanted=wanted)
    return finding(file, message, _("Place it smaller, or get a larger original."), picture.at)
