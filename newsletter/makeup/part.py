"""A story's part on one of the pages that it runs over, set as a story of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.issue import Article, Rank, Shape
from newsletter.layout import Layout
from newsletter.manuscript import Manuscript, Paragraph

FIRST, ASIDE, LAST = 5.0, 1.0, 0.4
"""What parts weigh that continue the page before, those that were turned to from elsewhere, and those that
run on to the next page: they stand at the head and at the foot of a page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a story's copy: paragraph and character, both from 0.

    The paragraphs ``carried`` stand before it and were not set there: tables that wait for a place.
    """

    paragraph: int = 0
    offset: int = 0
    carried: tuple[int, ...] = ()


BEGINNING = Mark()


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of a story's way: ``number`` of ``count`` from 1, the pages before and after it, 0 for none."""

    page: int
    number: int = 1
    count: int = 1
    before: int = 0
    after: int = 0


class Part(Article):
    """What stands on one page of a story that runs on; ``whole`` is the story's id.

    ``goes_on`` is the page of the next part, 0 for the last; at least ``left`` lines are left for all to
    come, and at least ``least`` are set here, ``due`` in legs of one column if all parts have their share.
    ``jump_line`` stands at its foot, empty for none. ``turned`` to are parts that do not follow on the next
    page: they have a head of their own.
    """

    whole: str = ""
    stop: Stop = Stop(1)
    begun: Mark = BEGINNING
    goes_on: int = 0
    left: int = 0
    least: int = 0
    due: int = 0
    jump_line: str = ""
    turned: bool = False

    @property
    def continues(self) -> bool:
        """Whether the story began on another page."""
        return self.stop.number > 1

    def mark(self, paragraph: int, offset: int, carried: Sequence[int] = ()) -> Mark:
        """Return a place of the part's own copy as one of the story's."""
        number = self._number(paragraph)
        before = self.begun.offset if number == self.begun.paragraph else 0
        return Mark(number, before + offset, tuple(map(self._number, carried)))

    def _number(self, paragraph: int) -> int:
        """Return which paragraph of the story one of the part is."""
        carried = self.begun.carried
        if paragraph < len(carried):
            return carried[paragraph]
        return self.begun.paragraph + paragraph - len(carried)


def part_of(
    story: Article, begun: Mark, stop: Stop, photos: Sequence[str], due: int, left: int, layout: Layout
) -> Part:
    """Return the part of a story from a place on that stands on a page."""
    jumps = layout.jumps
    follows = jumps.reach == "run-on"
    turned = bool(stop.before) and not (follows and stop.page == stop.before + 1)
    jumped = bool(stop.after) and not (follows and stop.after == stop.page + 1)
    values = {name: getattr(story, name) for name in Article.model_fields}
    if stop.before:
        running = story.headline if layout.folio == "head" else ""
        label = f"上接第{stop.before}{jumps.page}" if turned else running
        values |= {"kicker": "", "deck": "", "byline": "", "pull_quote": "", "section": label}
        values |= {"headline_style": None, "headline_over": None, "makeup": Shape(legs=story.makeup.legs)}
    if stop.after:
        values["source"] = ""
    values |= {
        "id": _name(story, begun, stop, photos, due, left),
        "photos": tuple(photos),
        "manuscript": copy_from(story.manuscript, begun),
        "whole": story.id,
        "stop": stop,
        "begun": begun,
        "goes_on": stop.after,
        "left": left,
        "least": jumps.lines,
        "due": due,
        "jump_line": f"（下转第{stop.after}{jumps.page}）" if jumped else "",
        "turned": turned,
    }
    return Part.model_construct(**values)


def _name(story: Article, begun: Mark, stop: Stop, photos: Sequence[str], due: int, left: int) -> str:
    """Return a name that parts have in common only where they are set alike."""
    pages = (stop.before, stop.page, stop.after) if stop.before or stop.after else ()
    return "@".join(map(str, (story.id, begun, pages, due, left, *photos)))


def look_of(story: Article) -> str:
    """Return a name that parts have in common whose head, photos and copy are the same, whatever is due."""
    return f"{story.whole}@{story.begun}@{story.stop}" if isinstance(story, Part) else story.id


def copy_from(copy: Manuscript, begun: Mark) -> Manuscript:
    """Return a story's copy from a place on, what was carried to it first."""
    rest = list(copy.paragraphs[begun.paragraph :])
    if begun.offset:
        rest[0] = rest[0].rest(begun.offset)
    return Manuscript((*(copy.paragraphs[at] for at in begun.carried), *rest))


def copy_between(copy: Manuscript, begun: Mark, end: Mark) -> Manuscript:
    """Return a story's copy from one place to another, without what is carried on from it."""
    kept = [copy.paragraphs[at] for at in range(begun.paragraph, end.paragraph) if at not in end.carried]
    if end.offset:
        kept.append(copy.paragraphs[end.paragraph].first(end.offset))
    if begun.offset and kept:
        kept[0] = kept[0].rest(begun.offset)
    return Manuscript((*(copy.paragraphs[at] for at in begun.carried if at not in end.carried), *kept))


def offset_after(paragraph: Paragraph, set_characters: int) -> int:
    """Return where a paragraph goes on after so many of its visible characters were set."""
    text, seen = paragraph.text, 0
    for at, character in enumerate(text):
        if seen == set_characters and not character.isspace():
            return at
        seen += not character.isspace()
    return len(text)


def is_open(story: Article) -> bool:
    """Return whether a story's text goes on elsewhere, so that its part takes as much as there is room."""
    return isinstance(story, Part) and story.goes_on > 0


def story_of(story: Article) -> str:
    """Return the id of the story that an article is, or is a part of."""
    return story.whole if isinstance(story, Part) else story.id


def head_rank(story: Article) -> Rank:
    """Return the rank by which a head is set: what was turned to from elsewhere has a brief's."""
    return Rank.BRIEF if isinstance(story, Part) and story.turned else story.rank


def moved(paragraph: int, part: Article) -> int:
    """Return the number in its story, from 1, of a part's paragraph; 0 stays."""
    if not isinstance(part, Part) or not paragraph:
        return paragraph
    return part.mark(paragraph - 1, 0).paragraph + 1
