"""One design of ``layouts/<name>/``: trim, type area, grid, type styles, page masters. Data, not code."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    InstanceOf,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from newsletter.areas import Area
from newsletter.diagnostics import Diagnostic, Finding, Severity, Span, Staged
from newsletter.issue import Direction
from newsletter.language import _, ngettext
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.manuscript import DOTS
from newsletter.prominence import Prominence
from newsletter.refusals import refusal
from newsletter.rulebook import declare
from newsletter.slots import SlotPlan, slot_faults
from newsletter.yaml_source import Listing, Node, Scalar, Table, decode, read_yaml

SHEET = "layout.yaml"
NOTE_FACE = "kai"
SMALLEST_RUBY = 5.0
"""The least size in points of readings over the body where the layout names none."""
STEPS = tuple(Pt(size) for size in (10.5, 12, 14, 16, 18, 20, 22, 24, 27))
"""The sizes in points that kickers and decks take."""
QUOTED = 1.7
"""The size of pull quotes beside the body's."""
TINT = 0.1
STRONG = 0.7
"""The ink that a box's ground has where the layout names no tint, of those inks of the house colour that
have this share of its strongest: a weaker one would fall below what a press holds.
"""
LEAST_ROOM = 10
"""The lines that a page must leave for stories."""
FURNITURE = {"name": "masthead", "masthead": "hei", "folio": "hei", "section": "song-black", "imprint": "hei"}
"""What the templates fill and the face of each: the publication's name on page 1, the rest of the masthead,
the folio, the page's name in it, the imprint."""
NEWSPAPER = Mm(250.0)
"""The least width of a newspaper's page in mm: 八开 is 260 and more, a magazine's page 210."""
TABLE_SHARE = 0.9
"""The size of tables and notes as a share of the body's, rounded to half points."""


Ink = Annotated[float, Field(ge=0, le=1)]
"""A share of one ink of a colour."""


class Record(BaseModel):
    """A frozen part of a layout; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Trim(Record):
    """The finished page in mm."""

    width: Mm = Field(gt=0, le=2000)
    height: Mm = Field(gt=0, le=2000)


class Grid(Record):
    """The type area in characters and lines of the body: columns and gutters in em, height in lines.

    ``top`` is the white in mm over the first line, ``inner`` that between the fold and the type area: the
    outer margin is what is left, and pages mirror each other. Without it the type area is centred.
    """

    columns: int = Field(ge=1, le=16)
    column: float = Field(gt=4)
    gutter: float = Field(gt=0)
    lines: int = Field(ge=10, le=400)
    top: Mm = Field(ge=0)
    inner: Mm | None = Field(default=None, ge=0)


class TypeStyle(Record):
    """How a role is set: face keys, size and leading in points, colour by name.

    ``indent`` is the white before a paragraph's first line and ``inset`` that beside all its lines, in em:
    of a quotation left, and right too where the measure is wide; of a signature right. ``above`` is the
    white over the block in whole lines.
    """

    face: str
    strong: str = "hei-medium"
    stress: str = "kai"
    size: Pt = Field(gt=0)
    leading: Pt = Field(gt=0)
    colour: str = "black"
    align: Literal["justify", "left", "center", "right"] = "justify"
    indent: float = 0.0
    inset: float = Field(default=0.0, ge=0, le=8)
    above: int = Field(default=0, ge=0, le=4)


def derived_styles(body: TypeStyle, table: TypeStyle | None = None) -> dict[str, TypeStyle]:
    """Return the styles of blocks as they follow from the body, and the table's head from the table."""
    smaller = Pt(round(body.size * TABLE_SHARE * 2) / 2)
    plain = body.model_copy(update={"above": 0})
    cell = table or plain.model_copy(update={"size": smaller, "indent": 0.0, "align": "left"})
    kai = plain.model_copy(update={"face": NOTE_FACE if body.stress == DOTS else body.stress})
    return {
        "list": plain,
        "quote": kai.model_copy(update={"inset": 2.0}),
        "verse": kai.model_copy(update={"indent": 0.0, "align": "left"}),
        "signature": plain.model_copy(update={"indent": 0.0, "inset": 2.0}),
        "table": cell,
        "table-head": cell.model_copy(update={"face": body.strong}),
        "table-title": plain.model_copy(update={"face": body.strong, "indent": 0.0, "align": "center"}),
        "label": plain.model_copy(
            update={"face": body.strong, "size": Pt(body.size + 1), "colour": "house", "indent": 0.0}
        ),
        "pull-quote": plain.model_copy(
            update={
                "face": NOTE_FACE,
                "size": Pt(round(body.size * QUOTED)),
                "leading": Pt(body.leading * 1.5),
                "indent": 0.0,
                "align": "center",
            }
        ),
        "gutter": plain.model_copy(update={"face": body.strong, "size": smaller, "indent": 0.0}),
        "index": plain.model_copy(update={"face": body.strong, "indent": 0.0, "align": "left"}),
        "index-title": plain.model_copy(
            update={"face": body.strong, "size": Pt(2 * body.size), "colour": "house"}
        ),
        "index-page": plain.model_copy(
            update={"face": body.strong, "size": smaller, "colour": "house", "indent": 0.0, "align": "left"}
        ),
        "contents-entry": plain.model_copy(update={"face": body.strong, "indent": 0.0, "align": "left"}),
        "contents-byline": kai.model_copy(update={"indent": 0.0, "align": "right"}),
        "contents-page": plain.model_copy(update={"face": body.strong, "indent": 0.0, "align": "right"}),
        "contents-section": plain.model_copy(update={"face": body.strong, "indent": 0.0, "align": "left"}),
        "note": kai.model_copy(update={"size": smaller, "indent": 0.0}),
        "running-head": kai.model_copy(update={"size": smaller, "indent": 0.0, "align": "left"}),
        "jump": kai.model_copy(update={"indent": 0.0, "align": "right"}),
    }


class RubyStyle(Record):
    """How readings are set over the body: a face key, the size in points, half the body's if none."""

    face: str = "hei"
    size: Pt | None = Field(default=None, gt=0)


class HeadlineStyle(Record):
    """Headlines of one rank: the steps of size from the largest, the face, the most lines.

    ``kicker`` and ``deck`` are shares of the headline's size, ``tracking`` the least and the most space in
    em after a character that may bring a headline to its width. ``white`` is the least white above and
    below the head together, in lines.
    """

    face: str
    steps: tuple[Annotated[Pt, Field(gt=0)], ...] = Field(min_length=1)
    lines: int = Field(default=2, ge=1, le=4)
    kicker: float = Field(default=0.4, gt=0, le=1)
    kicker_rule: bool = False
    deck: float = Field(default=0.45, gt=0, le=1)
    tracking: tuple[float, float] = (-0.02, 0.12)
    direction: Direction = Direction.HORIZONTAL
    white: float = Field(default=0.45, ge=0.2, le=6)

    @field_validator("steps")
    @classmethod
    def _descends(cls, steps: tuple[Pt, ...]) -> tuple[Pt, ...]:
        """Refuse steps that do not go down: make-up takes the first for the largest."""
        if any(later >= earlier for earlier, later in pairwise(steps)):
            raise ValueError(_("the steps do not descend"))
        return steps


class Upright(Record):
    """Headlines set vertically: the ``side`` of the story they stand at, the least and most tracking in em.

    ``least`` is the share of the story's height that such a headline must fill.
    """

    side: Literal["left", "right"] = "left"
    tracking: tuple[float, float] = (0.0, 0.3)
    least: float = Field(default=0.5, gt=0, le=1)


class PictureBand(Record):
    """Where a master's picture stands: from edge to edge, white in mm above and below; 0 reaches the edge."""

    top: Mm = Field(default=Mm(0.0), ge=0)
    bottom: Mm = Field(default=Mm(0.0), ge=0)


class Master(Record):
    """Room a page master takes from the type area, in lines: at the head and at the foot.

    A master that ``fills`` a page takes all of it: a template of the master's own name is given the type
    area or, for the whole page, the trim with its bleed, and the page has no stories of its own.
    ``picture`` is where it shows the issue's cover picture; ``contents`` says that its lines are the table of
    contents.
    """

    head: int = Field(default=0, ge=0)
    foot: int = Field(default=0, ge=0)
    fills: Literal["nothing", "area", "page"] = "nothing"
    picture: PictureBand | None = None
    contents: bool = False


class Extent(Record):
    """The numbers of pages that can be bound: least and most, and the pages that one sheet gives."""

    least: int = Field(default=1, ge=1)
    most: int = Field(default=400, ge=1)
    multiple: int = Field(default=1, ge=1)

    def takes(self, pages: int) -> bool:
        """Return whether an issue of so many pages can be bound."""
        return self.least <= pages <= self.most and pages % self.multiple == 0


class Composition(Record):
    """How lines are composed; lengths in em of the type.

    ``line_start`` and ``line_end``: the width of an opening mark at a line's start and of a closing one at
    its end, ``either`` being full where the line has the white anyway. ``tightest``: the most taken from
    between two characters. ``hyphenation``: the language that divides Latin words, empty for none.
    ``latin``: by face, the size of Latin letters and digits in parts of the Han's beside them.
    """

    line_start: Literal["half", "full"] = "half"
    line_end: Literal["half", "full", "either"] = "either"
    gap: float = Field(default=0.25, ge=0, le=0.5)
    tightest: float = Field(default=0.05, ge=0, le=0.1)
    loosest: float = Field(default=0.25, gt=0)
    hyphenation: str = "en_US"
    latin: Mapping[str, Annotated[float, Field(ge=0.8, le=1.25)]] = {}


class Limits(Record):
    """What make-up may do; lengths in lines, ratios of the natural shape.

    ``loosened`` is the most white in em that asking a paragraph for other lines may put between characters.
    ``doglegs`` says whether stories may go on at the head of the next column where no rectangles fill a page.
    ``leading`` are the points by which the body's leading may differ on a page that nothing else fills.
    """

    crop: float = Field(default=0.45, ge=0, lt=1)
    smallest_leg: int = Field(default=3, ge=1)
    gap: int = Field(default=2, ge=0)
    photo_gap: int = Field(default=1, ge=0)
    air: int = Field(default=2, ge=0)
    loosened: float = Field(default=0.16, ge=0, le=0.5)
    doglegs: bool = True
    leading: Pt = Field(default=Pt(0.0), ge=0, le=1)


class Jumps(Record):
    """Where a story may run on (转版): nowhere, over the pages that follow, or on any later page.

    ``lines`` are the fewest of a part, ``most`` is how many stories may leave or come to a page; ``page`` is
    what the jump lines call one: 下转第4版.
    """

    reach: Literal["none", "run-on", "later"] = "none"
    lines: int = Field(default=8, ge=3, le=60)
    most: int = Field(default=2, ge=1, le=8)
    page: str = Field(default="版", min_length=1, max_length=2)


class Lists(Record):
    """How list items are marked: the form of numbers, the marks of the outer and of the inner list."""

    numbers: Literal["1.", "1、", "（1）", "①"] = "1."
    mark: str = Field(default="•", min_length=1, max_length=1)
    inner_mark: str = Field(default="–", min_length=1, max_length=1)


class Tables(Record):
    """How tables are ruled and spaced (三线表): thickness in points, white between columns in em."""

    rule: Pt = Field(default=Pt(0.8), gt=0, le=3)
    thin_rule: Pt = Field(default=Pt(0.4), gt=0, le=3)
    gap: float = Field(default=1.0, ge=0.25, le=4)
    tallest_in_leg: int = Field(default=10, ge=0)


class Index(Record):
    """What page 1 says of the others (导读): so many entries in ``lines`` at its foot, one of them white."""

    lines: int = Field(default=4, ge=3, le=8)
    entries: int = Field(default=3, ge=1, le=6)


class Strip(Record):
    """The strip at the fold (中缝): vertical lines of the style ``gutter`` in the inner margin of each page.

    ``white`` mm are kept at least to the fold and to the type area.
    """

    lines: int = Field(default=2, ge=1, le=8)
    white: Mm = Field(default=Mm(2.5), ge=0)


def _fault_of(part: str, reason: str) -> PydanticCustomError:
    """Return the fault of a part of a layout that only the whole shows."""
    return PydanticCustomError("part", "{reason}", {"reason": reason, "part": part})


class Layout(Record):
    """A design with the folder it came from; what it has no template for, its ``base`` has.

    ``rich`` names the colours that are rich black: they are printed with the printer profile's.
    ``binding`` is what becomes of the printed sheets: folded, stitched through the fold, or glued; ``bound``
    says it where the layout does not.
    """

    name: str
    title: str
    format: str
    folder: Path
    base: str = ""
    templates: tuple[Path, ...] = ()
    trim: Trim
    bleed: Mm = Field(default=Mm(3.0), ge=0, le=20)
    border: Mm = Field(default=Mm(12.0), ge=0, le=40)
    grid: Grid
    page_count: int = Field(default=4, ge=1, le=400)
    extent: Extent = Extent()
    binding: Literal["fold", "saddle", "perfect"] | None = None
    opening: tuple[str, ...] = ("front",)
    closing: tuple[str, ...] = ("last",)
    folio: Literal["head", "foot"] = "head"
    left_hand: bool = Field(default=False, exclude=True, repr=False)
    punctuation: Literal["quanjiao", "kaiming", "banjiao"] = "quanjiao"
    composition: Composition = Composition()
    colours: Mapping[str, tuple[Ink, Ink, Ink, Ink]]
    rich: tuple[str, ...] = ()
    styles: Mapping[str, TypeStyle]
    headlines: Mapping[str, HeadlineStyle]
    upright: Upright = Upright()
    steps: tuple[Annotated[Pt, Field(gt=0)], ...] = Field(default=STEPS, min_length=1)
    furniture: Mapping[str, str] = FURNITURE
    masters: Mapping[str, Master]
    makeups: Mapping[str, SlotPlan] = {}
    ruby: RubyStyle = RubyStyle()
    photos: Prominence = Prominence()
    limits: Limits = Limits()
    jumps: Jumps = Jumps()
    lists: Lists = Lists()
    tables: Tables = Tables()
    index: Index | None = None
    strip: Strip | None = None
    places: InstanceOf[Mapping[tuple[str | int, ...], Span]] = Field(default={}, exclude=True, repr=False)

    @field_validator("furniture")
    @classmethod
    def _has_all_furniture(cls, faces: Mapping[str, str]) -> Mapping[str, str]:
        """Fill in the faces that a layout leaves to the tool."""
        if unknown := set(faces) - set(FURNITURE):
            names, known = ", ".join(sorted(unknown)), ", ".join(FURNITURE)
            raise ValueError(_("there is no “{name}”; there are {known}").format(name=names, known=known))
        return {**FURNITURE, **faces}

    @field_validator("styles")
    @classmethod
    def _with_derived(cls, styles: Mapping[str, TypeStyle]) -> Mapping[str, TypeStyle]:
        """Derive from the body the styles of blocks that the layout does not name."""
        return (
            {**derived_styles(styles["body"], styles.get("table")), **styles} if "body" in styles else styles
        )

    @model_validator(mode="after")
    def _has_its_parts(self) -> "Layout":
        """Refuse a layout without the styles, ranks and masters that every page needs."""
        wanted = {
            "styles": {"body", "crosshead", "byline", "source", "caption", "kicker", "deck"},
            "headlines": {"lead", "major", "standard", "brief", "filler"},
            "masters": {"inner", *self.opening, *self.closing},
            "colours": {"black", "house"},
        }
        for part, names in wanted.items():
            missing = names - set(getattr(self, part))
            if missing:
                raise _fault_of(part, _("{names} missing").format(names=", ".join(sorted(missing))))
        if self.styles["table-head"].size != self.styles["table"].size:
            raise _fault_of("styles", _("table-head is not of the table's size"))
        return self

    @property
    def bound(self) -> str:
        """What becomes of the printed sheets: pages as wide as a newspaper's are folded, others stitched."""
        return self.binding or ("fold" if self.trim.width >= NEWSPAPER else "saddle")

    @property
    def tint(self) -> tuple[float, float, float, float]:
        """The inks of a box's ground: the colour ``tint``, else a tenth of the house colour's strong inks."""
        house = self.colours["house"]
        strong = STRONG * max(house)
        cyan, magenta, yellow, black = (TINT * (ink >= strong > 0) for ink in house)
        return self.colours.get("tint", (cyan, magenta, yellow, black))

    def ruby_size(self, size: Pt, leading: Pt) -> Pt:
        """Return the size of readings over type of a size, in points.

        In proportion to that over the body; over headlines no more than the leading has room for, and
        never smaller than over the body.
        """
        body = self.styles["body"].size
        share = (self.ruby.size or max(SMALLEST_RUBY, body / 2)) / body
        return Pt(max(share * min(size, body), min(share * size, leading - size)))

    @property
    def faces(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every face that the layout names, each with the path of its key."""
        for name, style in self.styles.items():
            faces = ((("styles", name, key), getattr(style, key)) for key in ("face", "strong", "stress"))
            yield from ((path, face) for path, face in faces if face != DOTS)
        yield from ((("headlines", rank, "face"), each.face) for rank, each in self.headlines.items())
        yield from ((("furniture", role), face) for role, face in self.furniture.items())
        yield ("ruby", "face"), self.ruby.face

    def at(self, path: tuple[str | int, ...]) -> Span:
        """Return the place of a key of the layout's file, else of what it stands in, else of the file."""
        return _nearest(path, self.places, Span(f"{self.folder.parent.name}/{self.folder.name}/{SHEET}"))

    def style_name(self, name: str) -> str:
        """Return a style's name, the body's where type is set no otherwise: so its lines need no markup."""
        style, body = self.styles[name], self.styles["body"]
        alike = (style.face, style.size, style.colour) == (body.face, body.size, body.colour)
        return "body" if alike else name

    @cached_property
    def em(self) -> Mm:
        """The body's em in mm."""
        return to_mm(self.styles["body"].size)

    @cached_property
    def line(self) -> Mm:
        """The body's leading in mm."""
        return to_mm(self.styles["body"].leading)

    def span(self, columns: int) -> float:
        """Return the width of so many columns with the gutters between them, in em."""
        return columns * self.grid.column + (columns - 1) * self.grid.gutter

    @property
    def width(self) -> Mm:
        """The type area's width."""
        return Mm(self.span(self.grid.columns) * self.em)

    @property
    def left(self) -> Mm:
        """The left margin: the inner one of a right-hand page, the outer one of a left-hand page."""
        outside = self.trim.width - self.width
        inner = outside / 2 if self.grid.inner is None else self.grid.inner
        return Mm(outside - inner if self.left_hand else inner)

    def on(self, page: int) -> "Layout":
        """Return the layout as it stands on a page: even ones are left-hand pages, where margins differ."""
        left_hand = self.grid.inner is not None and page % 2 == 0
        return self if left_hand == self.left_hand else self.model_copy(update={"left_hand": left_hand})

    def leaded(self, first: int, lines: int, more: int) -> "Layout":
        """Return the layout with ``more`` lines, fewer where negative, in the place of some from a first on.

        The Han of the first and of the last of them stay where they are: only what is between them moves.
        """
        was = self.styles["body"].leading
        leading = Pt(was * (lines - 1) / (lines + more - 1))
        top = Mm(self.grid.top + first * (self.line - to_mm(leading)) + to_mm(was - leading) / 2)
        styles = {
            name: style.model_copy(update={"leading": leading}) if style.leading == was else style
            for name, style in self.styles.items()
        }
        grid = self.grid.model_copy(update={"top": top, "lines": self.grid.lines + more})
        return self.model_copy(update={"styles": styles, "grid": grid, "line": to_mm(leading)})

    def column_x(self, column: int) -> Mm:
        """Return the left edge of a column, counted from 0."""
        return Mm(self.left + column * (self.grid.column + self.grid.gutter) * self.em)

    def line_y(self, line: int) -> Mm:
        """Return the top of a line of the grid, counted from 0."""
        return Mm(self.grid.top + line * self.line)

    def room_of(self, page: int, pages: int) -> Master:
        """Return what a page's furniture takes; the imprint stands on the last page, be it the first."""
        master = self.masters[self.master_of(page, pages)]
        ends = page == pages and self.masters[self.closing[-1]].foot if self.closing else 0
        return master.model_copy(update={"foot": ends or master.foot})

    def kinds_on(self, name: str, room: Master) -> tuple[str, ...]:
        """Return the templates that stand on a master, in the room that its page's furniture takes."""
        if room.fills == "page":
            return (name,)
        first = ("masthead",) if name == "front" else ("folio",)
        whole = (name,) if room.fills == "area" else ()
        return (*first, *whole, *(("imprint",) if room.foot else ()))

    def index_lines(self, page: int, pages: int) -> int:
        """Return the lines that a page keeps at its foot for the index: the first of several."""
        return self.index.lines if self.index and page == 1 < pages else 0

    def master_of(self, page: int, pages: int) -> str:
        """Return the name of a page's master: of the first by ``opening``, of the last by ``closing``.

        Where an issue is too short for both, the first pages' come first.
        """
        if page <= len(self.opening):
            return self.opening[page - 1]
        from_end = pages - page
        return self.closing[-1 - from_end] if from_end < len(self.closing) else "inner"


@declare("M090", "layout_unknown", Severity.ERROR)
def layout_unknown(at: Span | None, name: str, known: str) -> Finding:
    """The issue names a layout that is not there.

    Layouts are folders of the workspace's layouts/ or come with the tool; see `newsletter layouts`.
    """
    message = _("There is no layout “{name}”.").format(name=name)
    return Finding(at, message, _("There are: {known}.").format(known=known))


@declare("M091", "layout_unusable", Severity.ERROR)
def layout_unusable(at: Span, layout: str, key: str, reason: str) -> Finding:
    """A layout's layout.yaml says something that cannot be.

    A key that no layout has, a value of the wrong kind, a colour that the layout does not define, a face
    that is in no fonts/ folder, columns that do not fit the trim. Compare with the tabloid that comes
    with the tool.
    """
    message = _("The layout “{layout}”: {key}: {reason}.").format(
        layout=layout, key=key or SHEET, reason=reason
    )
    return Finding(at, message, _("Compare with layouts/tabloid/layout.yaml."))


def find_layouts(folders: Sequence[Path]) -> dict[str, Path]:
    """Return the layouts of the folders by name; an earlier folder's wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for sheet in sorted(folder.glob(f"*/{SHEET}")):
            found.setdefault(sheet.parent.name, sheet.parent)
    return found


def read_layout(name: str, folders: Sequence[Path], at: Span | None = None) -> Staged[Layout]:
    """Return the layout of that name, with every fault of its file; ``at`` is where it is asked for."""
    layouts = find_layouts(folders)
    if name not in layouts:
        return Staged(None, (layout_unknown(at, name, ", ".join(sorted(layouts))),))
    staged = open_layout(layouts[name])
    if staged.value is None:
        return staged
    templates, faults = _bases(staged.value, layouts)
    layout = staged.value.model_copy(update={"templates": templates})
    faults = faults or tuple(_missing_templates(layout))
    return Staged(None if faults else layout, (*staged.diagnostics, *faults))


def _bases(layout: Layout, layouts: Mapping[str, Path]) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Return the folders that a layout's templates are looked for in: its own, its base's, that one's base's.

    And what is wrong with the bases.
    """
    folders, deepest = [layout.folder], layout
    while deepest.base:
        if deepest.base not in layouts:
            reason = _("there is no layout “{name}”").format(name=deepest.base)
            return tuple(folders), (_fault_at(deepest, ("base",), reason),)
        if layouts[deepest.base] in folders:
            return tuple(folders), (_fault_at(deepest, ("base",), _("it leads back to itself")),)
        folders.append(layouts[deepest.base])
        staged = open_layout(folders[-1])
        if staged.value is None:
            return tuple(folders), staged.diagnostics
        deepest = staged.value
    return tuple(folders), ()


def open_layout(folder: Path) -> Staged[Layout]:
    """Return the layout of a folder, or every fault of its file with its place."""
    file = f"{folder.parent.name}/{folder.name}/{SHEET}"
    text, faults = decode((folder / SHEET).read_bytes(), file)
    node, more = read_yaml(text, file) if text is not None else (None, ())
    if node is None or not isinstance(node, Table):
        nothing = layout_unusable(Span(file), folder.name, "", _("it holds no keys"))
        return Staged(None, (*faults, *more) or (nothing,))
    places: dict[tuple[str | int, ...], Span] = {}
    data = _plain(node, (), places)
    known = {"folder": folder, "templates": (folder,), "places": places}
    try:
        layout = Layout.model_validate({**data, **known})
    except ValidationError as error:
        return Staged(None, (*faults, *more, *_faults(error, folder.name, places, Span(file))))
    unusable = (*_misfits(layout), *_unknown_colours(layout))
    return Staged(None, unusable) if unusable else Staged(layout, (*faults, *more))


def _plain(node: Node, path: tuple[str | int, ...], places: dict[tuple[str | int, ...], Span]) -> Any:
    """Return a node as plain data and note the place of each part."""
    places.setdefault(path, node.at)
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [_plain(item, (*path, at), places) for at, item in enumerate(node.items)]
    for entry in node:
        places[(*path, entry.key)] = entry.at
    return {entry.key: _plain(entry.value, (*path, entry.key), places) for entry in node}


def _faults(
    error: ValidationError, name: str, places: Mapping[tuple[str | int, ...], Span], file: Span
) -> tuple[Diagnostic, ...]:
    found = []
    for each in error.errors():
        path = each["loc"] or (each.get("ctx", {}).get("part", ""),)
        reason = refusal(each, Layout)
        key = ".".join(map(str, path))
        found.append(layout_unusable(_nearest(path, places, file), name, key, reason))
    return tuple(found)


def _nearest(path: tuple[str | int, ...], places: Mapping[tuple[str | int, ...], Span], file: Span) -> Span:
    """Return the place of the longest known part of a path."""
    while path:
        if path in places:
            return places[path]
        path = path[:-1]
    return file


def _misfits(layout: Layout) -> Iterator[Diagnostic]:
    """Report what does not fit: the type area into the trim, the furniture into the type area."""
    yield from _too_wide(layout)
    below = layout.trim.height - layout.line_y(layout.grid.lines)
    if below < layout.bleed:
        reason = _("{lines} lines leave {foot:.1f} mm below").format(lines=layout.grid.lines, foot=below)
        if below < 0:
            reason = _("{lines} lines reach {over:.1f} mm beyond the page's foot")
            reason = reason.format(lines=layout.grid.lines, over=-below)
        yield _fault_at(layout, ("grid", "lines"), reason)
    for name, master in layout.masters.items():
        needed = LEAST_ROOM if master.fills == "nothing" else 1
        if master.head + master.foot + needed > layout.grid.lines:
            reason = ngettext("it leaves less than {lines} line", "it leaves less than {lines} lines", needed)
            reason = reason.format(lines=needed)
            yield _fault_at(layout, ("masters", name), reason)
    yield from _misplaced_slots(layout)
    yield from _crowded_strip(layout)
    yield from _tight_lines(layout)


RUNNING = ("body", "caption", "quote", "verse", "note", "table")
"""The styles that are set in several lines."""


def _tight_lines(layout: Layout) -> Iterator[Diagnostic]:
    """Report styles of several lines that would lie over each other; a title of one line may be larger."""
    for name in RUNNING:
        style = layout.styles.get(name)
        if style and style.leading < style.size:
            reason = _("lines {leading:g} pt apart lie over each other in type of {size:g} pt")
            reason = reason.format(leading=style.leading, size=style.size)
            yield _fault_at(layout, ("styles", name), reason)


def _crowded_strip(layout: Layout) -> Iterator[Diagnostic]:
    """Report a strip at the fold for which the inner margin has no room."""
    if layout.strip:
        needed = to_mm(Pt(layout.strip.lines * layout.styles["gutter"].leading)) + 2 * layout.strip.white
        inner = layout.on(1).left
        if needed > inner:
            reason = _("its lines need {needed:.1f} mm, the margin at the fold has {inner:.1f} mm")
            yield _fault_at(layout, ("strip", "lines"), reason.format(needed=needed, inner=inner))


def _misplaced_slots(layout: Layout) -> Iterator[Diagnostic]:
    """Report slots of named make-ups that stand on no page of the layout or on one another."""
    page = Area(0, 0, layout.grid.columns, layout.grid.lines)
    for name, plan in layout.makeups.items():
        for slot, reason in slot_faults(plan, page, layout.limits.gap):
            yield _fault_at(layout, ("makeups", name, "slots", slot), reason)


def _too_wide(layout: Layout) -> Iterator[Diagnostic]:
    """Report columns that are wider than the trim, or than what the inner margin leaves of it."""
    if layout.trim.width - layout.width < 2 * layout.bleed:
        reason = _("{columns} columns are {width:.1f} mm wide, the page {trim:.1f} mm").format(
            columns=layout.grid.columns, width=layout.width, trim=layout.trim.width
        )
        yield _fault_at(layout, ("grid", "columns"), reason)
    elif (outer := layout.on(2).left) < layout.bleed:
        reason = _("{inner:g} mm inside leave {outer:.1f} mm outside").format(inner=layout.left, outer=outer)
        yield _fault_at(layout, ("grid", "inner"), reason)


def _fault_at(layout: Layout, path: tuple[str | int, ...], reason: str) -> Diagnostic:
    return layout_unusable(layout.at(path), layout.name, ".".join(map(str, path)), reason)


def _missing_templates(layout: Layout) -> Iterator[Diagnostic]:
    """Report the templates that the layout's masters need and neither it nor its base has."""
    wanted: dict[str, tuple[str | int, ...]] = {"page.html.j2": (), "style.css.j2": ()}
    for name in (*layout.opening, "inner", *layout.closing):
        for kind in layout.kinds_on(name, layout.masters[name]):
            wanted.setdefault(f"{kind}.html.j2", ("masters", name))
    for template, path in wanted.items():
        if not any((folder / template).is_file() for folder in layout.templates):
            reason = _("there is no template “{name}”").format(name=template)
            at = layout.at(path or ("base",))
            yield layout_unusable(at, layout.name, ".".join(map(str, path)), reason)


def _unknown_colours(layout: Layout) -> Iterator[Diagnostic]:
    """Report the colours that styles and rich blacks name and the layout does not have."""
    for name, style in layout.styles.items():
        if style.colour not in layout.colours:
            reason = _("there is no colour “{name}”; there are {known}").format(
                name=style.colour, known=", ".join(layout.colours)
            )
            yield _fault_at(layout, ("styles", name, "colour"), reason)
    for name in layout.rich:
        if name not in layout.colours:
            known = ", ".join(layout.colours)
            reason = _("there is no colour “{name}”; there are {known}").format(name=name, known=known)
            yield _fault_at(layout, ("rich",), reason)


def unknown_faces(layout: Layout, known: Collection[str]) -> tuple[Diagnostic, ...]:
    """Return the faults of a layout that names faces which are not at hand."""
    at_hand = ", ".join(sorted(known))
    reason = _("there is no face “{name}”; there are {known}")
    return tuple(
        _fault_at(layout, path, reason.format(name=face, known=at_hand))
        for path, face in layout.faces
        if face not in known
    )
