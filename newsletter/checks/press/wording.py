"""Words and places that the rules about press files share."""

from collections.abc import Iterator

from newsletter.diagnostics import Finding, Span, Spot
from newsletter.language import _
from newsletter.press.facts import Picture, PressFile

ISO = "iso15930-7"


def _at(file: PressFile) -> Span | None:
    """Return the file as a place."""
    return Span(file.name) if file.name else None


def finding(file: PressFile, message: str, hint: str, spot: Spot | None = None) -> Finding:
    """Return a finding about a press file."""
    return Finding(_at(file), message, hint, spot)


def place(spot: Spot) -> str:
    """Return a place for people, in mm from the left and the top of the trim."""
    return _("page {page}, {x:.1f} mm from the left, {y:.1f} mm from the top").format(
        page=spot.page, x=spot.x, y=spot.y
    )


def rerun() -> str:
    """Return the way out where only a press file made outside this tool can have the fault."""
    return _("Have the file made again by newsletter build --press, or ask its maker for PDF/X-4.")


def pictures(file: PressFile) -> Iterator[Picture]:
    """Return the pictures of all pages."""
    for page in file.pages:
        yield from page.pictures


def meets(one: Spot, other: Spot, slack: float) -> bool:
    """Return whether two places have anything in common, up to ``slack`` mm."""
    return (
        one.x <= other.x + other.width + slack
        and other.x <= one.x + one.width + slack
        and one.y <= other.y + other.height + slack
        and other.y <= one.y + one.height + slack
    )
