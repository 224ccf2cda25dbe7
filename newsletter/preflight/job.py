"""What a worker is asked, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsletter.press import Limits
from newsletter.press.facts import Font, PressFile, Sheet, Unread


@dataclass(frozen=True, slots=True)
class Job:
    """A file and the pages of it that are read: every ``step``-th from ``first``.

    ``whole`` asks for the facts of the file too. ``memory`` is what it may take, in bytes, ``seconds`` the
    processor's for one page and for its plates.
    """

    path: Path
    language: str
    limits: Limits
    first: int
    step: int
    whole: bool
    memory: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Count:
    """How many pages there are to read."""

    pages: int


@dataclass(frozen=True, slots=True)
class Begun:
    """The worker has begun a page, or with the facts of its content told, its plates."""

    page: int
    plates: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """The facts of the file, without its pages."""

    file: PressFile


@dataclass(frozen=True, slots=True)
class Done:
    """A page's facts, the fonts met or learnt more of, and what could not be read."""

    sheet: Sheet
    fonts: Mapping[object, Font]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The file cannot be read at all: why, and a way out."""

    sentence: str
    hint: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The worker is through with its pages (``clean``), or is no more."""

    clean: bool


Answer = Count | Begun | Whole | Done | Refused | Ended
