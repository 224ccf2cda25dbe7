"""The resources of a separated stream: pictures, forms, patterns, blends, fonts ready for the drawing."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pikepdf

from newsletter.press.matrix import Matrix, of, stretch, times
from newsletter.press.plates import blends, images
from newsletter.press.plates.groups import Group
from newsletter.press.plates.inking import Convert, Space, Unknown, space_of
from newsletter.press.plates.inline import inline_picture
from newsletter.press.plates.state import Paint, State
from newsletter.press.reader import Budget, TooMuch
from newsletter.press.resources import Resources
from newsletter.press.streams import unpacked

if TYPE_CHECKING:
    from newsletter.press.plates.separating import Separator

DARKEN, PLAIN = "/PlatesDarken", "/PlatesPlain"
"""Names of the two ExtGStates that a separated stream may use."""

_DEEPEST = 12
_KINDS = ("/XObject", "/Pattern", "/Shading", "/ExtGState", "/Font")
_FONT_DRAWN = "/Type3"


@dataclass(slots=True)
class Workshop:
    """What all streams of one drawing share: the file it goes to, the plates, what was made already.

    ``dots`` are the drawing's pixels to the point. ``unread`` collects what could not be drawn.
    """

    pdf: pikepdf.Pdf
    group: Group
    convert: Convert
    budget: Budget
    dots: float
    open: "Callable[[Workshop, Things, State], Separator]"
    made: dict[object, pikepdf.Object] = field(default_factory=dict)
    plates: dict[object, tuple[str, ...]] = field(default_factory=dict)
    unread: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Things:
    """The resources of one stream, looked up in ``resources``, made ready in ``own``."""

    shop: Workshop
    resources: Resources
    depth: int = 0
    own: pikepdf.Dictionary = field(init=False)
    _spaces: dict[str, Space] = field(default_factory=dict)
    _count: int = 0

    def __post_init__(self) -> None:
        """Begin with what the stream has."""
        self.own = _copied(self.resources)

    @property
    def group(self) -> Group:
        """The plates of the drawing."""
        return self.shop.group

    def space(self, called: str) -> Space:
        """Return a colour space by name; raises ``Unknown``."""
        if called not in self._spaces:
            defined = self.resources.get("/ColorSpace", called)
            found = pikepdf.Name(called) if defined is None and len(called) > 1 else defined
            self._spaces[called] = space_of(found, self.shop.convert)
        return self._spaces[called]

    def pattern_base(self, called: str) -> Space | None:
        """Return the space below patterns without colours of their own."""
        defined = self.resources.get("/ColorSpace", called)
        try:
            has_base = isinstance(defined, pikepdf.Array) and len(defined) > 1
            return space_of(defined[1], self.shop.convert) if has_base and defined is not None else None
        except Unknown:
            return None

    def is_mask(self, called: str) -> bool:
        """Return whether a name is that of a stencil, painted in the colour of fills."""
        found = self.resources.get("/XObject", called)
        return isinstance(found, pikepdf.Stream) and bool(found.get("/ImageMask", False))

    def picture(self, called: str, matrix: Matrix) -> tuple[str, tuple[str, ...]] | None:
        """Return the name and the plates of a separated picture; none where it cannot be had."""
        found = self.resources.get("/XObject", called)
        if not isinstance(found, pikepdf.Stream) or found.get("/Subtype") != pikepdf.Name.Image:
            return None
        space = found.get("/ColorSpace")
        return self._picture(found, self._defined(space), matrix, found.objgen)

    def inline(self, dictionary: bytes, data: bytes, matrix: Matrix) -> tuple[str, tuple[str, ...]] | None:
        """Return the name and the plates of an inline picture."""
        found = inline_picture(self.shop.pdf, dictionary, data)
        if found is None:
            self.shop.unread["inline picture"] = None
            return None
        return self._picture(found, self._defined(found.get("/ColorSpace")), matrix, (dictionary, data))

    def _defined(self, space: object) -> object:
        """Return a colour space, looked up where it is a name of the resources."""
        if isinstance(space, pikepdf.Name) and len(str(space)) > 1:
            return self.resources.get("/ColorSpace", str(space)) or space
        return space

    def _picture(
        self, image: pikepdf.Stream, space: object, matrix: Matrix, key: object
    ) -> tuple[str, tuple[str, ...]] | None:
        wanted = max(1, round(stretch(matrix)[0] * self.shop.dots * 1.5))
        try:
            if key not in self.shop.made or key == (0, 0):
                made = images.separated(image, self.shop.pdf, self.group, self.shop.convert, space, wanted)
                self.shop.made[key] = self.shop.pdf.make_indirect(made)
                self.shop.plates[key] = space_of(space, self.shop.convert).plates
        except (images.Undecodable, Unknown):
            self.shop.unread["picture"] = None
            return None
        return self._enter("/XObject", self.shop.made[key]), self.shop.plates[key]

    def form(self, called: str, caller: "Separator") -> str:
        """Return the name of a separated form, empty where there is no form of that name."""
        found = self.resources.get("/XObject", called)
        if not isinstance(found, pikepdf.Stream) or found.get("/Subtype") != pikepdf.Name.Form:
            return ""
        key = (found.objgen, caller.state.key())
        if key not in self.shop.made:
            matrix = times(of(_floats(found.get("/Matrix"))), caller.state.matrix)
            self.shop.made[key] = self._stream(found, replace(caller.state, matrix=matrix))
        return self._enter("/XObject", self.shop.made[key])

    def stamp(self, form: pikepdf.Stream, state: State) -> str:
        """Return the name of an annotation's appearance, separated."""
        return self._enter("/XObject", self._stream(form, state))

    def _stream(self, source: pikepdf.Stream, state: State) -> pikepdf.Stream:
        """Return a form, a tile or a glyph, separated from a state on.

        Raises ``TooMuch`` for streams nested deeper than they ever are.
        """
        if self.depth >= _DEEPEST:
            raise TooMuch
        inner = Things(self.shop, Resources(source.get("/Resources"), self.resources), self.depth + 1)
        separator = self.shop.open(self.shop, inner, state)
        made = pikepdf.Stream(self.shop.pdf, separator.separated(unpacked(source)))
        for entry, value in source.items():
            if entry not in ("/Length", "/Filter", "/DecodeParms", "/Resources", "/Group", "/OC"):
                made[entry] = value
        if isinstance(source.get("/Group"), pikepdf.Dictionary):
            made["/Group"] = _in_rgb(source["/Group"])
        made["/Resources"] = inner.own
        return self.shop.pdf.make_indirect(made)

    def pattern(self, paint: Paint, caller: "Separator") -> str:
        """Return the name of a separated pattern, empty where it cannot be had."""
        found = self.resources.get("/Pattern", paint.pattern)
        if isinstance(found, pikepdf.Stream):
            return self._enter("/Pattern", self._tile(found, paint))
        shading = found.get("/Shading") if isinstance(found, pikepdf.Dictionary) else None
        made = self._blend(shading)
        if made is None or found is None:
            return ""
        kept = {key: value for key, value in found.items() if key in ("/PatternType", "/Matrix")}
        return self._enter("/Pattern", pikepdf.Dictionary({**kept, "/Shading": made}))

    def _tile(self, found: pikepdf.Stream, paint: Paint) -> pikepdf.Stream:
        """Return a tile; one without colours of its own takes those it is painted with."""
        coloured = int(found.get("/PaintType", 1)) == 1
        key = (found.objgen, None if coloured else (id(paint.space), paint.parts))
        if key not in self.shop.made:
            own = Paint(paint.space, paint.parts)
            state = State() if coloured else State(fill=own, stroke=own)
            made = self._stream(found, replace(state, matrix=of(_floats(found.get("/Matrix")))))
            made["/PaintType"] = 1
            self.shop.made[key] = made
        made_before = self.shop.made[key]
        assert isinstance(made_before, pikepdf.Stream)
        return made_before

    def shading(self, called: str) -> str:
        """Return the name of a separated blend, empty where it cannot be had."""
        made = self._blend(self.resources.get("/Shading", called))
        return self._enter("/Shading", made) if made is not None else ""

    def _blend(self, shading: object) -> pikepdf.Object | None:
        try:
            space = shading.get("/ColorSpace") if isinstance(shading, blends.SHADING) else None
            return blends.separated(
                shading, self._defined(space), self.shop.pdf, self.group, self.shop.convert
            )
        except (blends.Unreadable, Unknown):
            self.shop.unread["blend"] = None
            return None

    def font(self, called: str, caller: "Separator") -> str:
        """Return the name of a separated font where it is drawn by streams of its own, else empty."""
        found = self.resources.get("/Font", called)
        if not isinstance(found, pikepdf.Dictionary) or found.get("/Subtype") != pikepdf.Name(_FONT_DRAWN):
            return ""
        key = (found.objgen, "font")
        if key not in self.shop.made:
            self.shop.made[key] = self._drawn_font(found, caller.state)
        return self._enter("/Font", self.shop.made[key])

    def _drawn_font(self, font: pikepdf.Dictionary, state: State) -> pikepdf.Object:
        """Return a Type 3 font with its glyphs separated; those that take the text's colour stay."""
        procedures = font.get("/CharProcs")
        glyphs = list(procedures.items()) if isinstance(procedures, pikepdf.Dictionary) else []
        made = pikepdf.Dictionary({key: value for key, value in font.items() if key != "/CharProcs"})
        resources = font.get("/Resources")
        drawn = pikepdf.Dictionary()
        for glyph, stream in glyphs:
            if isinstance(stream, pikepdf.Stream):
                coloured = b"d1" not in unpacked(stream)[:200].split()
                drawn[glyph] = self._glyph(stream, resources, state) if coloured else stream
        made["/CharProcs"] = drawn
        return self.shop.pdf.make_indirect(made)

    def _glyph(self, stream: pikepdf.Stream, resources: object, state: State) -> pikepdf.Stream:
        own = resources if isinstance(resources, pikepdf.Dictionary) else pikepdf.Dictionary()
        if self.depth >= _DEEPEST:
            raise TooMuch
        inner = Things(self.shop, Resources(own, self.resources), self.depth + 1)
        separated = self.shop.open(self.shop, inner, state).separated(unpacked(stream))
        for kind in _KINDS:
            own[kind] = inner.own.get(kind, pikepdf.Dictionary())
        return self.shop.pdf.make_indirect(pikepdf.Stream(self.shop.pdf, separated))

    def _enter(self, kind: str, thing: pikepdf.Object) -> str:
        """Return the name under which a thing is entered in the stream's own resources."""
        self._count += 1
        called = f"/Plates{self._count}"
        self.own[kind][called] = thing
        return called


def _copied(resources: Resources) -> pikepdf.Dictionary:
    """Return resources whose lists may be added to."""
    level: Resources | None = resources
    source: pikepdf.Object | None = None
    while level is not None and not isinstance(source, pikepdf.Dictionary):
        source, level = level.own, level.outer
    entries = dict(source.items()) if isinstance(source, pikepdf.Dictionary) else {}
    for kind in _KINDS:
        listed = entries.get(kind)
        entries[kind] = pikepdf.Dictionary(
            dict(listed.items()) if isinstance(listed, pikepdf.Dictionary) else {}
        )
    entries["/ExtGState"][DARKEN] = pikepdf.Dictionary({"/BM": pikepdf.Name.Darken})
    entries["/ExtGState"][PLAIN] = pikepdf.Dictionary({"/BM": pikepdf.Name.Normal})
    return pikepdf.Dictionary(entries)


def _in_rgb(group: pikepdf.Object) -> pikepdf.Dictionary:
    """Return a transparency group that blends the drawing's colours."""
    kept = {key: value for key, value in group.items() if key in ("/S", "/I", "/K", "/Type")}
    return pikepdf.Dictionary({**kept, "/CS": pikepdf.Name.DeviceRGB})


def _floats(value: object) -> tuple[float, ...]:
    """Return an array of numbers; anything else is empty."""
    return (
        tuple(float(each) for each in value) if isinstance(value, pikepdf.Array) and len(value) == 6 else ()
    )
