"""Where characters lie once a text is set right, and where they stood before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsletter.manuscript import Edge
from newsletter.normalise import Edit


class Moving:
    """Tells where each offset of a text lies after its edits, which are in their order and apart."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._grown = [0, *accumulate(len(each.new) - len(each.old) for each in edits)]

    def shift(self, offset: int) -> int:
        """Return where an offset of the text as it was lies in the text set right."""
        behind = bisect_left(self._edits, offset, key=lambda edit: edit.at) - 1
        if behind < 0:
            return offset
        edit = self._edits[behind]
        return offset + self._grown[behind] + len(edit.new) - min(len(edit.old), offset - edit.at)

    def edges(self, edges: Sequence[Edge]) -> Iterator[Edge]:
        """Return the edges in the text set right: one more after each change of length."""
        ends = {each.at + len(each.old) for each in self._edits if len(each.old) != len(each.new)}
        latest: Edge | None = None
        for offset in sorted({edge.offset for edge in edges} | ends):
            edge = original(edges, offset)
            moved = Edge(self.shift(offset), edge.line, edge.column)
            if latest and latest.offset < moved.offset:
                yield latest
            latest = moved
        if latest:
            yield latest


def original(edges: Sequence[Edge], offset: int) -> Edge:
    """Return the place of an offset of the text as it was."""
    edge = edges[bisect_right(edges, offset, key=lambda edge: edge.offset) - 1]
    return Edge(offset, edge.line, edge.column + offset - edge.offset)
