"""Stories: an entry of articles.yaml, the front matter of its copy and the copy itself, as one article."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from newsletter.copy_source import Copy, Correction, corrected_text, read_copy, split_front_matter
from newsletter.copy_source import faults as copy_faults
from newsletter.diagnostics import Diagnostic, Span
from newsletter.issue import Article, Photo, Places, Record
from newsletter.manifest import faults
from newsletter.manifest.binding import Binder
from newsletter.manifest.files import Files
from newsletter.manifest.keys import keys_of
from newsletter.manifest.paths import as_on_disk, nearest_file
from newsletter.manuscript import Block, Manuscript, Paragraph, Reading
from newsletter.normalise import Spaces
from newsletter.yaml_source import Entry, Node, Scalar, Table

R = TypeVar("R", bound=Record)
PRINTED = {
    Article: {
        "kicker": Spaces.PAUSE,
        "headline": Spaces.PAUSE,
        "deck": Spaces.PAUSE,
        "byline": Spaces.PARTING,
        "source": Spaces.PARTING,
        "section": Spaces.PAUSE,
        "pull_quote": Spaces.PAUSE,
    },
    Photo: {"caption": Spaces.PAUSE, "credit": Spaces.PARTING},
}
"""What is printed of a record, and so is put into printing form, with what its spaces mean."""


@dataclass(slots=True)
class Stories:
    """Reads the stories and photos of one issue's folder."""

    folder: Path
    files: Files
    binder: Binder
    corrections: list[Correction] = field(default_factory=list)

    @property
    def reports(self) -> list[Diagnostic]:
        return self.binder.reports

    def article(self, node: Node) -> Article | None:
        """Return the story of an entry of articles.yaml."""
        if not isinstance(node, Table):
            return self.binder.record(node, Article, "articles.yaml")
        path = self._copy_path(node)
        node, copy = (node, None) if path is None else self._copy(node, path)
        article = self.binder.record(node, Article, "articles.yaml")
        if article is None or path is None or copy is None:
            return article and self._without_copy(self.corrected(article), path)
        return self._with_copy(self.corrected(article), copy, path)

    def photo(self, node: Node) -> Photo | None:
        """Return the photo of an entry of photos.yaml."""
        photo = self.binder.record(node, Photo, "photos.yaml")
        return None if photo is None else self._with_file(self.corrected(photo))

    def _with_file(self, photo: Photo) -> Photo:
        """Return a photo whose file is in its place, else without a file."""
        at = photo.at("file") or Span("")
        if not photo.file:
            if not photo.doubtful("file"):
                self.reports.append(faults.key_missing(at, "file", keys_of(Photo)["file"].chinese))
            return doubt(photo, "file")
        written, found = as_on_disk(self.folder, photo.file, at)
        if written != photo.file:
            photo = photo.model_copy(update={"file": written})
        if found.path is not None and found.path.is_file():
            return photo
        if found.path is None:
            self.reports.extend(found.reports)
            return doubt(photo, "file").model_copy(update={"file": ""})
        meant = nearest_file(self.folder, photo.file)
        self.reports.append(faults.photo_file_missing(at, photo.file, meant))
        return doubt(photo, "file")

    def corrected(self, record: R) -> R:
        """Return a record with its printed lines in printing form."""
        changed: dict[str, object] = {}
        readings: list[tuple[str, Reading]] = []
        for key, spaces in PRINTED[type(record)].items():
            line = corrected_text(getattr(record, key), record.at(key), spaces)
            self.reports.extend(line.reports)
            self.corrections.extend(line.corrections)
            readings += ((key, reading) for reading in line.readings)
            changed |= {key: line.value} if line.value != getattr(record, key) else {}
        changed |= {"readings": tuple(readings)} if readings else {}
        return record.model_copy(update=changed) if changed else record

    def _copy_path(self, table: Table) -> Path | None:
        """Return the path of a story's copy, none where that is faulty and reported."""
        key = keys_of(Article)["file"]
        entry = next((each for each in table if each.key in (key.name, key.chinese)), None)
        if entry is None or not isinstance(entry.value, Scalar) or not entry.value.text:
            if entry is None or isinstance(entry.value, Scalar):
                self.reports.append(faults.key_missing(table.at, key.name, key.chinese))
            return None
        return self._found(entry.value.text, entry.value.at)

    def _found(self, written: str, at: Span) -> Path | None:
        written, found = as_on_disk(self.folder, written, at)
        if found.path is not None and found.path.is_file():
            return self.folder / written
        self.reports.extend(found.reports)
        if found.path is not None:
            self.reports.append(faults.copy_missing(at, written, nearest_file(self.folder, written)))
        return None

    def _copy(self, table: Table, path: Path) -> tuple[Table, Copy | None]:
        """Return the story's entry with the front matter's keys, and its copy, none where unreadable."""
        text = self.files.text(path)
        if text is None:
            return table, None
        name = self.files.name(path)
        front = split_front_matter(text, name)
        self.reports.extend(front.reports)
        if front.reports and front.table is None:
            return table, None
        copy = read_copy(text, name, front.lines)
        self.reports.extend(copy.reports)
        self.corrections.extend(copy.corrections)
        return (Table(tuple(self._merged(table, front.table)), table.at) if front.table else table), copy

    def _merged(self, table: Table, front: Table) -> Iterator[Entry]:
        """Return the entries of both, each key once."""
        keys = keys_of(Article)
        taken = {keys[each.key].name: each.at for each in table if each.key in keys}
        yield from table
        for entry in front:
            name = keys[entry.key].name if entry.key in keys else entry.key
            if name in taken:
                self.reports.append(faults.key_in_both_places(entry.at, entry.key, taken[name]))
            else:
                yield entry

    def _without_copy(self, article: Article, path: Path | None) -> Article:
        """Return a story whose copy is known to be faulty, without the path where that is."""
        article = doubt(article, "file", "manuscript", "headline")
        return article if path else article.model_copy(update={"file": ""})

    def _with_copy(self, article: Article, copy: Copy, path: Path) -> Article:
        """Return the story with its manuscript; a `#` heading is the headline where there is no other."""
        paragraphs = copy.manuscript.paragraphs
        if copy.heading and not article.headline and not article.doubtful("headline"):
            article = self._headed(article, copy.heading)
        elif copy.heading:
            self.reports.append(copy_faults.second_headline(copy.heading.span, copy.heading.text))
            paragraphs = (copy.heading, *paragraphs)
        if not any(each.block is not Block.CROSSHEAD for each in paragraphs):
            self.reports.append(
                faults.copy_empty(Span(self.files.name(path)), article.headline or article.id)
            )
        return article.model_copy(update={"manuscript": Manuscript(paragraphs)})

    def _headed(self, article: Article, heading: Paragraph) -> Article:
        self.reports.append(copy_faults.headline_in_copy(heading.span, heading.text))
        places = Places(
            {**article.places, "headline": heading.span}, article.places.faulty, article.places.rows
        )
        readings = (*article.readings, *(("headline", each) for each in heading.readings))
        update = {"headline": heading.text, "places": places, "readings": readings}
        return article.model_copy(update=update)


def doubt(record: R, *keys: str) -> R:
    """Return a record whose keys are known to be faulty."""
    places = Places(record.places, record.places.faulty | frozenset(keys), record.places.rows)
    return record.model_copy(update={"places": places})
