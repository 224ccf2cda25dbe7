"""Rows: the composed lines of a dummy with the areas that they stand in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsletter.dummy import Box, DummyPage, Role, SetLine, TextFrame
from newsletter.layout import Layout
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.structure.element import Area, Kind

OVERHANG = 0.8
"""Millimetres by which type may begin beside its frame: hung brackets, the side bearing of a glyph."""
READING_SHARE = 0.45
"""The upper share of a row in which nothing but readings has its baseline."""


@dataclass(frozen=True, slots=True)
class Row:
    """A composed line at its place; ``at`` counts the lines of its frame from 0, ``size`` is its type's."""

    page: int
    frame: TextFrame
    at: int
    line: SetLine
    size: Pt

    @property
    def text(self) -> str:
        """The line's characters."""
        return self.line.line.text

    @property
    def words(self) -> str:
        """The line's characters without white."""
        return "".join(self.text.split())

    def area(self, says: str = "", start: int = 0, stop: int | None = None) -> Area:
        """Return where the line's type begins."""
        return Area(self.page, self._box(), Kind.TEXT, says, start, stop)

    def reading(self, at: int) -> Area:
        """Return where the readings over the line begin, of which that one is meant, counted from 0."""
        box, down = self._line_box(), self._step * READING_SHARE
        whole = Box(box.x, box.y, box.width, Mm(down))
        return Area(self.page, whole, Kind.READING, start=at, stop=at + 1)

    def part(self, left: float, right: float) -> Area:
        """Return where type between two places, in em from the frame's left, begins."""
        box, em = self._box(), to_mm(self.size)
        start = self.frame.box.x + left * em
        return Area(self.page, Box(Mm(start), box.y, Mm((right - left) * em), box.height))

    @property
    def _step(self) -> float:
        return to_mm(self.frame.leading)

    def _line_box(self) -> Box:
        box = self.frame.box
        top = Mm(box.y + self.at * self._step)
        return Box(Mm(box.x - OVERHANG), top, Mm(box.width + 2 * OVERHANG), Mm(self._step))

    def _box(self) -> Box:
        box = self.frame.box
        if self.frame.vertical:
            left = Mm(box.right - (self.at + 1) * self._step)
            return Box(left, box.y, Mm(self._step), Mm(box.height + to_mm(Pt(self.frame.size))))
        line = self._line_box()
        # The white over a row's type holds readings only; a shallow line's baseline may stand at its foot.
        down = self._step * READING_SHARE
        return Box(line.x, Mm(line.y + down), line.width, Mm(line.height - down + OVERHANG / 8))


def rows_of(page: int, frames: Iterable[TextFrame], layout: Layout) -> Iterator[Row]:
    """Yield the lines of frames that have type, from the first frame's first."""
    for frame in frames:
        for at, line in enumerate(frame.lines):
            if line.line.pieces:
                yield Row(page, frame, at, line, _size(line, frame, layout))


def _size(line: SetLine, frame: TextFrame, layout: Layout) -> Pt:
    """Return the type size of a line: the frame's, in legs and tables that of the line's own style."""
    if frame.role not in (Role.LEG, Role.TABLE) or line.style not in layout.styles or line.style == "body":
        return frame.size
    return layout.styles[line.style].size


def frames_with(page: DummyPage, *roles: Role, story: str | None = None) -> list[TextFrame]:
    """Return a page's frames of text in those roles, of one story where it is named."""
    return [
        frame
        for frame in page.frames
        if isinstance(frame, TextFrame) and frame.role in roles and story in (None, frame.story)
    ]
