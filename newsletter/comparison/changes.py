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
    """A story that was added, removed or changed; ``sentences`` are the changed ones of its copy, marked."""

    id: str
    headline: str
    fate: Fate
    lines: tuple[Change, ...] = ()
    sentences: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoChange:
    """A photo that was added, removed, changed; ``swapped`` where the picture in its file is another."""

    id: str
    fate: Fate
    lines: tuple[Change, ...] = ()
    swapped: bool = False


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
    pages = _changed({f"pages.{key}": name for key, name in old.pages.items()},
                     {f"pages.{key}": name for key, name in new.pages.items()})  # fmt: skip
    return Changes(
        (*_changed(old.facts, new.facts), *pages),
        tuple(_stories(old, new)),
        tuple(_photos(old, new)),
    )


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
    for before, after in _pairs(old.stories, new.stories):
        left, right = (_shown(each, both_made) for each in (before, after))
        lines = _changed(left, right)
        sentences = changed_sentences(before.text if before else "", after.text if after else "")
        if lines or sentences or before is None or after is None:
            headline = (after or before or StoryContent("", {}, "")).lines.get("headline", "")
            name = (after or before or StoryContent("", {}, "")).id
            yield StoryChange(name, headline, _fate(before, after), lines, sentences)


def _shown(story: StoryContent | None, made: bool) -> dict[str, str]:
    """Return a story's lines with its page and photos; the made pages only where both sides have them."""
    if story is None:
        return {}
    pages = "/".join(map(str, story.pages)) if made else str(story.page or "")
    return {**story.lines, "page": pages, "photos": " ".join(story.photos)}


def _fate(before: object, after: object) -> Fate:
    if before is None:
        return "added"
    return "removed" if after is None else "changed"


def _photos(old: Content, new: Content) -> Iterator[PhotoChange]:
    for before, after in _pairs(old.photos, new.photos):
        lines = _changed(_photo_lines(before), _photo_lines(after))
        swapped = before is not None and after is not None and before.sha256 != after.sha256
        if lines or swapped or before is None or after is None:
            name = (after or before or PhotoContent("", {}, "")).id
            yield PhotoChange(name, _fate(before, after), lines, swapped)


def _photo_lines(photo: PhotoContent | None) -> dict[str, str]:
    return photo.lines if photo else {}
