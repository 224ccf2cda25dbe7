"""Captions composed: under one photo, under a group of photos, names centred under heads."""

import math
import re
from dataclasses import dataclass, field
from enum import Enum

from newsletter.compose import compose_text
from newsletter.fonts import FontBook
from newsletter.issue import Photo
from newsletter.layout import Layout
from newsletter.lines import Line
from newsletter.makeup.copyfit import join_tail, setting_of
from newsletter.manuscript import Run

SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{2}")
"""A name of two characters, set as wide as one of three."""


class Under(Enum):
    """What stands under a row of photos."""

    EACH = "each"  # every photo's own caption
    NAMES = "names"  # every photo's caption in the middle, without the credit
    GROUP = "group"  # the group's one caption, as wide as the row
    NOTHING = "nothing"  # the group's caption stands under a later row


@dataclass
class Captions:
    """The captions of one layout, each composed once at a width in mm."""

    layout: Layout
    book: FontBook
    _set: dict[tuple[str, str, str, int, Under], tuple[Line, ...]] = field(default_factory=dict)

    def lines(self, photo: Photo, width: float, under: Under = Under.EACH) -> tuple[Line, ...]:
        """Return the caption with its credit for a photo ``width`` mm wide."""
        key = (photo.id, photo.caption, photo.credit, round(width * 100), under)
        if key not in self._set:
            compose = self._name if under is Under.NAMES else self._caption
            self._set[key] = compose(photo, width)
        return self._set[key]

    def height(self, photo: Photo, width: float, under: Under = Under.EACH) -> int:
        """Return the whole lines of the body that the caption takes."""
        return self.lines_of(len(self.lines(photo, width, under)))

    def lines_of(self, count: int) -> int:
        """Return the whole lines of the body that so many caption lines take."""
        if not count:
            return 0
        leading = self.layout.styles["body"].leading
        return 1 + math.ceil(((count - 1) * self.layout.styles["caption"].leading - 0.15 * leading) / leading)

    def _measure(self, width: float) -> float:
        """Return a width in mm in em of the caption."""
        return width / self.layout.em * self.layout.styles["body"].size / self.layout.styles["caption"].size

    def _caption(self, photo: Photo, width: float) -> tuple[Line, ...]:
        style = self.layout.styles["caption"]
        setting = setting_of(style, self._measure(width), self.layout)
        lines = compose_text(photo.runs("caption"), setting, self.book) if photo.caption else ()
        if not photo.credit:
            return lines
        end = setting_of(style.model_copy(update={"align": "right"}), setting.measure, self.layout)
        credit = compose_text((*photo.runs("credit"), Run(" 摄")), end, self.book)
        joined = join_tail(lines[-1], credit[0], setting.measure) if lines and len(credit) == 1 else None
        return (*lines[:-1], joined) if joined else (*lines, *credit)

    def _name(self, photo: Photo, width: float) -> tuple[Line, ...]:
        style = self.layout.styles["caption"].model_copy(update={"align": "center", "indent": 0})
        if not photo.caption:
            return ()
        plain = SHORT_NAME.fullmatch(photo.caption) and not photo.readings
        runs = (Run("\u3000".join(photo.caption)),) if plain else photo.runs("caption")
        return compose_text(runs, setting_of(style, self._measure(width), self.layout), self.book)
