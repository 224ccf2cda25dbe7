"""The people an issue knows by name, and which of their characters a reader may read wrongly."""

from collections.abc import Iterable, Iterator, Mapping

from newsletter.issue import Article, Issue, Photo
from newsletter.names import name_readings, usual_reading
from newsletter.readings.rare import is_rare
from newsletter.surnames import is_name, lead_of, names_in, surname_of

Known = Mapping[str, str]
"""Names with the readings of names.yaml, empty where it has none."""


def people_of(issue: Issue) -> Known:
    """Return everybody whom the publication and names.yaml name."""
    posts = (name for post in issue.publication.editors for name in _words(post.name))
    return dict.fromkeys(posts, "") | {known.name: known.reading for known in issue.names}


def people_in(article: Article, photos: Iterable[Photo]) -> Known:
    """Return everybody whom a story names in its byline, sign-off line, credits and rolls."""
    lines = [article.byline, article.source, *(photo.credit for photo in photos)]
    rolls = (
        name
        for paragraph in article.manuscript.paragraphs
        if paragraph.roll
        for name in names_in(paragraph.text[len(lead_of(paragraph.text)) :])
    )
    return dict.fromkeys((*(name for line in lines for name in _words(line)), *rolls), "")


def _words(line: str) -> Iterator[str]:
    """Yield the words of a byline that can be names."""
    for mark in "、，,；;：:/\u3000\t":
        line = line.replace(mark, " ")
    yield from (word for word in line.split() if is_name(word))


def doubtful_in(name: str, given: str) -> Mapping[int, str]:
    """Return the characters of a name that ask for a reading, by offset, with it.

    They are the rare ones, the surname that is read otherwise than usual, and those that names.yaml
    reads otherwise than usual.
    """
    readings = given.split() if len(given.split()) == len(name) else name_readings(name)
    odd = {at for at, reading in enumerate(readings) if reading.casefold() != usual_reading(name[at])}
    surname = set(range(len(surname_of(name))))
    asked = {at for at, character in enumerate(name) if is_rare(character)}
    asked |= (surname if odd & surname else set()) | (odd if given else set())
    return {at: readings[at] for at in sorted(asked)}
