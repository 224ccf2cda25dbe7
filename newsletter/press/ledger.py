"""What has been seen on a page, kept as counts, extremes and first places."""

from dataclasses import dataclass, field, replace

from newsletter.diagnostics import Spot
from newsletter.press.area import Extent
from newsletter.press.canvas import Colour
from newsletter.press.colour import ink, spot_colours
from newsletter.press.facts import Measure, Paint, Patch, Picture, Sheet, Tally, TypeSize, Use
from newsletter.press.ground import Ground

MOST_EDGES = 400
_SPOT, _ODD = "spot ", "odd "
MOST_PICTURES = 5000
_TRACE = 0.001
_EDGE = 0.5
"""What ends within this many mm of the trim is meant to reach it."""


@dataclass(slots=True)
class Ledger:
    """The account of one page: ``trim`` is its own rectangle, 0 0 width height."""

    page: int
    trim: Extent
    paints: dict[tuple[Use, str], tuple[int, Spot]] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)
    tallies: dict[str, tuple[int, Spot]] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    sizes: dict[float, TypeSize] = field(default_factory=dict)
    edges: dict[Patch, None] = field(default_factory=dict)
    transparency: dict[str, None] = field(default_factory=dict)
    ground: Ground = field(init=False)
    blend_space: str = ""
    fonts: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with bare paper."""
        self.ground = Ground(self.trim)

    def painted(self, use: Use, colour: Colour, extent: Extent, opm: int) -> None:
        """Enter a paint with all that its colour says."""
        spot = extent.spot(self.page)
        count, first = self.paints.get((use, colour.space), (0, spot))
        self.paints[use, colour.space] = (count + 1, first)
        parts = ink(colour.space, colour.parts)
        if parts is not None:
            self._inked(use, colour, parts, extent, opm)
        if use != "text" and (parts is None or sum(parts) > _TRACE):
            self.ground.cover(extent)
        if colour.space == "Separation All":
            self._registered(extent, spot)
        elif use != "text":
            self._at_edge(use, colour.space, extent, spot)
        for each in spot_colours(colour.space):
            self.tally(_SPOT + each, spot)

    def tally(self, what: str, spot: Spot) -> None:
        """Count something."""
        count, first = self.tallies.get(what, (0, spot))
        self.tallies[what] = (count + 1, first)

    def least(self, what: str, value: float, extent: Extent) -> None:
        """Keep the smallest of a kind."""
        if what not in self.measures or value < self.measures[what].value:
            self.measures[what] = Measure(round(value, 4), extent.spot(self.page))

    def set_in(self, size: float, extent: Extent) -> None:
        """Count a string set in a size of type, in points."""
        key = round(size, 1)
        known = self.sizes.get(key) or TypeSize(0, Measure(round(size, 4), extent.spot(self.page)))
        self.sizes[key] = replace(known, strings=known.strings + 1)

    def odd(self, what: str, extent: Extent) -> None:
        """Count something that prints otherwise or not at all."""
        self.tally(_ODD + what, extent.spot(self.page))

    def _registered(self, extent: Extent, spot: Spot) -> None:
        """Count registration colour inside the trim; marks stand outside of it."""
        if not extent.within(self.trim.grown(-_EDGE)).empty:
            self.tally("registration", spot)

    def _named(self, prefix: str) -> tuple[tuple[str, Tally], ...]:
        """Return the tallies of one sort."""
        found = {key: value for key, value in self.tallies.items() if key.startswith(prefix)}
        return tuple((key.removeprefix(prefix), Tally(*value)) for key, value in found.items())

    def sheet(self, **known: object) -> Sheet:
        """Return the page's facts together with what is known of it otherwise."""
        paints = (Paint(*key, *value) for key, value in self.paints.items())
        return Sheet(
            number=self.page,
            paints=tuple(paints),
            pictures=tuple(self.pictures),
            black_over=self._tally("black over"),
            black_out=self._tally("black out"),
            black_cut=self._tally("black cut"),
            white_over=self._tally("white over"),
            type_sizes=tuple(self.sizes[size] for size in sorted(self.sizes)),
            thinnest_line=self.measures.get("line"),
            heaviest_ink=self.measures.get("ink"),
            edges=tuple(self.edges),
            transparency=tuple(sorted(self.transparency)),
            blend_space=self.blend_space,
            registration=self._tally("registration"),
            rich_type=self._tally("rich type"),
            lightest_tint=self.measures.get("tint"),
            fonts=tuple(self.fonts),
            spots=self._named(_SPOT),
            oddities=self._named(_ODD),
            **known,  # type: ignore[arg-type]
        )

    def _tally(self, what: str) -> Tally | None:
        return Tally(*self.tallies[what]) if what in self.tallies else None

    def _inked(
        self, use: Use, colour: Colour, parts: tuple[float, float, float, float], extent: Extent, opm: int
    ) -> None:
        """Enter solid black type, white that overprints, the lightest tint and the heaviest ink."""
        total, spot = sum(parts), extent.spot(self.page)
        if total < 0.001 and colour.over:
            self.tally("white over", spot)
        if use == "text" and parts[3] > 0.999 and total < 1.001:
            self._black_type(colour, extent, opm)
        if extent.within(self.trim).empty:
            return
        if use in ("fill", "text") and total > 0.001:
            self.least("tint", round(max(parts) * 100, 2), extent)
        if "ink" not in self.measures or total * 100 > self.measures["ink"].value:
            self.measures["ink"] = Measure(round(total * 100, 1), spot)

    def _black_type(self, colour: Colour, extent: Extent, opm: int) -> None:
        """Count black type by whether it overprints; what knocks out of something is counted twice."""
        spot = extent.spot(self.page)
        kept = colour.over and (opm == 1 or colour.space.startswith("Separation"))
        if kept and colour.space != "DeviceGray":
            self.tally("black over", spot)
            return
        self.tally("black out", spot)
        if self.ground.carries(extent):
            self.tally("black cut", spot)

    def _at_edge(self, use: Use, space: str, extent: Extent, spot: Spot) -> None:
        """Keep what reaches the trim from inside; marks lie wholly outside."""
        inside = extent.within(self.trim)
        reaches = extent.within(self.trim.grown(-_EDGE)) != extent
        if reaches and not inside.empty and inside.thickness > _EDGE and len(self.edges) < MOST_EDGES:
            self.edges[Patch(use, space, spot)] = None
