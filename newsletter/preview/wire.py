"""``dummy.json`` read back into pages of frames, as far as a drawing needs them."""

from collections.abc import Iterator, Mapping
from typing import Any

from newsletter.dummy import (
    Box,
    Crop,
    DummyPage,
    Frame,
    FurnitureFrame,
    GroundFrame,
    PhotoFrame,
    Role,
    RuleFrame,
    SetLine,
    StoryFit,
    TextFrame,
)
from newsletter.issue import BoxKind
from newsletter.lines import Line, Piece
from newsletter.receipt import Asked, HeadFit, PhotoFit, Receipt


def pages_of(data: Mapping[str, Any]) -> Iterator[DummyPage]:
    """Yield the pages of a dummy's data."""
    for page in data["pages"]:
        fits = tuple(map(_fit, page["stories"]))
        frames = tuple(_frame(each) for each in page["frames"])
        yield DummyPage(page["number"], page["name"], page["master"], frames, fits, 0, 0.0)


def _fit(data: Mapping[str, Any]) -> StoryFit:
    told = {"box": Box(**data["box"]), "receipt": _receipt(data.get("receipt"))}
    return StoryFit(**{**data, **told})


def _receipt(data: Mapping[str, Any] | None) -> Receipt | None:
    """Return a receipt; a ``dummy.json`` of an older version has none."""
    if data is None:
        return None
    photos = tuple(PhotoFit(**each) for each in data["photos"])
    asked = tuple(Asked(**each) for each in data["asked"])
    return Receipt(**{**data, "photos": photos, "head": HeadFit(**data["head"]), "asked": asked})


def _frame(data: Mapping[str, Any]) -> Frame:
    values = {key: value for key, value in data.items() if key not in {"frame", "box"}}
    box = Box(**data["box"])
    match data["frame"]:
        case "text":
            lines = tuple(_line(text) for text in values["lines"])
            return TextFrame(**{**values, "box": box, "lines": lines, "role": Role(values["role"])})
        case "photo":
            return PhotoFrame(**{**values, "box": box, "crop": Crop(**values["crop"])})
        case "rule":
            return RuleFrame(**values, box=box)
        case "ground":
            return GroundFrame(**{**values, "kind": BoxKind(values["kind"])}, box=box)
    return FurnitureFrame(**values, box=box)


def _line(text: str) -> SetLine:
    """Return a line of which the characters alone are known."""
    return SetLine(Line((Piece(text, ""),), 0.0, 0.0, full=False), "")
