"""Type and pictures of a page marked as content of their elements, all else as no part of the text."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from newsletter.lengths import Mm, Pt, to_mm
from newsletter.press.operators import Operation, name
from newsletter.press.screen.glyphs import parts_of_line
from newsletter.press.screen.places import PagePlaces, Slot, Strip
from newsletter.structure import Kind

ARTIFACT = b"/Artifact BMC\n"
END = b"EMC\n"
FINE = 1
"""Decimals of a point by which two lines of furniture are told apart."""


def _no_blanks(_font: str) -> Collection[bytes]:
    return ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: its slot, and in furniture which line, by its text object and height."""

    slot: Slot
    line: tuple[int, float] = (0, 0.0)


@dataclass(slots=True)
class Marker:
    """One page's marked content, numbered as it comes; ``left`` and ``top`` of the trim are in points."""

    places: PagePlaces
    left: float
    top: float
    blanks: Callable[[str], Collection[bytes]] = _no_blanks
    font: str = ""
    marks: list[Mark] = field(default_factory=list)
    open: Mark | None = None
    saying: Slot | None = None
    artifact: bool = False
    drawing: bool = False
    told: dict[int, int] = field(default_factory=dict)
    texts: int = 0

    def begin(self) -> None:
        """Note that a text object begins: each reading over a line is one by itself."""
        self.texts += 1

    def face(self, operation: Operation) -> None:
        """Note the font that type is set in."""
        self.font = name(operation.operands)

    def shown(self, operation: Operation, x: float, y: float) -> bytes:
        """Return a string of type, marked where what is open does not hold it."""
        across, down = self._millimetres(x, y)
        strip = self.places.at(across, down, Kind.TEXT, Kind.READING, Kind.PLACE)
        if strip is None:
            return self._as_artifact() + _whole(operation)
        if strip.kind is Kind.READING:
            slot = strip.slots[min(self._told(strip), len(strip.slots) - 1)]
            return self._go_to(Mark(slot)) + _whole(operation)
        if strip.kind is Kind.PLACE:
            return self._go_to(Mark(strip.slots[0], (self.texts, round(y, FINE)))) + _whole(operation)
        return b"".join(self._parts(strip, operation))

    def ended(self, operation: Operation) -> bytes:
        """Return the end of type, what was open in it closed."""
        return self._close() + _whole(operation)

    def pictured(self, operation: Operation, x: float, y: float) -> bytes:
        """Return a picture marked as that of its figure, one that no photo's frame holds as ornament."""
        strip = self.places.at(*self._millimetres(x, y), Kind.PICTURE)
        before = self._go_to(Mark(strip.slots[0])) if strip else self._as_artifact()
        return before + _whole(operation) + b"\n" + self._close()

    def drawn(self, operation: Operation) -> bytes | None:
        """Return what is drawn as ornament: from the first point of a path to what paints it."""
        if operation.operator in (b"m", b"re"):
            before, self.drawing = (b"" if self.drawing else ARTIFACT), True
            return before + _whole(operation)
        before = b"" if self.drawing else ARTIFACT
        self.drawing = False
        return before + _whole(operation) + b"\n" + END

    def _millimetres(self, x: float, y: float) -> tuple[Mm, Mm]:
        return to_mm(Pt(x - self.left)), to_mm(Pt(self.top - y))

    def _parts(self, strip: Strip, operation: Operation) -> Iterator[bytes]:
        """Yield a string of a line, cut where another element begins."""
        if len(strip.slots) == 1:
            yield self._go_to(Mark(strip.slots[0])) + _whole(operation)
            return
        told = self.told.get(id(strip), 0)
        stops = [slot.area.stop or 10**6 for slot in strip.slots]
        for count, part in parts_of_line(operation, told, stops, self.blanks(self.font)):
            slot = next(each for each, stop in zip(strip.slots, stops, strict=True) if told < stop)
            yield self._go_to(Mark(slot)) + part + b"\n"
            told += count
        self.told[id(strip)] = told

    def _told(self, strip: Strip) -> int:
        """Return how many readings of a line came before this one."""
        key = id(strip)
        first = self.told.setdefault(key, self.texts)
        return self.texts - first

    def _go_to(self, mark: Mark) -> bytes:
        """Return what closes the open mark and opens another, nothing where it goes on."""
        before = b""
        if self.artifact or self.open is None or not _goes_on(self.open, mark):
            before = self._close() + self._opened(mark)
        return before + self._said(mark.slot)

    def _opened(self, mark: Mark) -> bytes:
        self.open = mark
        self.marks.append(mark)
        return b"/%s <</MCID %d>> BDC\n" % (_tag(mark.slot), len(self.marks) - 1)

    def _said(self, slot: Slot) -> bytes:
        """Return what closes and opens the plain words of a line."""
        if self.saying is slot:
            return b""
        before = END if self.saying else b""
        self.saying = slot if slot.area.says else None
        return before + (_span(slot.area.says) if slot.area.says else b"")

    def _as_artifact(self) -> bytes:
        if self.artifact:
            return b""
        before = self._close()
        self.artifact = True
        return before + ARTIFACT

    def _close(self) -> bytes:
        """Return what closes all that is open."""
        ends = (self.saying is not None) + (self.open is not None or self.artifact)
        self.open, self.saying, self.artifact = None, None, False
        return END * ends


def _goes_on(before: Mark, mark: Mark) -> bool:
    """Return whether a mark only goes on with the open one: of one element, of furniture one line."""
    return before.slot.element == mark.slot.element and before.line == mark.line


def _whole(operation: Operation) -> bytes:
    return operation.operands + operation.operator


def _tag(slot: Slot) -> bytes:
    return {Kind.PICTURE: b"Figure", Kind.READING: b"RT"}.get(slot.area.kind, b"P")


def _span(says: str) -> bytes:
    return b"/Span <</ActualText <FEFF%s>>> BDC\n" % says.encode("utf-16-be").hex().encode("ascii")
