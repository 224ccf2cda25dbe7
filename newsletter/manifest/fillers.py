"""fillers.yaml: the bank of house notices from which make-up closes small holes."""

from collections.abc import Iterator

from newsletter.copy_source import corrected_text
from newsletter.diagnostics import Span
from newsletter.issue import Article, Filler, Rank
from newsletter.language import _
from newsletter.manifest import faults
from newsletter.manifest.binding import Binder
from newsletter.manifest.keys import keys_of
from newsletter.manifest.stories import Stories
from newsletter.manuscript import Block, Edge, Manuscript, Paragraph, runs_with
from newsletter.normalise import Spaces
from newsletter.yaml_source import Listing, Node

FILE = "fillers.yaml"


def fillers(node: Node | None, binder: Binder, stories: Stories) -> tuple[Article, ...]:
    """Return the fillers of fillers.yaml as stories; what is none is reported."""
    if node is None:
        return ()
    if not isinstance(node, Listing):
        binder.wrong(node, FILE, _("a list of “- key: value”"))
        return ()
    records = [binder.record(item, Filler, FILE) for item in node.items]
    return tuple(_story(each, stories) for each in records if each and _is_whole(each, binder))


def _is_whole(filler: Filler, binder: Binder) -> bool:
    """Return whether a filler has its headline and its text, whose absence is reported."""
    missing = [key for key in ("headline", "text") if not getattr(filler, key) and not filler.doubtful(key)]
    for key in missing:
        at = filler.at() or Span(FILE)
        binder.reports.append(faults.key_missing(at, key, keys_of(Filler)[key].chinese))
    return not missing


def _story(filler: Filler, stories: Stories) -> Article:
    """Return a filler as a story of the least rank, its lines in printing form."""
    article = Article(
        id=f"{FILE}#{filler.id}",
        headline=filler.headline,
        source=filler.source,
        box=filler.box,
        rank=Rank.FILLER,
        manuscript=Manuscript(tuple(_paragraphs(filler, stories))),
        places=filler.places,
    )
    return stories.corrected(article)


def _paragraphs(filler: Filler, stories: Stories) -> Iterator[Paragraph]:
    """Yield a paragraph for every line of the text."""
    written = filter(None, map(str.strip, filler.text.splitlines()))
    for line, at in zip(written, _places(filler, stories), strict=True):
        set_right = corrected_text(line, at, Spaces.PAUSE)
        stories.reports.extend(set_right.reports)
        stories.corrections.extend(set_right.corrections)
        edges = (Edge(0, at.line, at.column),) if set_right.value == line else ()
        yield Paragraph(Block.TEXT, runs_with(set_right.value, set_right.readings), at, edges=edges)


def _places(filler: Filler, stories: Stories) -> Iterator[Span]:
    """Yield where each line of the text stands in the file; the text's own place where that is not seen."""
    at = filler.at("text") or Span(FILE)
    path = stories.files.workspace / at.file
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    number = at.line - 1
    for line in filter(None, map(str.strip, filler.text.splitlines())):
        found = next((n for n in range(number, len(lines)) if line in lines[n]), None)
        number = number if found is None else found + 1
        yield at if found is None else Span(at.file, found + 1, lines[found].index(line) + 1, len(line))
