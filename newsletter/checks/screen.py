"""Rules about the screen edition: whoever hears an issue instead of seeing it must get the same paper.

None of them holds the press: the press file carries no tags.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsletter.diagnostics import Finding, Severity, Span, Spot
from newsletter.language import _, ngettext
from newsletter.press import TaggedFile
from newsletter.press.screen.facts import TaggedElement, TaggedLink
from newsletter.rulebook import check

UA = "iso14289-1"
LEVELS = ("H1", "H2", "H3", "H4", "H5", "H6")
IN_ROWS = frozenset(("TH", "TD"))


def _finding(file: TaggedFile, message: str, hint: str, page: int = 0) -> Finding:
    return Finding(Span(file.name) if file.name else None, message, hint, Spot(page) if page else None)


def _again() -> str:
    """Return the way out where only a file that something went over afterwards can have the fault."""
    return _("Take the screen edition as newsletter build wrote it; other programs may drop its tags.")


@check("F120", "screen_edition_unlabelled", Severity.WARNING, authority=UA)
def screen_edition_unlabelled(file: TaggedFile) -> Iterator[Finding]:
    """The screen edition lacks what every tagged file says of itself: tags, label, title, language.

    A screen reader takes the reading order from the tags, the voice from the language; the window's bar
    shows the title. Example: a file printed to PDF once more, which loses its tags. Build it again.
    """
    told = {
        _("tags"): file.marked and file.elements,
        _("label PDF/UA-1"): file.label == "1" or _is_wordless(file),
        _("title"): file.title and file.shows_title,
        _("language"): file.language,
    }
    missing = [name for name, there in told.items() if not there]
    if missing:
        message = _("The screen edition is not complete for screen readers; it lacks: {missing}.")
        yield _finding(file, message.format(missing=_(", ").join(missing)), _again())


def _is_wordless(file: TaggedFile) -> bool:
    """Return whether a figure has no words: such a file is not labelled."""
    return any(not each.words for each in file.having("Figure"))


@check("F121", "content_untagged", Severity.WARNING, authority=UA)
def content_untagged(file: TaggedFile) -> Iterator[Finding]:
    """Something on a page of the screen edition is neither part of the text nor marked as ornament.

    A screen reader skips what has no tag, or reads it at a wrong place. Tree and pages must also know of
    each other in both directions. Example: a stamp that another program put on the page. Build it again.
    """
    for page in file.pages if file.marked else ():
        if count := page.loose + page.strays + page.lost + page.parted:
            message = ngettext(
                "Page {page} of the screen edition: {n} piece of content is not tagged as the tree says.",
                "Page {page} of the screen edition: {n} pieces of content are not tagged as the tree says.",
                count,
            ).format(page=page.number, n=count)
            yield _finding(file, message, _again(), page.number)


@check("F122", "figure_without_words", Severity.WARNING, authority=UA)
def figure_without_words(file: TaggedFile) -> Iterator[Finding]:
    """A picture of the screen edition has no words that are read in its place.

    The caption serves as the words for who does not see the picture; without one a screen reader says no
    more than “picture”, and the file cannot be labelled PDF/UA-1. Example: a photo without “caption” in
    photos.yaml. Write one sentence that says what the picture shows.
    """
    for page, several in _by_page([each for each in file.having("Figure") if not each.words]):
        message = ngettext(
            "Page {page} of the screen edition: {n} picture has no words to be read in its place.",
            "Page {page} of the screen edition: {n} pictures have no words to be read in their place.",
            several,
        ).format(page=page, n=several)
        yield _finding(file, message, _("Give the photo a caption in photos.yaml."), page)


def _by_page(elements: Sequence[TaggedElement]) -> list[tuple[int, int]]:
    """Return pages and how many of the elements stand on each."""
    pages = sorted({each.page for each in elements})
    return [(page, sum(each.page == page for each in elements)) for page in pages]


@check("F123", "heading_level_skipped", Severity.WARNING, authority=UA)
def heading_level_skipped(file: TaggedFile) -> Iterator[Finding]:
    """The headings of the screen edition skip a level, or do not begin with the first.

    Readers jump from heading to heading; a level that is missing looks like a part that was lost.
    Example: a crosshead in a story without headline on the first page. Give the story a headline.
    """
    levels = [(LEVELS.index(each.tag) + 1, each) for each in file.having(*LEVELS)]
    start = [(0, TaggedElement(""))]
    for (before, _above), (level, heading) in pairwise([*start, *levels]):
        if level > before + 1:
            message = _(
                "Page {page} of the screen edition: a heading of level {level} comes after level {before}."
            )
            said = message.format(page=heading.page, level=level, before=before)
            yield _finding(file, said, _("Give the story a headline."), heading.page)


@check("F124", "link_unsaid", Severity.WARNING, authority=UA)
def link_unsaid(file: TaggedFile) -> Iterator[Finding]:
    """A link of the screen edition is not tagged, says not where it leads, or leads nowhere.

    Who cannot point at a link hears its words and follows it with the keyboard. Example: a link that
    another program added. Build the file again.
    """
    for link in filter(_is_unsaid, file.links):
        message = _("Page {page} of the screen edition: the link “{words}” is not complete.")
        yield _finding(file, message.format(page=link.page, words=link.words), _again(), link.page)


def _is_unsaid(link: TaggedLink) -> bool:
    return not (link.words and link.tagged and link.leads)


@check("F125", "type_without_characters", Severity.WARNING, authority=UA)
def type_without_characters(file: TaggedFile) -> Iterator[Finding]:
    """A font of the screen edition does not say which characters its glyphs are.

    Text in it can be seen but neither heard, searched nor copied. Example: a font that a program
    embedded without its ToUnicode table. Build the file again.
    """
    if file.mute:
        message = _("Fonts of the screen edition do not say which characters they show: {fonts}.")
        yield _finding(file, message.format(fonts=_(", ").join(file.mute)), _again())


@check("F126", "table_uneven", Severity.WARNING, authority=UA)
def table_uneven(file: TaggedFile) -> Iterator[Finding]:
    """A table of the screen edition has rows of different lengths.

    A screen reader says the column's head with every cell; in an uneven table it says a wrong one.
    Example: a table from which another program dropped empty cells. Build the file again.
    """
    for table, rows in _tables(file.elements):
        lengths = {sum(tag in IN_ROWS for tag in row.inner) for row in rows}
        if len(lengths) != 1:
            message = _("Page {page} of the screen edition: the rows of a table differ in length.")
            page = table.page or next((row.page for row in rows if row.page), 1)
            yield _finding(file, message.format(page=page), _again(), page)


def _tables(elements: Sequence[TaggedElement]) -> Iterator[tuple[TaggedElement, list[TaggedElement]]]:
    """Yield the tables with their rows, which follow them in reading order."""
    for at, table in enumerate(elements):
        if table.tag == "Table":
            count = sum(tag == "TR" for tag in table.inner)
            rows = [each for each in elements[at + 1 :] if each.tag == "TR"][:count]
            yield table, rows or [TaggedElement("TR")]
