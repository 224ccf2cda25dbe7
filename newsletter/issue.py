"""The issue as records: publication, permit, articles, photos, page plan; frozen, tuples only.

What the law or a rule asks for is optional here, so that its absence becomes that rule's finding.
"""

import datetime
import os
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

# Looking for plugins of pydantic, of which there are none, takes longer than making the records.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf
from pydantic_core import PydanticCustomError

from newsletter.areas import Extent, Stretch
from newsletter.diagnostics import Span
from newsletter.manuscript import Manuscript, Reading, Run, runs_with
from newsletter.stage import Stage


class Places(Mapping[str, Span]):
    """Where a record and its keys stand; ``faulty`` keys had a value that could not be read.

    ``rows`` are the lines of values that are written on several, each with its words.

    Where a record stands is no part of what it says, so all places are equal and records compare by content.
    """

    __slots__ = ("_spans", "faulty", "rows")

    def __init__(
        self,
        spans: Mapping[str, Span],
        faulty: frozenset[str] = frozenset(),
        rows: Mapping[str, tuple[tuple[str, Span], ...]] | None = None,
    ) -> None:
        self._spans = dict(spans)
        self.faulty = faulty
        self.rows = dict(rows or {})

    def __getitem__(self, key: str) -> Span:
        return self._spans[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0


NOWHERE = Places({})


def _places(value: object) -> object:
    """Return a plain mapping as places."""
    return Places(value) if isinstance(value, Mapping) and not isinstance(value, Places) else value


class Record(BaseModel):
    """A frozen record that knows the place of each of its keys (``""`` is the record's own)."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    places: Annotated[InstanceOf[Places], BeforeValidator(_places)] = Field(
        default=NOWHERE, exclude=True, repr=False
    )

    def at(self, key: str = "") -> Span | None:
        """Return the place of ``key``, else of the record."""
        return self.places.get(key) or self.places.get("")

    def doubtful(self, key: str) -> bool:
        """Return whether a value of ``key`` was written but could not be read, which is reported already."""
        return key in self.places.faulty


def _day(value: object) -> object:
    """Return a date written 2026-06-30; anything else that is text is refused, never guessed."""
    if not isinstance(value, str):
        return value
    written = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", value.strip(), re.ASCII)
    try:
        return datetime.date(*map(int, written.groups())) if written else _no_day(value)
    except ValueError:
        return _no_day(value)


def _no_day(value: str) -> object:
    raise PydanticCustomError("no_day", "not a date: {value}", {"value": value})


def _consent(value: object) -> object:
    """Return 是 and 否 as what pydantic takes for yes and no."""
    return (
        {"是": "yes", "否": "no", "有": "yes", "无": "no"}.get(value, value)
        if isinstance(value, str)
        else value
    )


def _several(value: object) -> object:
    """Return one word as a sequence of one; anything else unchanged."""
    return (value,) if isinstance(value, str) else value


class Printed(Record):
    """A record with lines that are printed; ``readings`` stand over characters of the line of their key."""

    readings: tuple[tuple[str, Reading], ...] = ()

    def runs(self, key: str) -> tuple[Run, ...]:
        """Return the line of a key with its readings; none for an empty one."""
        return runs_with(getattr(self, key), [reading for of, reading in self.readings if of == key])


class KnownName(Record):
    """A personal name of names.yaml; ``reading`` and ``office`` are empty where only the name is given."""

    name: str
    reading: str = ""
    office: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()


class TermWeight(StrEnum):
    """How much a term of terms.yaml weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Term(Record):
    """A word of terms.yaml that is not to be written so: what to write, how much it weighs.

    In the phrases of ``unless``, and in the advice itself, the word may stand.
    """

    term: str
    advice: str = ""
    severity: TermWeight = TermWeight.WARNING
    category: str = ""
    unless: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()


class PermitShape(Record):
    """How the permit numbers of a province are written: N a digit, Y a digit of a year, ? any character."""

    province: str
    shape: str
    example: str = ""


class Sibling(BaseModel):
    """Another issue of the workspace, as far as the series is concerned."""

    model_config = ConfigDict(frozen=True)
    slug: str
    number: int | None = None
    total: int | None = None
    date: datetime.date | None = None


class OtherPermit(BaseModel):
    """The permit of another publication of the workspace, as its record ``file`` has it."""

    model_config = ConfigDict(frozen=True)
    file: str
    number: str
    title: str = ""
    format: str = ""
    period: str = ""


Ruby = Literal["none", "rare"]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Count = Annotated[int, Field(ge=1)]
Share = Annotated[float, Field(ge=0, le=1)]


class Approval(Record):
    """What the permit approves."""

    title: str = ""
    format: str = ""
    period: str = ""
    print_run: Count | None = None


class Permit(Record):
    """The 准印证 as the certificate has it."""

    label: str = ""
    number: str = ""
    kind: Literal["serial", "single"] = "serial"
    province: str = ""
    valid_from: Day | None = None
    valid_until: Day | None = None
    approved: Approval = Approval()


class Printer(Record):
    """The print shop."""

    name: str = ""
    licence: str = ""
    province: str = ""
    address: str = ""


class Post(Record):
    """A person of the masthead: 主编 张明."""

    role: str
    name: str


def _posts(value: object) -> object:
    """Return ``{role: name}`` as a sequence of posts; anything else unchanged."""
    if not isinstance(value, Mapping):
        return value
    return tuple({"role": role, "name": name} for role, name in value.items() if role != "places")


class SignOff(Record):
    """Which stages must be signed before an issue goes to press; none where the house has not said."""

    required: tuple[Stage, ...] | None = None


class Signature(Record):
    """One signature of sign_off.yaml: who signed which stage of what, when, and over which content.

    ``of`` is `issue`, `story ID` or `page N`; ``stories`` are those of a page. ``content`` and ``pages``
    are hashes of the statement signed and of the pages as they looked; ``form`` is how the statement was
    written. ``asked`` are the stages that the workspace asked for. ``prev`` is the hash of the signature
    before, or of several, joined by +, that were given side by side; ``hash`` is this one's own. ``key``
    and ``seal`` belong to an SSH signature.
    """

    issue: str
    stage: Stage
    by: str
    time: str
    of: str
    stories: tuple[str, ...] = ()
    content: str
    pages: str = ""
    note: str = ""
    prev: str
    hash: str
    key: str = ""
    seal: str = ""
    form: int = 1
    asked: tuple[Stage, ...] = ()


class Publication(Record):
    """What stays from issue to issue."""

    name: str = ""
    publisher: str = ""
    permit: Permit = Permit()
    notice: str = ""
    recipients: str = ""
    printer: Printer = Printer()
    press: str = "coated"
    editors: Annotated[tuple[Post, ...], BeforeValidator(_posts)] = ()
    address: str = ""
    phone: str = ""
    email: str = ""
    sign_off: SignOff = SignOff()


class Rank(StrEnum):
    """The weight of a story on its page."""

    LEAD = "lead"
    MAJOR = "major"
    STANDARD = "standard"
    BRIEF = "brief"
    FILLER = "filler"


UNPARTED = (Rank.BRIEF, Rank.FILLER)
"""The ranks of stories that never run on to another page."""


class Direction(StrEnum):
    """Which way a headline runs."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class BoxKind(StrEnum):
    """What surrounds a boxed story: a rule, or a tint of the house colour under it."""

    RULE = "rule"
    TINT = "tint"


class PhotoStyle(StrEnum):
    """How photos of one group stand together."""

    ROWS = "rows"
    PORTRAITS = "portraits"


class PrintOrder(Record):
    """When and how many copies are printed; ``samples``, when the sample copies were delivered."""

    date: Day | None = None
    run: Count | None = None
    samples: Day | None = None


class PagePlan(Record):
    """One page of the plan: its name and its stories in order of weight."""

    page: Count
    name: str = ""
    articles: tuple[str, ...] = ()
    makeup: str = "auto"


class Waiver(Record):
    """A finding that a person takes on; ``where``, in the manifest ``at``, is ``photos.yaml#ceremony``."""

    rule: str
    where: str = Field(default="", alias="at")
    why: str = ""
    by: str = ""


class Cover(Record):
    """The cover of a magazine: its picture, by the photo's id, and the stories that it announces.

    Left out, they are the first photo of the first lead story that has one, and the lead stories.
    """

    photo: str = ""
    articles: tuple[str, ...] = ()


class Sheet(Record):
    """The contents of ``issue.yaml``; ``page_count`` counts where there is no page plan.

    ``publication`` is the file beside publication.yaml that an issue of another publication, with a permit of
    its own, has in its place.
    """

    number: Count | None = None
    total: Count | None = None
    date: Day | None = None
    print: PrintOrder = PrintOrder()
    publication: str = ""
    layout: str = "tabloid"
    pages: tuple[PagePlan, ...] = ()
    page_count: Count | None = None
    cover: Cover = Cover()
    waive: tuple[Waiver, ...] = ()
    ruby: Ruby = "none"


def _jump(value: object) -> object:
    """Return no, 否 and 不转 as no page."""
    return 0 if value in (False, "no", "否", "不", "不转") else value


class Shape(Record):
    """The rectangle that an editor wants for a story: how many columns wide, lines high, or both.

    Written from one to another, ``{columns: 1-4, lines: 1-40}``, it says also where the story stands:
    counted from 1, lines from the top of the page's room for stories. ``legs`` is in how many legs the text
    stands where the story is as wide as the page (变栏).
    """

    columns: Extent = None
    lines: Extent = None
    legs: Count | None = None

    @property
    def width(self) -> int | None:
        """The columns, none where any number will do."""
        return self.columns.amount if isinstance(self.columns, Stretch) else self.columns

    @property
    def height(self) -> int | None:
        """The lines, none where any number will do or the page's foot decides."""
        return self.lines.amount if isinstance(self.lines, Stretch) else self.lines

    @property
    def says_where(self) -> bool:
        """Whether the editor names columns or lines, not only how many."""
        return isinstance(self.columns, Stretch) or isinstance(self.lines, Stretch)

    @property
    def place(self) -> tuple[Stretch, Stretch] | None:
        """The columns and lines where the story stands, none where the editor leaves that open."""
        placed = isinstance(self.columns, Stretch) and isinstance(self.lines, Stretch)
        return (self.columns, self.lines) if placed else None  # type: ignore[return-value]


class Article(Printed):
    """A story of the manifest with its copy; ``ruby`` is the issue's unless the story has its own.

    ``pull_quote`` are words of the copy that are shown large in a leg. ``headline_over`` lays the head over
    the first photo. A story whose ``place`` is the gutter stands in the strip at the fold. ``jump`` is the
    later page that an editor wants the story to run on to, 0 where it shall not.
    """

    id: str
    file: str = ""
    kicker: str = ""
    headline: str = ""
    headline_style: Direction | None = None
    headline_over: Literal["photo"] | None = None
    deck: str = ""
    byline: str = ""
    source: str = ""
    rank: Rank = Rank.STANDARD
    photos: tuple[str, ...] = ()
    section: str = ""
    box: BoxKind | None = None
    pull_quote: str = ""
    page: Count | None = None
    place: Literal["gutter"] | None = None
    makeup: Shape = Shape()
    jump: Annotated[Annotated[int, Field(ge=0)] | None, BeforeValidator(_jump)] = None
    ruby: Ruby | None = None
    manuscript: InstanceOf[Manuscript] = Manuscript()


class Filler(Record):
    """A house notice of the bank: every line of ``text`` is a paragraph."""

    id: str
    headline: str = ""
    text: str = ""
    source: str = ""
    box: BoxKind | None = None


class Pixels(BaseModel):
    """An original's upright size in pixels, and whether it has transparent parts (a cut-out).

    ``stated`` is the orientation from 1 to 8 that its file states (EXIF).
    """

    model_config = ConfigDict(frozen=True)
    width: int
    height: int
    cut_out: bool = False
    stated: int = 1


class Photo(Printed):
    """A photo of the manifest; ``pixels`` is none until measured or where it cannot be read.

    Photos of a story with one ``group`` stand together in rows, under them the caption of the first where
    the others have none.

    ``fault`` says why it cannot: a `newsletter.photos.PhotoFault`, empty where it can. ``twin`` is the photo
    before it whose file has the same content.
    """

    id: str
    file: str = ""
    caption: str = ""
    credit: str = ""
    focus: tuple[Share, Share] = (0.5, 0.5)
    keep: str = ""
    group: str = ""
    style: PhotoStyle = PhotoStyle.ROWS
    consent: Annotated[bool | None, BeforeValidator(_consent)] = None
    pixels: Pixels | None = None
    fault: str = ""
    twin: str = ""


class Issue(BaseModel):
    """One issue, whole: ``slug`` is its folder's name, ``folder`` the path, ``workspace`` the root.

    ``unread`` names the manifest files of which a record, or all, could not be read: what seems to be
    missing from them may only be unread. ``fillers`` are the bank of house notices, ``siblings`` the other
    issues of the workspace, ``other_permits`` those of its other publications.
    """

    model_config = ConfigDict(frozen=True)
    slug: str
    workspace: Path
    folder: Path
    publication: Publication
    sheet: Sheet
    articles: tuple[Article, ...] = ()
    photos: tuple[Photo, ...] = ()
    names: tuple[KnownName, ...] = ()
    terms: tuple[Term, ...] = ()
    permit_shapes: tuple[PermitShape, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    other_permits: tuple[OtherPermit, ...] = ()
    fillers: tuple[Article, ...] = ()
    unread: frozenset[str] = frozenset()

    def article(self, identifier: str) -> Article | None:
        """Return the story or filler of that id."""
        return next((each for each in (*self.articles, *self.fillers) if each.id == identifier), None)

    def photo(self, identifier: str) -> Photo | None:
        """Return the photo of that id."""
        return next((each for each in self.photos if each.id == identifier), None)

    @property
    def earlier(self) -> tuple[Sibling, ...]:
        """The issues of the workspace that came out before this one, the latest last.

        Of two of one day that whose folder's name comes first is the earlier.
        """
        mine = (self.sheet.date or datetime.date.min, self.slug)
        dated = ((each.date, each.slug, each) for each in self.siblings if each.date)
        found = [(day, slug, each) for day, slug, each in dated if (day, slug) < mine]
        return tuple(each for _day, _slug, each in sorted(found, key=lambda one: one[:2]))
