"""What is known of a PDF from the file alone: frozen facts, in mm from the trim's top left corner."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from newsletter.diagnostics import Spot
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.press.plates.facts import Ink

Use = Literal["fill", "stroke", "text", "image", "shading"]


@dataclass(frozen=True, slots=True)
class Box:
    """A page box as written, in points."""

    x0: Pt
    y0: Pt
    x1: Pt
    y1: Pt

    @property
    def width(self) -> Mm:
        """Width in mm."""
        return to_mm(self.x1 - self.x0)

    @property
    def height(self) -> Mm:
        """Height in mm."""
        return to_mm(self.y1 - self.y0)

    def holds(self, other: "Box", slack: float = 0.01) -> bool:
        """Return whether the other box lies within this one."""
        return (
            self.x0 - slack <= other.x0
            and self.y0 - slack <= other.y0
            and self.x1 + slack >= other.x1
            and self.y1 + slack >= other.y1
        )


@dataclass(frozen=True, slots=True)
class ProfileHeader:
    """An ICC profile's class (``prtr`` for printing), colour space (``CMYK``) and major version."""

    kind: str
    space: str
    version: int


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent; ``components`` are those of the profile (4 for CMYK), 0 without one."""

    kind: str
    identifier: str
    condition: str
    registry: str
    has_profile: bool
    components: int
    profile: ProfileHeader | None = None


@dataclass(frozen=True, slots=True)
class Font:
    """A font that is set in the file; ``notdef`` is where it first shows its missing glyph."""

    base: str
    kind: str
    embedded: bool
    subset: bool
    to_unicode: bool
    first: Spot
    notdef: Spot | None = None


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour space in use on a page: ``DeviceCMYK``, ``DeviceRGB``, ``Separation All``, ``ICCBased 3``."""

    use: Use
    space: str
    count: int
    first: Spot


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something occurs on a page, and where first."""

    count: int
    first: Spot


@dataclass(frozen=True, slots=True)
class Measure:
    """The extreme of a page with its place: type in pt, line in mm, ink in per cent."""

    value: float
    at: Spot


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as placed; ppi along its own width and height."""

    name: str
    width: int
    height: int
    space: str
    filter: str
    at: Spot
    ppi_x: float
    ppi_y: float
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Patch:
    """What reaches an edge: kind of paint, its colour space, the rectangle that shows."""

    use: Use
    space: str
    at: Spot


@dataclass(frozen=True, slots=True)
class TypeSize:
    """How many strings a page has of one size of type: the size in points with its first place."""

    strings: int
    least: Measure


Part = Literal["content", "text", "plates", "page", "file"]


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the file that could not be looked at, of a page or (0) of the whole file, and why."""

    part: Part
    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: boxes, paints, pictures, type, text.

    ``black_over`` and ``black_out`` count black type that overprints and that knocks out, ``black_cut``
    what of the latter stands on something. ``oddities`` are things that print otherwise or not at all:
    PostScript, OPI, transfer curves. ``spots`` are its spot colours; ``blend_space`` is the colour space
    that transparency is blended in. ``ink`` is there where the plates were drawn, ``alone`` where small
    type was told from readings: the type under the limit that stands over nothing larger.
    """

    number: int
    media: Box | None = None
    crop: Box | None = None
    bleed: Box | None = None
    trim: Box | None = None
    art: Box | None = None
    rotation: int = 0
    annotations: int = 0
    actions: bool = False
    paints: tuple[Paint, ...] = ()
    pictures: tuple[Picture, ...] = ()
    black_over: Tally | None = None
    black_out: Tally | None = None
    black_cut: Tally | None = None
    white_over: Tally | None = None
    type_sizes: tuple[TypeSize, ...] = ()
    thinnest_line: Measure | None = None
    heaviest_ink: Measure | None = None
    edges: tuple[Patch, ...] = ()
    transparency: tuple[str, ...] = ()
    blend_space: str = ""
    registration: Tally | None = None
    rich_type: Tally | None = None
    lightest_tint: Measure | None = None
    fonts: tuple[str, ...] = ()
    spots: tuple[tuple[str, Tally], ...] = ()
    oddities: tuple[tuple[str, Tally], ...] = ()
    ink: Ink | None = None
    alone: tuple[Measure, ...] | None = None
    text: str = ""
    lines: tuple[Spot, ...] = ()

    @property
    def bleed_width(self) -> Mm | None:
        """The smallest bleed of the four sides in mm, none without boxes."""
        if self.bleed is None or self.trim is None:
            return None
        outer, inner = self.bleed, self.trim
        sides = (inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1)
        return to_mm(min(sides))


@dataclass(frozen=True, slots=True)
class PressFile:
    """A PDF read back; ``faults`` says what could not be read, in whole sentences.

    ``packed`` files keep their objects in streams. ``info`` holds the Info dictionary by key, ``xmp`` the
    metadata by ``dc:title`` and the like.
    """

    name: str
    header: str
    version: str
    encrypted: bool = False
    identified: bool = False
    intents: tuple[Intent, ...] = ()
    info: Mapping[str, str] = field(default_factory=dict)
    xmp: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    pages: tuple[Sheet, ...] = ()
    fonts: tuple[Font, ...] = ()
    optional_content: bool = False
    actions: tuple[str, ...] = ()
    embedded_files: int = 0
    packed: bool = False
    faults: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Character:
    """A character on a page: size in pt, box in mm from the trim's top left corner, y downwards.

    The box is the character's own cell (advance by ascent and descent) unless ink was asked for; ``base``
    is the baseline it stands on, ``font`` the name of its font in the file.
    """

    char: str
    size: Pt
    x0: Mm
    y0: Mm
    x1: Mm
    y1: Mm
    base: Mm
    font: str
