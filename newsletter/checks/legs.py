"""Rules about the legs of stories: what may not stand at their heads and feet."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from newsletter.checks.makeup import spot_of
from newsletter.diagnostics import Finding, Severity
from newsletter.dummy import Box, DummyPage, Foot, LegFault, MadeUp, Role, StoryFit, TextFrame
from newsletter.language import _
from newsletter.lengths import Mm, to_mm
from newsletter.rulebook import check

AT_FOOT = frozenset((Foot.HEADING, Foot.HEADING_LINE))
"""Faults that a reader sees at the leg's foot; the others stand at the head of the next."""


def _faults(made: MadeUp, foot: Foot) -> Iterator[tuple[DummyPage, StoryFit, LegFault]]:
    """Return the legs with one kind of fault."""
    for page in made.dummy.pages:
        for fit in page.fits:
            yield from ((page, fit, fault) for fault in fit.faults if fault.foot is foot)


def _finding(
    made: MadeUp, page: DummyPage, fit: StoryFit, fault: LegFault, message: str, hint: str
) -> Finding:
    """Return a finding at the paragraph that would mend it, with the line's place on the page."""
    article = made.issue.article(fit.story)
    leg = fault.leg if fault.foot in AT_FOOT else fault.leg + 1
    box = _line_box(page, fit, leg, fault.foot in AT_FOOT)
    said = message.format(
        page=page.number,
        leg=leg + 1,
        headline=article.headline if article else fit.story,
        line=fault.text.strip(),
        x=box.x,
        y=box.y,
    )
    return Finding(fault.at, said, hint.format(cut=fault.cut, add=fault.add), spot_of(page.number, box))


def legs_of(page: DummyPage, story: str) -> tuple[tuple[TextFrame, ...], ...]:
    """Return the frames of a story's legs, each of those that a pull quote parts of two."""
    legs = [
        frame
        for frame in page.frames
        if isinstance(frame, TextFrame) and frame.role is Role.LEG and frame.story == story
    ]
    return tuple(tuple(parts) for _x, parts in groupby(legs, key=lambda frame: round(frame.box.x, 2)))


def _line_box(page: DummyPage, fit: StoryFit, leg: int, last: bool) -> Box:
    """Return the box of a leg's first or last line."""
    frames = legs_of(page, fit.story)[leg]
    frame = frames[-1] if last else frames[0]
    height = to_mm(frame.leading)
    y = frame.box.bottom - height if last else frame.box.y
    return replace(frame.box, y=Mm(y), height=height)


@check("Y015", "leg_starts_with_short_line", Severity.WARNING)
def leg_starts_with_short_line(made: MadeUp) -> Iterator[Finding]:
    """A leg starts with the short last line of a paragraph.

    The eye jumps to the head of the next leg and finds three characters there: the edge of the leg is
    broken where it should be clearest. Legs a line lower, paragraphs a line longer or shorter and other
    arrangements of the page were tried. Example: leg 2 of 《成立大会》 starts with “举行。”. Cut the
    characters of that line, or add enough to fill it.
    """
    for page, fit, fault in _faults(made, Foot.WIDOW):
        message = _(
            "Page {page}: leg {leg} of 《{headline}》 starts with a paragraph's short last line “{line}”, "
            "{x:.0f} mm from the left, {y:.0f} mm from the top."
        )
        hint = _("Cut {cut} characters of the paragraph, or add about {add}.")
        yield _finding(made, page, fit, fault, message, hint)


@check("Y016", "leg_ends_with_crosshead", Severity.WARNING)
def leg_ends_with_crosshead(made: MadeUp) -> Iterator[Finding]:
    """A leg ends with a crosshead, parted from the text that it stands over.

    A heading without a line below it looks like a mistake. Add to the paragraph before it so much that
    the crosshead moves to the next leg, or take the crosshead out.
    """
    for page, fit, fault in _faults(made, Foot.HEADING):
        message = _(
            "Page {page}: leg {leg} of 《{headline}》 ends with the crosshead “{line}”, "
            "{x:.0f} mm from the left, {y:.0f} mm from the top."
        )
        hint = _("Add about {add} characters to the paragraph before it, or take the crosshead out.")
        yield _finding(made, page, fit, fault, message, hint)


@check("Y017", "crosshead_with_single_line", Severity.NOTE)
def crosshead_with_single_line(made: MadeUp) -> Iterator[Finding]:
    """A leg ends with a crosshead and a single line of text.

    Two lines hold a crosshead at the foot of a leg; one hardly does. A line less in the paragraph before
    it brings a second line up.
    """
    for page, fit, fault in _faults(made, Foot.HEADING_LINE):
        message = _(
            "Page {page}: leg {leg} of 《{headline}》 ends with the crosshead “{line}” and a single line, "
            "{x:.0f} mm from the left, {y:.0f} mm from the top."
        )
        hint = _("Cut about {cut} characters of the paragraph before it.")
        yield _finding(made, page, fit, fault, message, hint)


@check("Y018", "leg_starts_with_sign_off", Severity.WARNING)
def leg_starts_with_sign_off(made: MadeUp) -> Iterator[Finding]:
    """A leg holds nothing but the sign-off line, or starts with it.

    The name of the author stands alone at the head of a leg, far from the text that is signed. Cut so
    much of the last paragraph that the line moves up.
    """
    for page, fit, fault in _faults(made, Foot.SIGN_OFF):
        message = _(
            "Page {page}: leg {leg} of 《{headline}》 starts with the sign-off line “{line}”, "
            "{x:.0f} mm from the left, {y:.0f} mm from the top."
        )
        hint = _("Cut about {cut} characters of the last paragraph.")
        yield _finding(made, page, fit, fault, message, hint)
