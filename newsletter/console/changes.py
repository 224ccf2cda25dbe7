"""What changed in the terminal: what went out struck through in red, what came in underlined in green."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from newsletter.comparison import Change, Changes
from newsletter.comparison.changes import PhotoChange, StoryChange
from newsletter.comparison.passages import Pieces
from newsletter.console.indenting import Indented
from newsletter.language import _
from newsletter.report.changes import fate_word, key_word, tally

STYLES = {"same": "", "out": "red strike", "in": "green underline"}
MARKS = {"same": ("", ""), "out": ("[-", "-]"), "in": ("{+", "+}")}
AROUND = 18
"""Characters shown on either side of a change in a long sentence."""


def change_list(changes: Changes, *, coloured: bool) -> Iterator[RenderableType]:
    """Yield the changes; without colours, brackets say what went out and what came in."""
    if not changes:
        yield Text(_("Nothing has changed."), style="clear")
        return
    if changes.facts:
        yield Text(_("Publication and issue"), style="place underline")
        yield from (_line(each, coloured) for each in changes.facts)
        yield Text()
    for story in changes.stories:
        yield from _story(story, coloured)
    for photo in changes.photos:
        yield from _photo(photo, coloured)
    yield Text(tally(changes), style="place")


def _story(story: StoryChange, coloured: bool) -> Iterator[RenderableType]:
    title = f"《{story.headline}》" if story.headline else ""
    yield _heading(f"{story.id} {title}", story.fate)
    yield from (_line(each, coloured) for each in story.lines)
    for pieces in story.sentences:
        yield _indented(_marked(pieces, coloured))
    yield Text()


def _photo(photo: PhotoChange, coloured: bool) -> Iterator[RenderableType]:
    yield _heading(_("photo {id}").format(id=photo.id), photo.fate)
    if photo.swapped:
        yield _indented(Text(_("The picture is another one."), style="warning"))
    yield from (_line(each, coloured) for each in photo.lines)
    yield Text()


def _heading(name: str, fate: str) -> Text:
    return Text().append(name, style="place underline").append(f"  {fate_word(fate)}", style="quiet")


def _line(change: Change, coloured: bool) -> RenderableType:
    text = Text().append(f"{key_word(change.key)}  ", style="quiet")
    return _indented(text.append_text(_marked(change.pieces, coloured)))


def _indented(text: Text) -> RenderableType:
    return Indented(text, 2)


def _marked(pieces: Pieces, coloured: bool) -> Text:
    """Return a sentence with its marks; ends of paragraphs that changed are shown as ¶."""
    text = Text()
    for number, each in enumerate(pieces):
        before, after = ("", "") if coloured else MARKS[each.mark]
        shown = each.text.replace("\n", "" if each.mark == "same" else "¶")
        if each.mark == "same":
            shown = _shortened(shown, first=number == 0, last=number == len(pieces) - 1)
        text.append(before + shown + after, style=STYLES[each.mark] if coloured else "")
    return text


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return what stayed the same with its far parts left out."""
    head = "" if first else text[:AROUND]
    tail = "" if last else text[-AROUND:]
    return text if len(text) <= len(head) + len(tail) + 2 else f"{head}…{tail}"
