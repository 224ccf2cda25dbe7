"""The dummy (版样): pages of frames in millimetres, from the trim's top left corner; no HTML."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from newsletter.diagnostics import Span
from newsletter.issue import BoxKind, Issue
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt
from newsletter.lines import Line
from newsletter.manuscript import Cell
from newsletter.receipt import Receipt, Remedy


class Role(StrEnum):
    """What a frame of text is."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    LEG = "leg"
    JUMP = "jump"
    CAPTION = "caption"
    TABLE = "table"
    LABEL = "label"
    PULL_QUOTE = "pull-quote"
    INDEX = "index"
    CONTENTS = "contents"
    GUTTER = "gutter"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in mm from the trim's top left."""

    x: Mm
    y: Mm
    width: Mm
    height: Mm

    @property
    def right(self) -> Mm:
        """The right edge."""
        return Mm(self.x + self.width)

    @property
    def bottom(self) -> Mm:
        """The bottom edge."""
        return Mm(self.y + self.height)

    def within(self, other: "Box", slack: float = 0.01) -> bool:
        """Return whether the rectangle lies in another, ``slack`` mm forgiven at its edges."""
        across = self.x >= other.x - slack and self.right <= other.right + slack
        return across and self.y >= other.y - slack and self.bottom <= other.bottom + slack

    def meets(self, other: "Box", slack: float = 0.01) -> bool:
        """Return whether the two rectangles share more than ``slack`` mm in both directions."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > slack and down > slack


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A table's cell whose text begins ``left`` em from the line's left."""

    cell: Cell
    left: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A composed line with the name of its type style (``body``, ``crosshead`` …).

    ``above`` and ``below`` are the thickness in points of the rules at its edges, 0 for none. A line of a
    table has ``cells``.
    """

    line: Line
    style: str
    above: float = 0.0
    below: float = 0.0
    cells: tuple["CellPlace", ...] = ()


@dataclass(frozen=True, slots=True)
class Lettering:
    """Type that lies over a photo: white or black, and its contrast with the pixels under it.

    The contrast is that of the worst tenth of the pixels, from 1 to 21 as WCAG 2.2 reckons; none until the
    photo was looked at, or where it cannot be.
    """

    photo: str
    white: bool = True
    contrast: float | None = None


@dataclass(frozen=True, slots=True)
class TextFrame:
    """A frame of lines set one below the other, ``leading`` apart, the first at the frame's top.

    ``size`` is the type size of all lines but those whose style says otherwise. The lines of a ``vertical``
    frame run downwards and follow each other from right to left; every piece of theirs is one upright cell,
    an em high, with its tracking after it. ``over`` says that the frame lies over a photo.
    """

    role: Role
    story: str
    box: Box
    lines: tuple[SetLine, ...]
    size: Pt
    leading: Pt
    vertical: bool = False
    over: Lettering | None = None


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of an upright original that is shown, as fractions of its width and height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


@dataclass(frozen=True, slots=True)
class PhotoFrame:
    """A photo in its place."""

    photo: str
    story: str
    box: Box
    crop: Crop


@dataclass(frozen=True, slots=True)
class RuleFrame:
    """A rule between stories; its thickness is the smaller side of the box, ``colour`` one of the layout's.

    No colour is the grey of rules.
    """

    box: Box
    colour: str = ""


@dataclass(frozen=True, slots=True)
class GroundFrame:
    """What a boxed story stands on: a tint, or white within a rule."""

    story: str
    kind: BoxKind
    box: Box


@dataclass(frozen=True, slots=True)
class FurnitureFrame:
    """A place that a template of the layout fills: masthead, folio, imprint."""

    kind: str
    box: Box


Frame = TextFrame | PhotoFrame | RuleFrame | GroundFrame | FurnitureFrame


class Foot(StrEnum):
    """What is at fault where a leg ends, the worst of it."""

    CLEAN = "clean"
    ORPHAN = "orphan"  # a paragraph's first line stays alone at the foot
    HEADING_LINE = "heading-line"  # a crosshead stands at the foot with a single line
    PARTED = "parted"  # lines that belong together are parted: rows of a table, a list's introduction
    WIDOW = "widow"  # a paragraph's short last line goes to the next leg
    SIGN_OFF = "sign-off"  # the sign-off line goes to the next leg alone
    HEADING = "heading"  # a crosshead stands at the foot, parted from its text


@dataclass(frozen=True, slots=True)
class LegFault:
    """A bad end of a story's ``leg``, counted from 0, with the ``text`` of the line that should not stand so.

    To ``cut`` or to ``add`` so many characters of the paragraph ``at`` that place would mend it; 0 where
    that does not help.
    """

    foot: Foot
    leg: int
    text: str
    at: Span | None
    cut: int
    add: int


@dataclass(frozen=True, slots=True)
class StoryFit:
    """How a story found room: ``placed`` + ``overset`` = ``lines``, all its body lines as they are set.

    ``receipt`` says what was done to it, ``remedies`` what would help where it is over or short.

    Of a story that runs on it is one of its ``parts``: the lines are the part's, ``came_from`` and
    ``goes_on`` are the pages of those before and after it, 0 for none. One that is ``bent`` goes on at the
    head of the next column: its box is the first of them.
    """

    story: str
    page: int
    box: Box
    headline_size: Pt
    legs: int
    measure: float
    lines: int
    placed: int
    overset: int
    overset_characters: int
    short: int
    faults: tuple[LegFault, ...] = ()
    receipt: Receipt | None = None
    remedies: tuple[Remedy, ...] = ()
    part: int = 1
    parts: int = 1
    came_from: int = 0
    goes_on: int = 0
    bent: bool = False

    @property
    def continues(self) -> bool:
        """Whether the story began on another page."""
        return self.part > 1

    @property
    def name(self) -> str:
        """The story's id, of one that runs on with the number of the part and of all: ``founding 1/2``."""
        return f"{self.story} {self.part}/{self.parts}" if self.parts > 1 else self.story

    @property
    def leaves_white(self) -> bool:
        """Whether more white is left than the low ends of the legs explain."""
        return not self.overset and self.short >= max(2, self.legs)


@dataclass(frozen=True, slots=True)
class DummyPage:
    """One page: ``short`` is the white left over, in lines of one column; ``overset`` likewise too much.

    Of its ``lines`` so many are ``more`` than the design has in their place, fewer where negative.
    """

    number: int
    name: str
    master: str
    frames: tuple[Frame, ...]
    fits: tuple[StoryFit, ...]
    lines: int
    badness: float
    more: int = 0

    @property
    def overset(self) -> int:
        """Lines that found no room on the page."""
        return sum(fit.overset for fit in self.fits)

    @property
    def short(self) -> int:
        """Lines of white that the page leaves beyond what is planned."""
        return sum(fit.short for fit in self.fits)

    @property
    def fill(self) -> float:
        """All body lines over those that the page has room for: 1 where it is full, more where it is over."""
        room = sum(fit.placed + fit.short for fit in self.fits)
        return sum(fit.lines for fit in self.fits) / room if room else float(bool(self.overset))


@dataclass(frozen=True, slots=True)
class Dummy:
    """The whole issue made up."""

    layout: str
    pages: tuple[DummyPage, ...]

    @property
    def photo_frames(self) -> tuple[PhotoFrame, ...]:
        """The photos in their places, page after page."""
        return tuple(frame for page in self.pages for frame in page.frames if isinstance(frame, PhotoFrame))

    def as_data(self) -> dict[str, Any]:
        """Return plain data for ``dummy.json``."""
        return {
            "layout": self.layout,
            "pages": [
                {
                    "number": page.number,
                    "name": page.name,
                    "master": page.master,
                    "overset": page.overset,
                    "short": page.short,
                    "fill": round(page.fill, 3),
                    "stories": [asdict(fit) for fit in page.fits],
                    "frames": [_frame_data(frame) for frame in page.frames],
                }
                for page in self.pages
            ],
        }


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A dummy beside the issue and the layout it was made from; the value that make-up rules examine."""

    issue: Issue
    layout: Layout
    dummy: Dummy


def _frame_data(frame: Frame) -> dict[str, Any]:
    """Return a frame as plain data, its lines as their text."""
    data: dict[str, Any] = {"frame": type(frame).__name__.removesuffix("Frame").lower()}
    for name in frame.__slots__:
        value = getattr(frame, name)
        if name == "lines":
            data[name] = [each.line.text for each in value]
        elif value is not None:
            data[name] = asdict(value) if name in {"box", "crop", "over"} else value
    return data
