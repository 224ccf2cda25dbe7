"""Pages as they were made: where on them stories, lines and photos stand, read from a build's dummy.json."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsletter.comparison.keeping import DUMMY
from newsletter.lengths import Mm, to_mm
from newsletter.press import Area
from newsletter.release import as_recorded, print_name


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A frame of text: its lines one below the other, ``leading`` mm apart; where ``vertical``, leftwards."""

    role: str
    story: str
    area: Area
    lines: tuple[str, ...]
    leading: Mm
    vertical: bool

    def span(self, first: int, last: int) -> Area:
        """Return where its lines from the first to the last stand."""
        start, room = Mm(first * self.leading), Mm((last - first + 1) * self.leading)
        area = self.area
        if self.vertical:
            right = area.x + area.width - start
            return Area(Mm(max(area.x, right - room)), area.y, room, area.height)
        return Area(area.x, Mm(area.y + start), area.width, Mm(max(room, to_mm(1))))


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of a print file with what stands on it.

    ``fits`` are the rooms of its stories, ``rules`` stand between them.
    """

    file: Path
    number: int
    name: str
    layout: str
    fits: tuple[tuple[str, Area], ...] = ()
    texts: tuple[TextPlace, ...] = ()
    photos: tuple[tuple[str, Area], ...] = ()
    rules: tuple[Area, ...] = ()

    @property
    def stories(self) -> tuple[str, ...]:
        """The stories on the page."""
        return tuple(dict.fromkeys(story for story, _room in self.fits))


MadePages = tuple[MadePage, ...]


def made_in(folder: Path, slug: str) -> MadePages:
    """Return the pages of the build in a folder, none where its files are not as the build left them."""
    pdf, dummy = folder / print_name(slug), folder / DUMMY
    if not (as_recorded(pdf) and as_recorded(dummy)):
        return ()
    return made_of(json.loads(dummy.read_text("utf-8")), pdf)


def made_of(data: Mapping[str, Any], pdf: Path) -> MadePages:
    """Return the pages of a print file by the data of its dummy."""
    return tuple(_page(each, pdf, data["layout"]) for each in data["pages"])


def _page(data: Mapping[str, Any], pdf: Path, layout: str) -> MadePage:
    frames = data["frames"]
    photos = tuple((each["photo"], _area(each["box"])) for each in frames if each["frame"] == "photo")
    rules = tuple(_area(each["box"]) for each in frames if each["frame"] == "rule")
    fits = tuple((each["story"], _area(each["box"])) for each in data["stories"])
    return MadePage(pdf, data["number"], data["name"], layout, fits, tuple(_texts(frames)), photos, rules)


def _texts(frames: list[Mapping[str, Any]]) -> Iterator[TextPlace]:
    for each in frames:
        if each["frame"] == "text":
            yield TextPlace(
                each["role"],
                each["story"],
                _area(each["box"]),
                tuple(each["lines"]),
                to_mm(each["leading"]),
                each["vertical"],
            )


def _area(box: Mapping[str, float]) -> Area:
    return Area(*(Mm(box[side]) for side in ("x", "y", "width", "height")))
