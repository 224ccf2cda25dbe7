"""The record of a printer profile."""

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from newsletter.language import _, language
from newsletter.lengths import Mm, Pt

Part = Annotated[float, Field(ge=0, le=1)]
Inks = tuple[Part, Part, Part, Part]
"""Cyan, magenta, yellow, black from 0 to 1."""

SlugWord = Literal["title", "page", "condition", "inks", "date"]

VERSIONS = {"x-4": "1.6", "x-1a": "1.4"}


class _Record(BaseModel):
    """A part of a profile; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Marks(_Record):
    """The marks around the trim: which, how far outside the bleed, how long and how thick, in mm."""

    crop: bool = True
    registration: bool = True
    bar: bool = True
    offset: Mm = Field(default=Mm(3), ge=0, le=20)
    length: Mm = Field(default=Mm(5), ge=1, le=20)
    line: Mm = Field(default=Mm(0.09), ge=0.05, le=0.5)


class Overprint(_Record):
    """What solid black does to the colours below: all of it overprints, type alone, or nothing.

    White never overprints. Areas and rules knock out all the same where black and what lies below
    would pass the ink limit together.
    """

    black: Literal["all", "type", "none"] = "all"


class Colours(_Record):
    """What a layout's colours are printed with, by their names: spot inks, or other mixtures of the four."""

    spots: Mapping[str, Annotated[str, Field(min_length=1, max_length=60)]] = Field(default_factory=dict)
    replace: Mapping[str, Inks] = Field(default_factory=dict)


class Title(_Record):
    """What a profile is called, in English and in Chinese; one text serves for both."""

    en: str = ""
    zh: str = ""


def _in_both(title: object) -> object:
    """Return a title written as one text in both languages."""
    return {"en": title, "zh": title} if isinstance(title, str) else title


class PressSheet(_Record):
    """The sheet that goes through the press, in mm: ``gripper`` is the edge that the press holds.

    ``grain`` says along which side the fibres run, nothing where it does not matter.
    """

    name: str = Field(min_length=1)
    width: Mm = Field(gt=0, le=2000)
    height: Mm = Field(gt=0, le=2000)
    gripper: Mm = Field(default=Mm(10), ge=0, le=50)
    grain: Literal["width", "height"] | None = None


class Condition(_Record):
    """A printing condition with its limits.

    ``registry`` is the name in the ICC characterization data registry (color.org) that the output
    intent carries. ``ink_limit`` and ``lightest_tint`` are per cent, ``ppi_…`` pixels per inch at the
    placed size: under the floor is an error, under ``ppi_warn`` a warning, above the ceiling photos
    are resampled down to it. ``sharpen`` is the unsharp mask for resampled photos in per cent, 0 for
    none. ``smallest_type`` is in points, as is ``smallest_ruby``, the least size of readings over
    characters; ``smallest_line``, ``bleed`` and ``safe`` (live matter inside the trim) in mm.
    ``rich_black`` is what the colours that a layout calls ``rich`` are printed with, black alone where
    there is none. ``slug`` lists the words of the slug line. ``sheet`` is what goes through the press,
    none where the smallest that holds the pages will do. The shipped values are house defaults
    until the shop says otherwise.
    """

    name: str = Field(min_length=1)
    title: Annotated[Title, BeforeValidator(_in_both)] = Title()
    description: str = ""
    icc: Path
    registry: str = Field(min_length=1)
    level: Literal["x-4", "x-1a"] = "x-4"
    intent: Literal["relative", "perceptual"] = "relative"
    ink_limit: float = Field(ge=100, le=400)
    rich_black: Inks | None = None
    ppi_floor: float = Field(default=150, gt=0)
    ppi_warn: float = Field(default=300, gt=0)
    ppi_ceiling: float = Field(default=350, ge=72, le=2400)
    sharpen: int = Field(default=50, ge=0, le=200)
    smallest_type: Pt = Field(default=Pt(6), gt=0)
    smallest_ruby: Pt = Field(default=Pt(4), gt=0)
    smallest_line: Mm = Field(default=Mm(0.14), gt=0)
    lightest_tint: float = Field(default=8, ge=0, le=100)
    bleed: Mm = Field(default=Mm(3), ge=0)
    safe: Mm = Field(default=Mm(3), ge=0)
    marks: Marks = Marks()
    slug: tuple[SlugWord, ...] = ("title", "page", "condition", "inks", "date")
    overprint: Overprint = Overprint()
    colours: Colours = Colours()
    sheet: PressSheet | None = None

    @field_validator("ppi_ceiling")
    @classmethod
    def _above_the_others(cls, ceiling: float, info: ValidationInfo) -> float:
        """Refuse a ceiling under the other two, which no resampled photo could satisfy."""
        if not info.data.get("ppi_floor", 0) <= info.data.get("ppi_warn", 0) <= ceiling:
            raise ValueError(_("ppi_floor, ppi_warn and ppi_ceiling must rise in this order"))
        return ceiling

    @field_validator("rich_black")
    @classmethod
    def _within_the_limit(cls, inks: Inks | None, info: ValidationInfo) -> Inks | None:
        """Refuse a rich black that the paper does not bear."""
        limit = info.data.get("ink_limit")
        if inks is not None and limit is not None and sum(inks) * 100 > limit:
            reason = _("{found:g} % of ink, ink_limit is {limit:g} %")
            raise ValueError(reason.format(found=sum(inks) * 100, limit=limit))
        return inks

    @property
    def called(self) -> str:
        """What the profile is called in the language in use: its title, else its name."""
        title = self.title.zh if language().startswith("zh") else self.title.en
        return title or self.title.en or self.title.zh or self.name

    @property
    def pdf_version(self) -> str:
        """The PDF version that the level is made of (ISO 15930-7 and 15930-4)."""
        return VERSIONS[self.level]

    @cached_property
    def icc_sha256(self) -> str:
        """The SHA-256 of the profile, in hexadecimal."""
        return hashlib.sha256(self.icc.read_bytes()).hexdigest()
