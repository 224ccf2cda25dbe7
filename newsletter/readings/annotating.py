"""An issue with the readings that its stories ask for."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from newsletter.diagnostics import Diagnostic, Finding, Severity, Span, Staged
from newsletter.issue import Article, Issue, Photo, Printed
from newsletter.language import _
from newsletter.manuscript import Block, Manuscript, Paragraph, Reading, Run, runs_with
from newsletter.readings.people import Known, people_in, people_of
from newsletter.readings.story import Story
from newsletter.rulebook import declare

P = TypeVar("P", bound=Printed)
BEFORE, BEHIND = ("kicker", "headline", "deck", "byline"), ("source",)
UNDER = ("caption", "credit")


@declare("C030", "reading_doubtful", Severity.NOTE)
def reading_doubtful(at: Span | None, character: str, sound: str, others: str) -> Finding:
    """A rare character has several readings and no known word tells which.

    `ruby: rare` prints the reading that is most usual. Outside of names and known words that is a guess.

    Example: 梏 in 桎梏. Way out: write the reading yourself, `{梏|gù}`; it then stands.
    """
    message = _("“{character}” is given the reading {sound}; it is also read {others}.")
    hint = _("Write it yourself if need be: {example}.")
    example = f"{{{character}|{sound}}}"
    message = message.format(character=character, sound=sound, others=others)
    return Finding(at, message, hint.format(example=example))


def annotate(issue: Issue) -> Staged[Issue]:
    """Return the issue with readings in every story that is to have them, and the guesses among them."""
    modes = [(article.ruby or issue.sheet.ruby) == "rare" for article in issue.articles]
    if not any(modes):
        return Staged(issue)
    people = people_of(issue)
    photos = {photo.id: photo for photo in issue.photos}
    articles, reports = [], []
    for article, rare in zip(issue.articles, modes, strict=True):
        desk = _Desk(article, [photos[each] for each in article.photos if each in photos], people)
        articles.append(desk.article() if rare else article)
        photos |= {photo.id: photo for photo in desk.photos}
        reports += desk.reports
    update = {"articles": tuple(articles), "photos": tuple(photos.values())}
    return Staged(issue.model_copy(update=update), tuple(reports))


@dataclass(slots=True)
class _Desk:
    """Reads one story and its photos, in the order of the page."""

    given: Article
    photos: list[Photo]
    people: Known
    reports: list[Diagnostic] = field(default_factory=list)

    def article(self) -> Article:
        """Return the story with its readings; `photos` then have theirs."""
        story = Story(
            {**people_in(self.given, self.photos), **self.people}, dict(_told(self.given, self.photos))
        )
        article = self._lines(self.given, BEFORE, story)
        paragraphs = tuple(self._paragraph(each, story) for each in article.manuscript.paragraphs)
        article = article.model_copy(update={"manuscript": Manuscript(paragraphs)})
        article = self._lines(article, BEHIND, story)
        self.photos = [self._lines(photo, UNDER, story) for photo in self.photos]
        return article

    def _lines(self, record: P, keys: tuple[str, ...], story: Story) -> P:
        """Return a record with readings over the lines of the keys."""
        for key in keys:
            line = Paragraph(Block.TEXT, record.runs(key), record.at(key) or Span(""))
            found = ((key, each) for each in self._paragraph(line, story).readings)
            others = (each for each in record.readings if each[0] != key)
            record = record.model_copy(update={"readings": (*others, *found)})
        return record

    def _paragraph(self, paragraph: Paragraph, story: Story) -> Paragraph:
        """Return a paragraph with its readings."""
        text = paragraph.text
        added = story.readings(text, paragraph.readings)
        for guess in story.guesses:
            sound, *others = guess.sounds
            at = paragraph.at(guess.offset)
            self.reports.append(reading_doubtful(at, text[guess.offset], sound, _(", ").join(others)))
        return replace(paragraph, runs=tuple(_cut(paragraph, added))) if added else paragraph


def _told(article: Article, photos: list[Photo]) -> Iterator[tuple[str, str]]:
    """Yield the characters that an editor has read, with the reading of each."""
    heads = [run for key in (*BEFORE, *BEHIND) for run in article.runs(key)]
    copy = [run for paragraph in article.manuscript.paragraphs for run in paragraph.runs]
    captions = [run for photo in photos for key in UNDER for run in photo.runs(key)]
    for run in (*heads, *copy, *captions):
        syllables = run.reading.split()
        if syllables and len(syllables) == len(run.text):
            yield from zip(run.text, syllables, strict=True)


def _cut(paragraph: Paragraph, added: tuple[Reading, ...]) -> Iterator[Run]:
    """Yield a paragraph's runs cut where readings are added."""
    start = 0
    for run in paragraph.runs:
        stop = start + len(run.text)
        inside = [each for each in added if start <= each.start < stop]
        moved = [replace(each, start=each.start - start, stop=each.stop - start) for each in inside]
        parts = runs_with(run.text, moved) if moved else (run,)
        yield from (replace(each, emphasis=run.emphasis) for each in parts)
        start = stop
