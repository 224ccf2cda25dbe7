"""The report's tables: stories, photos, people, the press file, the files made."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newsletter.diagnostics import Spot
from newsletter.dummy import Dummy, PhotoFrame, StoryFit
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.report.finished import Finished
from newsletter.report.ink import placed_ink
from newsletter.report.marks import statutory_marks
from newsletter.report.press_tables import boxes, files, fonts, intents
from newsletter.report.receipts import done, order_of_limits
from newsletter.report.signing import signatures
from newsletter.report.table import Table
from newsletter.series.bylines import photographers, writers

if TYPE_CHECKING:
    from newsletter.commission import Outcome
    from newsletter.press import Picture, PressFile

NEAR = 4.0
"""Millimetres within which a picture of the press file is the photo that the dummy put there."""


def facts_of_issue(issue: Issue) -> Iterator[tuple[str, str]]:
    """Yield what the issue is: name, number, date, permit, print order."""
    publication, sheet = issue.publication, issue.sheet
    permit = f"{publication.permit.label} {publication.permit.number}".strip()
    told = (
        (_("publication"), publication.name),
        (_("publisher"), publication.publisher),
        (_("issue"), _number(issue)),
        (_("date"), str(sheet.date or "")),
        (_("permit"), permit),
        (_("print date"), str(sheet.print.date or "")),
        (_("print run"), str(sheet.print.run or "")),
        (_("printer"), publication.printer.name),
        (_("layout"), sheet.layout),
        (_("printer profile"), publication.press),
    )
    return ((name, value) for name, value in told if value)


def _number(issue: Issue) -> str:
    if issue.sheet.total is None:
        return str(issue.sheet.number or "")
    return _("No. {number}, {total} in all").format(number=issue.sheet.number, total=issue.sheet.total)


def tables(outcome: "Outcome", finished: Finished) -> Iterator[Table]:
    """Yield the tables; some may have no rows."""
    facts, furniture, ink = finished.facts, finished.furniture, finished.ink
    issue, dummy = outcome.issue, outcome.dummy
    if issue is not None and dummy is not None:
        yield _stories(issue, dummy)
        yield _receipts(issue, dummy)
        yield _photos(issue, dummy, facts, placed_ink(facts, ink))
    if issue is not None:
        yield _people(issue)
    if issue is not None and facts is not None:
        yield statutory_marks(issue, facts, furniture)
    if issue is not None and dummy is not None:
        yield signatures(issue, outcome.signed)
    if facts is not None:
        yield from (boxes(facts), fonts(facts), intents(facts))
    yield files(outcome)


def _stories(issue: Issue, dummy: Dummy) -> Table:
    columns = (
        _("page"), _("story"), _("rank"), _("headline"), _("legs × measure"),
        _("lines"), _("placed"), _("overset"), _("short"),
    )  # fmt: skip
    ranks = {each.id: _(str(each.rank)) for each in (*issue.articles, *issue.fillers)}
    rows = tuple(
        (
            str(fit.page), _headline_of(issue, fit), ranks.get(fit.story, ""), f"{fit.headline_size:g} pt",
            f"{fit.legs} × {fit.measure:g} em", str(fit.lines), str(fit.placed),
            _overset(fit.overset, fit.overset_characters), str(fit.short or "–"),
        )
        for page in dummy.pages
        for fit in page.fits
    )  # fmt: skip
    return Table(_("Stories"), columns, rows, numbers=3, key="stories")


def _receipts(issue: Issue, dummy: Dummy) -> Table:
    rows = tuple(
        (str(fit.page), _headline_of(issue, fit), done(fit.receipt))
        for page in dummy.pages
        for fit in page.fits
        if fit.receipt
    )
    return Table(_("Copyfit"), (_("page"), _("story"), _("what was done")), rows, note=order_of_limits())


def _headline(issue: Issue, story: str) -> str:
    article = issue.article(story)
    return article.headline or story if article is not None else story


def _headline_of(issue: Issue, fit: StoryFit) -> str:
    """Return a story's headline, of one that runs on with the number of the part and of all."""
    headline = _headline(issue, fit.story)
    return f"{headline} {fit.part}/{fit.parts}" if fit.parts > 1 else headline


def _overset(lines: int, characters: int) -> str:
    return _("{n} ({characters} characters)").format(n=lines, characters=characters) if lines else "–"


def _photos(issue: Issue, dummy: Dummy, facts: "PressFile | None", inks: Mapping[Spot, float]) -> Table:
    columns = (
        _("page"),
        _("photo"),
        _("caption"),
        _("credit"),
        _("size in mm"),
        _("ppi in place"),
        _("cropped away"),
        _("largest ink"),
    )
    rows = tuple(
        _photo_row(issue, page.number, frame, facts, inks)
        for page in dummy.pages
        for frame in page.frames
        if isinstance(frame, PhotoFrame)
    )
    return Table(_("Photos"), columns, rows, numbers=4, key="photos")


def _photo_row(
    issue: Issue, page: int, frame: PhotoFrame, facts: "PressFile | None", inks: Mapping[Spot, float]
) -> tuple[str, ...]:
    photo, placed = issue.photo(frame.photo), _placed(page, frame, facts)
    crop = frame.crop
    away = 1 - (crop.right - crop.left) * (crop.bottom - crop.top)
    return (
        str(page),
        frame.photo,
        photo.caption if photo else "",
        photo.credit if photo else "",
        f"{frame.box.width:.1f} × {frame.box.height:.1f}",
        f"{min(placed.ppi_x, placed.ppi_y):.0f}" if placed else "–",
        f"{away:.0%}",
        f"{inks[placed.at]:.0f} %" if placed and placed.at in inks else "–",
    )


def _placed(page: int, frame: PhotoFrame, facts: "PressFile | None") -> "Picture | None":
    """Return the picture of the press file that lies where the photo was put."""
    pictures = (
        [each for sheet in facts.pages if sheet.number == page for each in sheet.pictures] if facts else []
    )
    box = frame.box
    x, y = box.x + box.width / 2, box.y + box.height / 2

    def away(picture: "Picture") -> float:
        at = picture.at
        return float(max(abs(at.x + at.width / 2 - x), abs(at.y + at.height / 2 - y)))

    nearest = min(pictures, key=away, default=None)
    return nearest if nearest is not None and away(nearest) <= NEAR else None


def _people(issue: Issue) -> Table:
    rows = ((_("writers"), "　".join(writers(issue))), (_("photographers"), "　".join(photographers(issue))))
    posts = tuple((post.role, post.name) for post in issue.publication.editors)
    return Table(_("People"), (_("part"), _("names")), tuple(row for row in (*posts, *rows) if row[1]))
