"""What a reader will read of an issue, line by line, with its place in the files."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.diagnostics import Span
from newsletter.issue import Article, Issue, Photo, Record
from newsletter.language import _
from newsletter.manuscript import Paragraph

HEADS = ("kicker", "headline", "deck", "byline", "source", "section")
CAPTIONS = ("caption", "credit")
SIGNATURES = ("byline", "source", "credit")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are printed: a line of a record, or a paragraph of copy."""

    text: str
    span: Span | None
    paragraph: Paragraph | None = None
    key: str = ""
    rows: tuple[tuple[str, Span], ...] = ()

    def at(self, offset: int, length: int = 1) -> Span | None:
        """Return where characters of the passage stand: exactly in copy and in values on several lines.

        Of other values it is where they begin.
        """
        if self.paragraph:
            return self.paragraph.at(offset, length)
        return self._on_row(offset, length) or self.span

    def _on_row(self, offset: int, length: int) -> Span | None:
        """Return where characters stand of a value that is written on several lines."""
        end = 0
        for words, span in self.rows:
            start = self.text.find(words, end)
            end = start + len(words) if start >= 0 else end
            if 0 <= start <= offset < end:
                return Span(span.file, span.line, span.column + offset - start, min(length, end - offset))
        return None


@dataclass(slots=True)
class _Latest:
    """The issue whose passages were last asked for: every rule of a run asks for the same."""

    issue: Issue | None = None
    passages: tuple[Passage, ...] = ()
    whole: str = ""


_latest = _Latest()


def passages(issue: Issue) -> tuple[Passage, ...]:
    """Return everything that is printed of the stories, fillers and photos."""
    if _latest.issue is not issue:
        _latest.passages = tuple(_passages(issue))
        _latest.whole = "\n".join(each.text for each in _latest.passages)
        _latest.issue = issue
    return _latest.passages


def whole_text(issue: Issue) -> str:
    """Return the text of all passages, a line for each: what it does not have, none of them has."""
    passages(issue)
    return _latest.whole


def _passages(issue: Issue) -> Iterator[Passage]:
    for article in (*issue.articles, *issue.fillers):
        yield from lines(article)
        yield from _values(article, "pull_quote", "pull_quote")
        yield from paragraphs(article)
    for photo in issue.photos:
        yield from lines(photo)


def furniture(issue: Issue) -> Iterator[Passage]:
    """Return what masthead, folios and imprint print, each value once, where it stands largest.

    ``key`` is that place, one of a layout's furniture.
    """
    publication, permit = issue.publication, issue.publication.permit
    yield from _values(publication, "name", "name")
    yield from _values(publication, "masthead", "notice", "publisher")
    yield from _values(permit, "masthead", "label", "number")
    for page in issue.sheet.pages:
        yield from _values(page, "section", "name")
    yield from _values(publication, "imprint", "recipients")
    yield from _values(publication.printer, "imprint", "name")
    for post in publication.editors:
        yield Passage(post.role, publication.at("editors"), None, "imprint")
        yield Passage(post.name, publication.at(f"editors.{post.role}"), None, "imprint")
    yield from _values(publication, "imprint", "address", "phone", "email")


def post_at(issue: Issue, role: str) -> Span:
    """Return where a post of the imprint is written, else where the posts are."""
    return issue.publication.at(f"editors.{role}") or publication_at(issue, "editors")


def printer_at(issue: Issue, key: str) -> Span:
    """Return where a key of the printer is written, else where the printer is."""
    return issue.publication.printer.at(key) or publication_at(issue, "printer")


def print_at(issue: Issue, key: str) -> Span:
    """Return where a key of the print order is written, else where the order is."""
    return issue.sheet.print.at(key) or sheet_at(issue, "print")


def signatures(issue: Issue) -> Iterator[Passage]:
    """Return who signs for stories and photos: bylines, sources, credits."""
    yield from (each for each in passages(issue) if each.key in SIGNATURES)


def all_printed(issue: Issue) -> Iterator[Passage]:
    """Return everything that is printed, furniture first."""
    yield from furniture(issue)
    yield from passages(issue)


def owned(issue: Issue) -> Iterator[tuple[str, Passage]]:
    """Return everything that is printed, each passage after whose it is, in words."""
    for passage in furniture(issue):
        yield place_of(passage.key), passage
    for article in (*issue.articles, *issue.fillers):
        yield from ((title(article), each) for each in (*lines(article), *paragraphs(article)))
    for photo in issue.photos:
        yield from ((photo_called(photo), each) for each in lines(photo))


def place_of(key: str) -> str:
    """Return a piece of furniture for people."""
    words = {
        "name": _("the publication's name"),
        "masthead": _("the masthead"),
        "section": _("the pages' names"),
        "imprint": _("the imprint"),
    }
    return words[key]


def photo_called(photo: Photo) -> str:
    """Return what a photo is called in a message."""
    return _("the photo “{id}”").format(id=photo.id)


def _values(record: Record, place: str, *keys: str) -> Iterator[Passage]:
    """Return the values of a record's keys that are printed in one place."""
    yield from (passage_of(record, key, place) for key in keys if getattr(record, key))


def passage_of(record: Record, key: str, place: str = "") -> Passage:
    """Return the value of a record's key as it is printed in one place."""
    return Passage(getattr(record, key), record.at(key), None, place, record.places.rows.get(key, ()))


def lines(record: Article | Photo) -> Iterator[Passage]:
    """Return the printed lines of a story's head or of a photo."""
    for key in HEADS if isinstance(record, Article) else CAPTIONS:
        if getattr(record, key):
            yield passage_of(record, key, key)


def paragraphs(article: Article) -> Iterator[Passage]:
    """Return the paragraphs of a story."""
    for paragraph in article.manuscript.paragraphs:
        yield Passage(paragraph.text, paragraph.span, paragraph)


def title(article: Article) -> str:
    """Return what a story is called in a message."""
    return f"《{article.headline}》" if article.headline else f"“{article.id}”"


def publication_at(issue: Issue, key: str) -> Span:
    """Return where a key of the publication stands, else the publication."""
    return issue.publication.at(key) or Span(f"issues/{issue.sheet.publication or 'publication.yaml'}")


def permit_at(issue: Issue, key: str) -> Span:
    """Return where a key of the permit stands, else the permit."""
    return issue.publication.permit.at(key) or publication_at(issue, "permit")


def sheet_at(issue: Issue, key: str) -> Span:
    """Return where a key of issue.yaml stands, else the sheet."""
    return issue.sheet.at(key) or Span(f"issues/{issue.slug}/issue.yaml")
