"""What a tagged file says of itself, read back from its bytes alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TaggedElement:
    """An element of the structure tree: ``inner`` are the tags in it, ``page`` is 0 where none is known."""

    tag: str
    page: int = 0
    words: str = ""
    inner: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page's content: ``loose`` operators paint outside of any mark, ``strays`` are marks without element.

    ``lost`` are elements' marks that the page does not have, ``parted`` those whose way back leads to
    another element.
    """

    number: int
    loose: int = 0
    strays: int = 0
    lost: int = 0
    parted: int = 0


@dataclass(frozen=True, slots=True)
class TaggedLink:
    """A link: ``words`` say where it leads, ``tagged`` where an element of the tree holds it."""

    page: int
    words: str
    tagged: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class TaggedFile:
    """A file for the screen as it is read to those who do not see it.

    ``mute`` are fonts whose glyphs tell no character.
    """

    name: str = ""
    marked: bool = False
    label: str = ""
    title: str = ""
    shows_title: bool = False
    language: str = ""
    elements: tuple[TaggedElement, ...] = ()
    pages: tuple[TaggedPage, ...] = ()
    links: tuple[TaggedLink, ...] = ()
    mute: tuple[str, ...] = ()

    def having(self, *tags: str) -> tuple[TaggedElement, ...]:
        """Return the elements of those tags, in reading order."""
        return tuple(each for each in self.elements if each.tag in tags)
