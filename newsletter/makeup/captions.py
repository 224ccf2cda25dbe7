"""Captions composed: under one photo, under a group of photos, names centred under heads."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from newsletter.compose import compose_text
from newsletter.fonts import FontBook
from newsletter.issue import Photo, PhotoStyle
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


def shared_caption(group: Sequence[Photo]) -> Photo | None:
    """Return the photo whose caption stands for all of a group, with the credits of all; none for one each.

    It stands for all where it is the first and no other has a caption.
    """
    if len(group) < 2 or any(photo.caption for photo in group[1:]):
        return None
    return _credited(group)


def shared_credit(group: Sequence[Photo]) -> Photo | None:
    """Return a photo without caption that has the credits of a row of heads, none where nobody is named."""
    credited = _credited(group).model_copy(update={"caption": "", "readings": ()})
    return credited if credited.credit else None


def _credited(group: Sequence[Photo]) -> Photo:
    """Return the first photo with the names of all who took one."""
    names = list(dict.fromkeys(photo.credit for photo in group if photo.credit))
    return group[0].model_copy(update={"credit": " ".join(names)})


def are_portraits(group: Sequence[Photo]) -> bool:
    """Return whether a group is a row of heads."""
    return any(photo.style is PhotoStyle.PORTRAITS for photo in group)
