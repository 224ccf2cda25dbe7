"""Contributors of a year with what they contributed: for fees (稿费) and praise (表彰)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from newsletter.names import pinyin_key
from newsletter.series.entry import Entry


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person of the year.

    ``characters`` are those of all stories the person had a part in, ``share`` those when a story of several
    writers is divided among them; ``issues`` are the folders of the issues, in their order.
    """

    name: str
    stories: int
    characters: int
    share: int
    photos: int
    issues: tuple[str, ...]


@dataclass(slots=True)
class _Count:
    stories: int = 0
    characters: int = 0
    share: Fraction = field(default_factory=Fraction)
    photos: int = 0
    issues: dict[str, None] = field(default_factory=dict)


def contributors(entries: Iterable[Entry]) -> tuple[Contributor, ...]:
    """Return everybody who wrote or photographed, by the sound of their surnames."""
    counts: dict[str, _Count] = {}
    for entry in entries:
        for name, count in _of_entry(entry, counts):
            counts[name] = count
            count.issues[entry.slug] = None
    return tuple(_contributor(name, counts[name]) for name in sorted(counts, key=pinyin_key))


def _of_entry(entry: Entry, counts: dict[str, _Count]) -> Iterator[tuple[str, _Count]]:
    """Count an issue's stories and photos; yield who had a part in it."""
    for story in entry.stories:
        for name in story.writers:
            count = counts.get(name) or _Count()
            count.stories += 1
            count.characters += story.characters
            count.share += Fraction(story.characters, len(story.writers))
            yield name, count
    for picture in entry.pictures:
        for name in picture.photographers:
            count = counts.get(name) or _Count()
            count.photos += 1
            yield name, count


def _contributor(name: str, count: _Count) -> Contributor:
    return Contributor(
        name, count.stories, count.characters, round(count.share), count.photos, tuple(count.issues)
    )
