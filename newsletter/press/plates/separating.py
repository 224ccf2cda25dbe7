"""A content stream rewritten into a drawing of three plates: colours become the paper that inks leave.

Colours are written just before something is painted with them, because only then it is known whether it
overprints: what leaves every plate of the group alone is not painted, what leaves some is darkened onto
the others, which takes the heavier ink where overprint would take the new one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pikepdf

from newsletter.press.matrix import of, times
from newsletter.press.operators import Operation, name, numbers, operations
from newsletter.press.plates.groups import kept_of, on_group
from newsletter.press.plates.inking import Unknown
from newsletter.press.plates.state import Emitted, Paint, State
from newsletter.press.plates.things import DARKEN, PLAIN, Things
from newsletter.press.reader import Budget

_SHORT = {b"g": "/DeviceGray", b"rg": "/DeviceRGB", b"k": "/DeviceCMYK"}
_BOTH = {b"B": (b"f", b"S"), b"B*": (b"f*", b"S"), b"b": (b"f", b"s"), b"b*": (b"f*", b"s")}
_STROKED_TEXT = (1, 5)
_FILLED_AND_STROKED = (2, 6)
_UNSEEN, _CLIPPING = 3, 4


@dataclass(slots=True)
class Separator:
    """A content stream on its way to a drawing of one group of plates."""

    things: Things
    budget: Budget
    state: State = field(default_factory=State)
    emitted: Emitted = field(default_factory=Emitted)
    stream: bytes = b""

    def separated(self, stream: bytes) -> bytes:
        """Return the stream with colours of the drawing in place of its own."""
        self.stream = stream
        return b"\n".join(self._pieces(stream))

    def _pieces(self, stream: bytes) -> Iterator[bytes]:
        copied = 0
        for operation in operations(stream):
            self.budget.spend()
            action = _ACTIONS.get(operation.operator)
            if action is None:
                continue
            written = action(self, operation)
            if written is None:
                continue
            yield stream[copied : operation.start]
            yield written
            copied = operation.end
        yield stream[copied:]

    # The state

    def save(self, _operation: Operation) -> None:
        """Keep the state."""
        self.emitted.save(self.state)

    def restore(self, operation: Operation) -> bytes | None:
        """Take back the state; a restore too many is left out."""
        if not self.emitted.saved:
            return b""
        self.state = self.emitted.restore(self.state)
        return None

    def transform(self, operation: Operation) -> None:
        """Follow the transformation, for the size of pictures."""
        self.state = replace(self.state, matrix=times(of(numbers(operation.operands)), self.state.matrix))

    def text_mode(self, operation: Operation) -> None:
        """Follow the mode of text."""
        found = numbers(operation.operands)
        self.state = replace(self.state, text=int(found[0]) if found else 0)

    def external(self, operation: Operation) -> None:
        """Take over overprint and blend mode of an ExtGState."""
        found = self.things.resources.get("/ExtGState", name(operation.operands))
        if not isinstance(found, pikepdf.Dictionary):
            return
        state = self.state
        stroke = bool(found.get("/OP", state.stroke_over))
        fill = bool(found.get("/op", found.get("/OP", state.fill_over)))
        mode, blend = int(found.get("/OPM", state.mode)), found.get("/BM")
        named = blend[0] if isinstance(blend, pikepdf.Array) and len(blend) else blend
        said = str(named).removeprefix("/") if isinstance(named, pikepdf.Name) else state.blend
        self.state = replace(state, stroke_over=stroke, fill_over=fill, mode=mode, blend=said)

    # Colours

    def short(self, operation: Operation) -> bytes:
        """Choose a device colour."""
        space = self.things.space(_SHORT[operation.operator.lower()])
        return self._chosen(operation, Paint(space, numbers(operation.operands)))

    def space(self, operation: Operation) -> bytes:
        """Choose a colour space, with its initial colour."""
        called = name(operation.operands)
        try:
            space = self.things.space(called)
        except Unknown:
            pattern = self.things.pattern_base(called)
            return self._chosen(operation, Paint(pattern, (), "?"))
        return self._chosen(operation, Paint(space, space.initial))

    def colour(self, operation: Operation) -> bytes:
        """Choose a colour of the space, or a pattern."""
        before = self.state.stroke if operation.operator.isupper() else self.state.fill
        if before.pattern:
            paint = replace(before, pattern=name(operation.operands) or "?", parts=numbers_before(operation))
        else:
            paint = replace(before, parts=numbers(operation.operands))
        return self._chosen(operation, paint)

    def _chosen(self, operation: Operation, paint: Paint) -> bytes:
        stroke = operation.operator[:1].isupper()
        self.state = replace(self.state, stroke=paint) if stroke else replace(self.state, fill=paint)
        return b""

    # Painting

    def fill(self, operation: Operation) -> bytes:
        """Fill a path where it inks any plate of the group."""
        return self._painted(operation.operator, b"n", False)

    def stroke(self, operation: Operation) -> bytes:
        """Stroke a path where it inks any plate of the group."""
        return self._painted(b"s" if operation.operator == b"s" else b"S", b"n", True)

    def fill_and_stroke(self, operation: Operation) -> bytes:
        """Fill and stroke; what only one of both inks becomes that one."""
        before, after, fill = self._colour(False)
        start, end, stroke = self._colour(True)
        only_fill, only_stroke = _BOTH[operation.operator]
        if fill and stroke:
            return b"\n".join((before, start, operation.operator, after or end))
        if fill:
            return b"\n".join((before, only_fill, after))
        return b"\n".join((start, only_stroke, end)) if stroke else b"n"

    def show(self, operation: Operation) -> bytes:
        """Set text, unseen where it inks no plate of the group."""
        mode = self.state.text
        written = operation.operands + operation.operator
        parts = [self._colour(stroked) for stroked in _colours_of(mode)]
        if not parts or any(painted for _before, _after, painted in parts):
            before = b"\n".join(each for each, _after, _painted in parts)
            return b"\n".join((before, written, *(part[1] for part in parts[:1])))
        unseen = 7 if mode >= _CLIPPING else _UNSEEN
        return b"%d Tr\n%s\n%d Tr" % (unseen, written, mode)

    def blend(self, operation: Operation) -> bytes:
        """Fill the clip with a blend."""
        called = self.things.shading(name(operation.operands))
        return called.encode() + b" sh" if called else b""

    def invoke(self, operation: Operation) -> bytes:
        """Place a picture or a form, separated."""
        called = name(operation.operands)
        if self.things.is_mask(called):
            return self._painted(operation.operands + b" Do", b"", False)
        form = self.things.form(called, self)
        return (
            form.encode() + b" Do" if form else self._placed(self.things.picture(called, self.state.matrix))
        )

    def _placed(self, picture: tuple[str, tuple[str, ...]] | None) -> bytes:
        """Return what draws a separated picture with its plates, nothing for one that cannot be had."""
        if picture is None:
            return b""
        called, plates = picture
        drawn = called.encode() + b" Do"
        kept = kept_of(dict.fromkeys(plates, 1.0), self.things.group, self.state.fill_over, False)
        if len(kept) == len(self.things.group):
            return b""
        return self._darkened(drawn) if kept else drawn

    def inline(self, operation: Operation) -> bytes | None:
        """Place an inline picture: a mask as it is, any other as a picture of the resources."""
        if re.search(rb"/(?:IM|ImageMask)\s+true", operation.operands):
            before, after, painted = self._colour(False)
            written = self.stream[operation.start : operation.end]
            return b"\n".join((before, written, after)) if painted else b""
        start = operation.start + len(b"BI") + len(operation.operands) + len(b"ID ")
        data = self.stream[start : operation.end - len(b" EI")]
        return self._placed(self.things.inline(operation.operands, data, self.state.matrix))

    def font(self, operation: Operation) -> bytes | None:
        """Choose a font; one drawn by content streams of its own is separated too."""
        called = self.things.font(name(operation.operands), self)
        size = numbers(operation.operands.rpartition(b"/")[2].partition(b" ")[2])
        return b"%s %g Tf" % (called.encode(), size[0] if size else 0.0) if called else None

    def _painted(self, written: bytes, otherwise: bytes, stroke: bool) -> bytes:
        before, after, painted = self._colour(stroke)
        return b"\n".join((before, written, after)) if painted else otherwise

    def _darkened(self, written: bytes) -> bytes:
        if self.state.blend not in ("Normal", "Compatible"):
            return written
        return b"\n".join((DARKEN.encode() + b" gs", written, PLAIN.encode() + b" gs"))

    def _colour(self, stroke: bool) -> tuple[bytes, bytes, bool]:
        """Return what goes before and after a painting operator, and whether it inks the group at all."""
        paint = self.state.stroke if stroke else self.state.fill
        if paint.pattern:
            return self._patterned(paint, stroke)
        if paint.space is None:
            return b"", b"", True
        ink = paint.space.ink(paint.parts)
        over = self.state.stroke_over if stroke else self.state.fill_over
        kept = kept_of(ink, self.things.group, over, paint.space.device and self.state.mode == 1)
        if len(kept) == len(self.things.group):
            return b"", b"", False
        written = self._set(b"%.4g %.4g %.4g " % on_group(ink, self.things.group), stroke)
        if not kept or self.state.blend not in ("Normal", "Compatible"):
            return written, b"", True
        return written + b"\n" + DARKEN.encode() + b" gs", PLAIN.encode() + b" gs", True

    def _set(self, colour: bytes, stroke: bool) -> bytes:
        """Return the operator that sets a colour, nothing where it is set already."""
        before = self.emitted.stroke if stroke else self.emitted.fill
        if colour == before:
            return b""
        if stroke:
            self.emitted.stroke = colour
        else:
            self.emitted.fill = colour
        return colour + (b"RG" if stroke else b"rg")

    def _patterned(self, paint: Paint, stroke: bool) -> tuple[bytes, bytes, bool]:
        """Return what chooses a separated pattern; one that cannot be had paints nothing."""
        called = self.things.pattern(paint, self)
        if not called:
            return b"", b"", False
        if stroke:
            self.emitted.stroke = None
        else:
            self.emitted.fill = None
        return (b"/Pattern CS %s SCN" if stroke else b"/Pattern cs %s scn") % called.encode(), b"", True


def numbers_before(operation: Operation) -> tuple[float, ...]:
    """Return the components before a pattern's name."""
    return numbers(operation.operands.rpartition(b"/")[0])


def _colours_of(mode: int) -> tuple[bool, ...]:
    """Return which colours a mode of text paints with: False the fill's, True the stroke's."""
    if mode in _FILLED_AND_STROKED:
        return (False, True)
    if mode in _STROKED_TEXT:
        return (True,)
    return (False,) if mode in (0, 4) else ()


_Action = Callable[[Separator, Operation], bytes | None]
_ACTIONS: dict[bytes, _Action] = {
    b"q": Separator.save,
    b"Q": Separator.restore,
    b"cm": Separator.transform,
    b"gs": Separator.external,
    b"Tr": Separator.text_mode,
    b"Tf": Separator.font,
    **dict.fromkeys((b"g", b"G", b"rg", b"RG", b"k", b"K"), Separator.short),
    **dict.fromkeys((b"cs", b"CS"), Separator.space),
    **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), Separator.colour),
    **dict.fromkeys((b"f", b"F", b"f*"), Separator.fill),
    **dict.fromkeys((b"S", b"s"), Separator.stroke),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), Separator.fill_and_stroke),
    **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), Separator.show),
    b"sh": Separator.blend,
    b"Do": Separator.invoke,
    b"BI": Separator.inline,
}
