"""The receipt of copyfit: what make-up did to a story inside the layout's limits, and what is left to do."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PhotoFit:
    """A photo as it stands: width in mm, image height in lines, the share of the original cropped away.

    ``natural`` is the height in lines that the whole original would take at this width; ``ppi`` its pixels
    per inch in place, 0 where they are not known.
    """

    photo: str
    width: float
    lines: int
    natural: float
    cropped: float
    ppi: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A paragraph, counted from 1 over the story's own, set in ``more`` lines (−1 or 1) than at its best.

    ``stretch`` is the most white in em put between two of its characters, negative where taken away.
    """

    paragraph: int
    more: int
    stretch: float
    text: str


@dataclass(frozen=True, slots=True)
class HeadFit:
    """The head: ``step`` from 1 of the rank's ``steps`` of size, 0 for none; the lines of its parts."""

    step: int
    steps: int
    headline: int
    kicker: int
    deck: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was done to a story, in the order in which it is tried; only all of a page is leaded otherwise.

    ``air`` are the lines of white that the head took beyond its own; ``alone`` says that the sign-off line
    stands on a line of its own though the last line had room; ``low`` are the legs that end a line higher.
    """

    photos: tuple[PhotoFit, ...]
    head: HeadFit
    asked: tuple[Asked, ...]
    air: int
    alone: bool
    low: int


class Way(StrEnum):
    """A kind of remedy."""

    CUT = "cut"  # so many characters from the story
    ADD = "add"  # so many characters to the story
    WITHOUT_PHOTO = "without-photo"  # the page fits without this photo
    WITH_PHOTO = "with-photo"  # the page is full with this photo, which no story has
    PHOTO = "photo"  # a photo so many columns wide and lines high fills the white
    JUMP = "jump"  # a story runs on to another page, and both are full
    MOVE = "move"  # a story goes to another page, which has so many lines of room
    WITHOUT_STORY = "without-story"  # the page fits without this story, kept for the next issue
    FILLER = "filler"  # a filler of so many lines below the story fills the white


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way out of a page that is over or short, tried or counted, not guessed.

    ``story`` is whose text, photo or place it changes. ``room`` are the lines that the page in question has,
    or the height of a photo or filler; ``columns`` its width, ``upright`` a photo higher than wide.
    """

    way: Way
    story: str
    characters: int = 0
    photo: str = ""
    page: int = 0
    room: int = 0
    columns: int = 0
    upright: bool = False
