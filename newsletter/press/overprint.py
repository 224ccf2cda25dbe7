"""Colour and overprint of what the engine painted: CMYK operators, black over, everything else out.

The engine writes ``/DeviceCMYK cs 0 0 0 1 scn`` and no overprint at all (WeasyPrint 70). Here every
colour becomes ``k`` or ``K``; solid black then overprints and any other colour, white above all, knocks out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pikepdf

from newsletter.press.operators import Operation, name, numbers, operations
from newsletter.press.spots import Spot, tint_of

Ink = tuple[float, float, float, float]
BLACK: Ink = (0.0, 0.0, 0.0, 1.0)

_GREY = ("/DeviceGray", "/G", "/CalGray")
_RGB = ("/DeviceRGB", "/RGB")
_CMYK = ("/DeviceCMYK", "/CMYK")
_SHORT = {b"g": "/DeviceGray", b"rg": "/DeviceRGB", b"k": "/DeviceCMYK"}
_PAINTING = frozenset(
    (
        b"f",
        b"F",
        b"f*",
        b"S",
        b"s",
        b"B",
        b"B*",
        b"b",
        b"b*",
        b"Tj",
        b"TJ",
        b"'",
        b'"',
        b"Do",
        b"BI",
        b"q",
        b"Q",
    )
)


def state_name(fill: bool, stroke: bool) -> str:
    """Return the name of the ExtGState under which fills and strokes overprint or not."""
    return f"/Press{'Over' if fill else 'Out'}{'Over' if stroke else 'Out'}"


def fill_state_name(over: bool) -> str:
    """Return the name of the ExtGState under which fills overprint or not, and strokes as before."""
    return f"/PressFill{'Over' if over else 'Out'}"


def overprint_states() -> dict[str, pikepdf.Dictionary]:
    """Return the ExtGStates; OPM 1 lets a zero of CMYK leave its plate alone (ISO 32000-1, 8.6.7)."""
    both = {
        state_name(fill, stroke): pikepdf.Dictionary({"/OP": stroke, "/op": fill})
        for fill in (False, True)
        for stroke in (False, True)
    }
    fills = {fill_state_name(fill): pikepdf.Dictionary({"/op": fill}) for fill in (False, True)}
    for state in (states := {**both, **fills}).values():
        state["/Type"], state["/OPM"] = pikepdf.Name.ExtGState, 1
    return states


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state as far as colour goes; an unknown overprint is none."""

    fill_space: str = "/DeviceGray"
    stroke_space: str = "/DeviceGray"
    fill: bool | None = None
    stroke: bool | None = None
    unset: tuple[bool, ...] = ()


@dataclass(slots=True)
class _Rewriter:
    """A content stream on its way from the engine's colours to the press's."""

    state: _State = field(default_factory=_State)
    overprints: bool = True
    spots: Sequence[Spot] = ()
    saved: list[_State] = field(default_factory=list)
    spaces: set[str] = field(default_factory=set)

    def rewritten(self, stream: bytes) -> Iterator[bytes]:
        """Return the stream in pieces."""
        kept = 0
        for operation in operations(stream):
            written = self._written(operation)
            if written is not None:
                yield stream[kept : operation.start]
                yield written
                kept = operation.end
        yield stream[kept:]
        yield b"\nQ" * len(self.saved)

    def _written(self, operation: Operation) -> bytes | None:
        """Return what stands in place of the operation, none for the operation itself."""
        action = _ACTIONS.get(operation.operator)
        if self.state.unset and operation.operator in _PAINTING:
            defaults = b"\n".join(self._colour(BLACK, stroke) for stroke in self.state.unset)
            self.state = replace(self.state, unset=())
            rest = action(self, operation) if action else None
            whole = operation.operands + operation.operator
            return defaults + b"\n" + (whole if rest is None else rest)
        return action(self, operation) if action else None

    def save(self, _operation: Operation) -> None:
        self.saved.append(self.state)

    def restore(self, _operation: Operation) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def space(self, operation: Operation) -> bytes | None:
        """Note the colour space; a device space need not be written, its colour names it."""
        chosen, stroke = name(operation.operands), operation.operator == b"CS"
        self._choose(chosen, stroke)
        if chosen in _GREY + _CMYK:
            self.state = replace(self.state, unset=(*self.state.unset, stroke))
            return b""
        self.spaces.add(chosen)
        return None

    def colour(self, operation: Operation) -> bytes | None:
        """Return a colour of the current space as CMYK."""
        stroke = operation.operator in (b"SC", b"SCN")
        space = self.state.stroke_space if stroke else self.state.fill_space
        self.state = replace(self.state, unset=tuple(each for each in self.state.unset if each != stroke))
        return self._painted(space, operation, stroke)

    def short(self, operation: Operation) -> bytes | None:
        """Return ``g``, ``rg`` or ``k`` as CMYK."""
        stroke = operation.operator.isupper()
        space = _SHORT[operation.operator.lower()]
        self._choose(space, stroke)
        return self._painted(space, operation, stroke)

    def _choose(self, space: str, stroke: bool) -> None:
        """Note the space of the current colour."""
        state = self.state
        self.state = replace(state, stroke_space=space) if stroke else replace(state, fill_space=space)

    def _painted(self, space: str, operation: Operation, stroke: bool) -> bytes | None:
        """Return the colour as ``k`` with its overprint; any other colour as it was, knocking out."""
        ink = ink_of(space, numbers(operation.operands))
        if ink is not None:
            return self._colour(ink, stroke)
        turned = self._turned(False, stroke)
        return operation.operands + b" " + operation.operator + b"\n" + turned if turned else None

    def _colour(self, ink: Ink, stroke: bool) -> bytes:
        """Return the operators for an ink, with the change of overprint that it needs."""
        written = " ".join(f"{part:.6g}" for part in ink) + (" K" if stroke else " k")
        if spot := tint_of(ink, self.spots):
            self.spaces.add(spot[0])
            space, colour = ("CS", "SCN") if stroke else ("cs", "scn")
            written = f"{spot[0]} {space} {spot[1]:.4g} {colour}"
        turned = self._turned(ink == BLACK and self.overprints, stroke)
        return written.encode("ascii") + (b"\n" + turned if turned else b"")

    def _turned(self, over: bool, stroke: bool) -> bytes:
        """Return the change to overprint or knock-out, nothing where it is so already."""
        before = (self.state.fill, self.state.stroke)
        self.state = replace(self.state, stroke=over) if stroke else replace(self.state, fill=over)
        if (self.state.fill, self.state.stroke) == before:
            return b""
        return f"{state_name(bool(self.state.fill), bool(self.state.stroke))} gs".encode("ascii")


_Action = Callable[[_Rewriter, Operation], bytes | None]
_ACTIONS: dict[bytes, _Action] = {
    b"q": _Rewriter.save,
    b"Q": _Rewriter.restore,
    b"cs": _Rewriter.space,
    b"CS": _Rewriter.space,
    **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), _Rewriter.colour),
    **dict.fromkeys((b"g", b"G", b"rg", b"RG", b"k", b"K"), _Rewriter.short),
}


def ink_of(space: str, parts: tuple[float, ...]) -> Ink | None:
    """Return a device colour as CMYK; none for a colour that only a profile could convert.

    Black and white of RGB are the engine's defaults and mean ink and paper.
    """
    if space in _CMYK and len(parts) == 4:
        return parts
    if space in _GREY and len(parts) == 1:
        return (0.0, 0.0, 0.0, round(1 - parts[0], 6))
    if space in _RGB and parts in ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)):
        return (0.0, 0.0, 0.0, 1 - parts[0])
    return None


def on_press(
    stream: bytes, page: bool, overprints: bool = True, spots: Sequence[Spot] = ()
) -> tuple[bytes, frozenset[str]]:
    """Return a content stream in press colours, and the names of the colour spaces it still uses.

    A page starts in black that overprints, as the engine leaves black unsaid; a form takes its caller's.
    Without ``overprints`` black knocks out like any other colour. Tints of ``spots`` go to their plates.
    """
    rewriter = _Rewriter(overprints=overprints, spots=spots)
    start = b"0 0 0 1 k 0 0 0 1 K " + state_name(overprints, overprints).encode("ascii") + b" gs\n"
    if page:
        rewriter.state = _State(fill=overprints, stroke=overprints)
    return b"".join((start if page else b"", *rewriter.rewritten(stream))), frozenset(rewriter.spaces)
