"""Rules about stories side by side: headlines that bump, photos that touch, sizes that differ for nothing."""

from collections.abc import Iterator
from itertools import combinations

from newsletter.checks.makeup import spot_of
from newsletter.diagnostics import Finding, Severity, Span
from newsletter.dummy import Box, DummyPage, GroundFrame, MadeUp, PhotoFrame, Role, TextFrame
from newsletter.issue import Article, Rank
from newsletter.language import _
from newsletter.rulebook import check

ALIKE = 1.1
"""The ratio of two sizes up to which readers take them for the same."""
SLACK = 0.5
"""What two gutters may differ by, in mm."""
MOST_SIZES = 2


def _headlines(page: DummyPage) -> list[TextFrame]:
    """Return a page's horizontal headlines."""
    texts = (frame for frame in page.frames if isinstance(frame, TextFrame) and not frame.vertical)
    return [frame for frame in texts if frame.role is Role.HEADLINE]


def _side_by_side(one: Box, other: Box, made: MadeUp) -> bool:
    """Return whether nothing but a gutter lies between two boxes that share more than a line of height."""
    gutter = made.layout.grid.gutter * made.layout.em + SLACK
    between = max(one.x, other.x) - min(one.right, other.right)
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return -SLACK <= between <= gutter and shared > made.layout.line


def _name(made: MadeUp, story: str) -> str:
    return (made.issue.article(story) or Article(id=story)).headline


def _boxed(page: DummyPage) -> set[str]:
    """Return the stories that stand in a box, which parts their headlines from others."""
    return {frame.story for frame in page.frames if isinstance(frame, GroundFrame)}


def _bump(one: TextFrame, other: TextFrame, made: MadeUp) -> bool:
    """Return whether two headlines of one size share the height of half a line."""
    level = min(one.box.bottom, other.box.bottom) - max(one.box.y, other.box.y)
    return level > made.layout.line / 2 and max(one.size, other.size) <= ALIKE * min(one.size, other.size)


@check("Y041", "headlines_bumping", Severity.NOTE)
def headlines_bumping(made: MadeUp) -> Iterator[Finding]:
    """Two headlines of about one size stand side by side at one height (碰题).

    Readers take them for a single line. The search avoids it where it can. Example: two stories of one rank
    in slots beside each other. Give one of them another rank, a box or a vertical headline, or another place.
    """
    for page in made.dummy.pages:
        boxes = {fit.story: fit.box for fit in page.fits}
        open_ones = [each for each in _headlines(page) if each.story not in _boxed(page)]
        for one, other in combinations(open_ones, 2):
            if _side_by_side(boxes[one.story], boxes[other.story], made) and _bump(one, other, made):
                message = _(
                    "Page {page}: 《{headline}》 and 《{other}》 stand side by side in {size:g} points."
                )
                said = message.format(
                    page=page.number,
                    headline=_name(made, one.story),
                    other=_name(made, other.story),
                    size=one.size,
                )
                hint = _("Give one of them another rank, a box or a vertical headline, or another place.")
                yield Finding(_place(made, other.story), said, hint, spot_of(page.number, other.box))


@check("Y042", "photos_touching", Severity.NOTE)
def photos_touching(made: MadeUp) -> Iterator[Finding]:
    """The photos of two stories stand side by side with nothing but a gutter between them.

    Readers take them for one story's, and captions for each other's. The search avoids it where it can.
    Example: two stories in a column each, both with a photo at the top. Give one of them another place, or
    its photo to another story.
    """
    for page in made.dummy.pages:
        pictures = [frame for frame in page.frames if isinstance(frame, PhotoFrame) and frame.story]
        for one, other in combinations(pictures, 2):
            if one.story != other.story and _side_by_side(one.box, other.box, made):
                message = _(
                    "Page {page}: the photos “{photo}” of 《{headline}》 and “{other}” of 《{story}》 touch."
                )
                said = message.format(
                    page=page.number,
                    photo=one.photo,
                    headline=_name(made, one.story),
                    other=other.photo,
                    story=_name(made, other.story),
                )
                hint = _("Give one of the stories another place.")
                yield Finding(_place(made, other.story), said, hint, spot_of(page.number, other.box))


@check("Y043", "sizes_too_many", Severity.NOTE)
def sizes_too_many(made: MadeUp) -> Iterator[Finding]:
    """The headlines of one rank have three sizes or more on a page.

    Sizes say what weighs more; three of them for stories of one weight say nothing. Example: 24, 20 and 16
    points over three standard stories. Make the headlines about as long, or give the stories other ranks.
    """
    for page in made.dummy.pages:
        for rank in Rank:
            frames = [each for each in _headlines(page) if _rank(made, each.story) is rank]
            sizes = sorted({each.size for each in frames}, reverse=True)
            if len(sizes) > MOST_SIZES:
                message = _("Page {page}: the headlines of rank “{rank}” have {count} sizes: {sizes} points.")
                listed = ", ".join(f"{size:g}" for size in sizes)
                said = message.format(page=page.number, rank=_(str(rank)), count=len(sizes), sizes=listed)
                hint = _("Make the headlines about as long, or give the stories other ranks.")
                least = min(frames, key=lambda each: each.size)
                yield Finding(_place(made, least.story), said, hint, spot_of(page.number, least.box))


def _rank(made: MadeUp, story: str) -> Rank | None:
    article = made.issue.article(story)
    return article.rank if article else None


def _place(made: MadeUp, story: str) -> Span | None:
    article = made.issue.article(story)
    return article.at("headline") if article else None
