"""What changed between two contents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from newsletter.comparison.content import Content, PhotoContent, StoryContent
from newsletter.comparison.passages import Passage, Pieces, changed_sentences, marked


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)
NOBODY = StoryContent("", {}, "")
Fate = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A line or field that changed, marked."""

    key: str
    old: str
    new: str

    @property
    def pieces(self) -> Pieces:
        """What went out and came in."""
        return marked(self.old, self.new)


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A story that was added, removed or changed; ``sentences`` are the changed ones of its copy, marked.

    ``pages`` are those on which it stands, else the planned one; of a story that is gone those of before.
    """

    id: str
    headline: str
    fate: Fate
    lines: tuple[Change, ...] = ()
    sentences: tuple[Passage, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoChange:
    """A photo that was added, removed, changed; ``swapped`` where the picture in its file is another."""

    id: str
    fate: Fate
    lines: tuple[Change, ...] = ()
    swapped: bool = False
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed in an issue; nothing where the two are alike."""

    facts: tuple[Change, ...] = ()
    stories: tuple[StoryChange, ...] = ()
    photos: tuple[PhotoChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.facts or self.stories or self.photos)


def compare(old: Content, new: Content) -> Changes:
    """Return what changed from one content to another."""
    return Changes(
        (*_changed(old.facts, new.facts), *_pages(old, new)),
        tuple(_stories(old, new)),
        tuple(_photos(old, new)),
    )


def _pages(old: Content, new: Content) -> Iterator[Change]:
    """Yield the pages that have another number than before, then the numbers that have another name."""
    stayed = renumbered(old, new)
    names = {name: number for number, name in old.pages.items()}
    for number, other in stayed.items():
        if number != other:
            yield Change(f"pages.{old.pages[number]}", number, other)
    before = {number: name for number, name in old.pages.items() if number not in stayed}
    after = {number: name for number, name in new.pages.items() if stayed.get(names.get(name, "")) != number}
    yield from _changed(*({f"pages.{key}": name for key, name in each.items()} for each in (before, after)))


def renumbered(old: Content, new: Content) -> dict[str, str]:
    """Return the new number of every page that both have, by its name."""
    numbers = {name: number for number, name in _once(new).items()}
    return {number: numbers[name] for number, name in _once(old).items() if name in numbers}


def _once(content: Content) -> dict[str, str]:
    """Return the pages whose names no other has."""
    names = [*content.pages.values()]
    return {number: name for number, name in content.pages.items() if names.count(name) == 1}


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Change, ...]:
    """Return the keys whose values differ, in the order of the new, then those gone."""
    keys = dict.fromkeys((*new, *old))
    pairs = ((key, old.get(key, ""), new.get(key, "")) for key in keys)
    return tuple(Change(key, before, after) for key, before, after in pairs if before != after)


def _pairs(old: Iterable[T], new: Iterable[T]) -> Iterator[tuple[T | None, T | None]]:
    """Yield old and new of one id, in the order of the new, then what is gone."""
    before, after = {each.id: each for each in old}, {each.id: each for each in new}
    yield from ((before.get(name), each) for name, each in after.items())
    yield from ((each, None) for name, each in before.items() if name not in after)


def _stories(old: Content, new: Content) -> Iterator[StoryChange]:
    both_made = all(any(each.pages for each in content.stories) for content in (old, new))
    stayed = renumbered(old, new)
    for before, after in _pairs(old.stories, new.stories):
        lines = (*_changed(_shown(before), _shown(after)), *_moved(before, after, stayed, made=both_made))
        sentences = changed_sentences(before.text if before else "", after.text if after else "")
        if lines or sentences or before is None or after is None:
            story, fate = after or before or NOBODY, _fate(before, after)
            pages = story.pages or ((story.page,) if story.page else ())
            yield StoryChange(story.id, story.lines.get("headline", ""), fate, lines, sentences, pages)


def _shown(story: StoryContent | None) -> dict[str, str]:
    """Return a story's lines with its photos."""
    return {**story.lines, "photos": " ".join(story.photos)} if story is not None else {}


def _moved(
    before: StoryContent | None, after: StoryContent | None, stayed: Mapping[str, str], *, made: bool
) -> tuple[Change, ...]:
    """Return that a story stands on another page; a page that has another number is not another page.

    The made pages count only where both sides have them.
    """
    if before is None or after is None:
        return ()
    old, new = ((each.pages if made else (each.page,)) for each in (before, after))
    same = [stayed.get(str(page), str(page)) for page in old] == [str(page) for page in new]
    told = ("/".join(str(page) for page in pages if page) for pages in (old, new))
    return () if same else (Change("page", *told),)


def _fate(before: object, after: object) -> Fate:
    if before is None:
        return "added"
    return "removed" if after is None else "changed"


def _photos(old: Content, new: Content) -> Iterator[PhotoChange]:
    for before, after in _pairs(old.photos, new.photos):
        lines = _changed(_photo_lines(before), _photo_lines(after))
        swapped = before is not None and after is not None and _swapped(before, after)
        if lines or swapped or before is None or after is None:
            photo = after or before or PhotoContent("", {}, "")
            yield PhotoChange(photo.id, _fate(before, after), lines, swapped, photo.lines.get("caption", ""))


def _swapped(before: PhotoContent, after: PhotoContent) -> bool:
    """Return whether a photo is another; what is not there on one side cannot be told from the other."""
    return before.there and after.there and before.sha256 != after.sha256


def _photo_lines(photo: PhotoContent | None) -> dict[str, str]:
    return photo.lines if photo else {}
