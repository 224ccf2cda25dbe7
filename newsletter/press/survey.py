"""A finished page surveyed: what is painted where, in which ink, over or out, how transparent, in order."""

from dataclasses import dataclass, field

import pikepdf

from newsletter.press import form_operators, path_operators, state_operators, text_operators
from newsletter.press.advances import Advances
from newsletter.press.area import Extent, around
from newsletter.press.canvas import Colour, State, unit_square
from newsletter.press.colour import ink
from newsletter.press.facts import Use
from newsletter.press.fonts import FontBook
from newsletter.press.ledger import Ledger
from newsletter.press.matrix import Matrix, moved, times
from newsletter.press.operators import Operation, name
from newsletter.press.painted import Group, Painted, Stream
from newsletter.press.reader import Action, Budget, Reader
from newsletter.press.resources import Resources

_ENDS = frozenset((b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"n"))
_SHOWS = (b"Tj", b"TJ", b"'", b'"')
_DEPTH, _HEIGHT = 0.3, 1.0
"""What type reaches below and above its baseline, in em."""


@dataclass(slots=True)
class _Sight(State):
    """The graphics state with what makes transparent."""

    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    odd: str = ""
    bent: bool = False


@dataclass(slots=True)
class _Survey(Ledger):
    """The page's paints in order, with the place of the operation that is being read."""

    seen: list[Painted] = field(default_factory=list)
    advances: Advances = field(default_factory=Advances)
    groups: tuple[Group, ...] = ()
    stream: Stream = None
    begin: int = -1
    end: int = 0
    sight: _Sight = field(default_factory=_Sight)
    bars: list[Extent] = field(default_factory=list)

    def painted(self, use: Use, colour: Colour, extent: Extent, opm: int) -> None:
        """Keep a paint."""
        whole = use == "fill" and any(bar.within(extent) == extent for bar in self.bars)
        self.keep(use, colour, extent, whole)

    def keep(self, use: Use, colour: Colour, extent: Extent, whole: bool, **known: object) -> None:
        """Keep a paint with what is known of it."""
        alpha = self.sight.stroke_alpha if use == "stroke" else self.sight.fill_alpha
        parts = None if use in ("image", "shading") else ink(colour.space, colour.parts)
        self.seen.append(
            Painted(
                *(
                    use,
                    parts,
                    extent,
                    whole and not self.sight.bent,
                    colour.over,
                    alpha,
                    self.groups,
                    self.stream,
                ),
                *(self.begin, self.end, self.sight.odd),
                **known,  # type: ignore[arg-type]
            )
        )


def survey(page: pikepdf.Page, number: int) -> tuple[Painted, ...]:
    """Return everything that a page's content paints, in order, in mm from the trim's top left corner."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    scale = 25.4 / 72
    matrix: Matrix = (scale, 0.0, 0.0, -scale, -left * scale, top * scale)
    ledger = _Survey(number, Extent(0.0, 0.0, (right - left) * scale, (top - bottom) * scale))
    resources = Resources(page.obj.get("/Resources"))
    reader = Reader(ledger, resources, FontBook(), Budget(), _ACTIONS, _Sight(matrix=matrix))
    reader.read(page.obj["/Contents"].read_bytes())
    return tuple(ledger.seen)


def _survey_of(reader: Reader) -> _Survey:
    """Return the survey that a reader enters into, told of the state it has come to."""
    assert isinstance(reader.ledger, _Survey) and isinstance(reader.state, _Sight)
    reader.ledger.sight = reader.state
    return reader.ledger


def _noting(action: Action) -> Action:
    """Return an action that first notes where its operation stands; a path begins with its first point."""

    def noted(reader: Reader, operation: Operation) -> None:
        survey = _survey_of(reader)
        inside = reader.path.points and operation.operator not in (b"Do", *_SHOWS)
        survey.begin = survey.begin if inside else operation.start
        survey.end = operation.end
        if operation.operator in _ENDS:
            _end_of_path(reader, survey)
        action(reader, operation)

    return noted


def _end_of_path(reader: Reader, survey: _Survey) -> None:
    """Note the rectangles of a path that is painted, and whether it clips to anything else."""
    around_all = reader.path.finish()
    survey.bars = list(reader.path.bars)
    if reader.path.clips and around_all not in survey.bars:
        survey.sight.bent = True


def _state(reader: Reader, operation: Operation) -> None:
    """Take over an ExtGState, its transparency too."""
    state_operators.ACTIONS[b"gs"](reader, operation)
    found, state = reader.resources.get("/ExtGState", name(operation.operands)), reader.state
    assert isinstance(state, _Sight)
    if isinstance(found, pikepdf.Dictionary):
        state.fill_alpha = float(found.get("/ca", state.fill_alpha))
        state.stroke_alpha = float(found.get("/CA", state.stroke_alpha))
        state.odd = _odd(found, state.odd)


def _odd(found: pikepdf.Dictionary, before: str) -> str:
    """Return what a state asks for that is no plain alpha."""
    if isinstance(found.get("/SMask"), pikepdf.Dictionary):
        return "SMask"
    mode = found.get("/BM")
    if mode is not None and mode not in (pikepdf.Name.Normal, pikepdf.Name.Compatible):
        return str(mode).removeprefix("/")
    return "" if "/SMask" in found or mode is not None else before


def _invoke(reader: Reader, operation: Operation) -> None:
    """Keep a picture; follow a form, which as a group is painted under the alpha that it is called with."""
    survey = _survey_of(reader)
    found = reader.resources.get("/XObject", name(operation.operands))
    if not isinstance(found, pikepdf.Stream):
        return
    if found.get("/Subtype") == pikepdf.Name.Image:
        _picture(reader, found)
        return
    before = survey.groups, survey.stream
    kept = reader.state.copy()
    if "/Group" in found:
        _enter(reader, survey)
    survey.stream = found.objgen
    form_operators.ACTIONS[b"Do"](reader, operation)
    reader.state, (survey.groups, survey.stream) = kept, before


def _enter(reader: Reader, survey: _Survey) -> None:
    """Enter a group, in which everything begins opaque."""
    state = reader.state
    assert isinstance(state, _Sight)
    survey.groups = (*survey.groups, Group(state.fill_alpha, len(survey.seen)))
    state.fill_alpha = state.stroke_alpha = 1.0


def _picture(reader: Reader, found: pikepdf.Stream) -> None:
    """Keep a picture as it comes to stand."""
    survey = _survey_of(reader)
    frame = unit_square(reader.state.matrix)
    extent = frame.within(reader.state.clip)
    if not extent.empty:
        mask = bool(found.get("/ImageMask", False))
        colour = reader.state.fill if mask else Colour("", ())
        survey.keep("fill" if mask else "image", colour, extent, not mask, picture=found, frame=frame)


def _show(reader: Reader, operation: Operation) -> None:
    """Keep a string with the rectangle around it."""
    survey, state = _survey_of(reader), reader.state
    if state.mode in (3, 7):
        return
    font = reader.resources.get("/Font", state.font)
    width = survey.advances.reach(font, operation.operands) * state.size
    matrix, size = times(reader.text, state.matrix), abs(state.size)
    points = ((x, state.rise + y) for x in (0.0, width) for y in (-_DEPTH * size, _HEIGHT * size))
    extent = around(moved(point, matrix) for point in points).within(state.clip)
    if not extent.empty:
        survey.keep("text", state.fill, extent, False, size=abs(matrix[3]) * size * 72 / 25.4)


_READING = {
    **state_operators.ACTIONS,
    **path_operators.ACTIONS,
    **text_operators.ACTIONS,
    **form_operators.ACTIONS,
    **dict.fromkeys(_SHOWS, _show),
    b"gs": _state,
    b"Do": _invoke,
}
_ACTIONS = {operator: _noting(action) for operator, action in _READING.items()}
