"""The graphics state of a content stream that is being separated."""

from dataclasses import dataclass, field, replace

from newsletter.press.matrix import IDENTITY, Matrix
from newsletter.press.plates.inking import GREY, Space


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as it was chosen: space, components; ``pattern`` where it is one instead."""

    space: Space | None = GREY
    parts: tuple[float, ...] = (0.0,)
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What ``q`` saves: colours, overprint, blend mode, text mode, transformation, font."""

    fill: Paint = Paint()
    stroke: Paint = Paint()
    fill_over: bool = False
    stroke_over: bool = False
    mode: int = 0
    blend: str = "Normal"
    text: int = 0
    font: str = ""
    matrix: Matrix = IDENTITY

    def key(self) -> tuple[object, ...]:
        """Return what a form that is called takes over of the colours, to tell one call from another."""
        colours = tuple((id(each.space), each.parts, each.pattern) for each in (self.fill, self.stroke))
        return (*colours, self.fill_over, self.stroke_over, self.mode, self.blend)


@dataclass(slots=True)
class Emitted:
    """What the stream written so far has set, saved along with the state; none where that is not known."""

    fill: bytes | None = None
    stroke: bytes | None = None
    saved: list[tuple[State, bytes | None, bytes | None]] = field(default_factory=list)

    def save(self, state: State) -> None:
        """Keep what ``q`` keeps."""
        self.saved.append((state, self.fill, self.stroke))

    def restore(self, state: State) -> State:
        """Return what ``Q`` brings back, the state itself where nothing was saved."""
        if not self.saved:
            return state
        before, self.fill, self.stroke = self.saved.pop()
        return replace(before)
