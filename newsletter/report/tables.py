"""The report's tables: stories, photos, people, the press file, the files made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.dummy import Dummy, PhotoFrame, StoryFit
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.report.contributors import photographers, writers
from newsletter.report.receipts import done, order_of_limits

if TYPE_CHECKING:
    from newsletter.commission import Outcome
    from newsletter.press import Picture, PressFile

NEAR = 4.0
"""Millimetres within which a picture of the press file is the photo that the dummy put there."""
SIDES = ("media", "bleed", "trim")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title; columns from ``numbers`` on are figures; a ``note`` stands below."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: int = 99
    note: str = ""


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


def tables(outcome: "Outcome", facts: "PressFile | None") -> Iterator[Table]:
    """Yield the tables that have rows."""
    issue, dummy = outcome.issue, outcome.dummy
    if issue is not None and dummy is not None:
        yield _stories(issue, dummy)
        yield _receipts(issue, dummy)
        yield _photos(issue, dummy, facts)
    if issue is not None:
        yield _people(issue)
    if facts is not None:
        yield from (_boxes(facts), _fonts(facts), _intents(facts))
    yield _files(outcome)


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
    return Table(_("Stories"), columns, rows, numbers=3)


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


def _photos(issue: Issue, dummy: Dummy, facts: "PressFile | None") -> Table:
    columns = (
        _("page"),
        _("photo"),
        _("caption"),
        _("credit"),
        _("size in mm"),
        _("ppi in place"),
        _("cropped away"),
    )
    rows = tuple(
        _photo_row(issue, page.number, frame, facts)
        for page in dummy.pages
        for frame in page.frames
        if isinstance(frame, PhotoFrame)
    )
    return Table(_("Photos"), columns, rows, numbers=4)


def _photo_row(issue: Issue, page: int, frame: PhotoFrame, facts: "PressFile | None") -> tuple[str, ...]:
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


def _boxes(facts: "PressFile") -> Table:
    columns = (_("page"), *(f"{side} (mm)" for side in SIDES), _("largest ink"))
    rows = []
    for sheet in facts.pages:
        boxes = (getattr(sheet, side) for side in SIDES)
        sizes = (f"{box.width:.1f} × {box.height:.1f}" if box else "–" for box in boxes)
        ink = f"{sheet.heaviest_ink.value:.0f} %" if sheet.heaviest_ink else "–"
        rows.append((str(sheet.number), *sizes, ink))
    return Table(_("Page boxes"), columns, tuple(rows), numbers=1)


def _fonts(facts: "PressFile") -> Table:
    columns = (_("font"), _("kind"), _("embedded"))
    rows = tuple((font.base, font.kind, _yes(font.embedded)) for font in facts.fonts)
    return Table(_("Fonts in the file"), columns, rows)


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


def _intents(facts: "PressFile") -> Table:
    columns = (_("output intent"), _("printing condition"), _("profile"))
    rows = tuple(
        (each.kind, each.identifier or each.condition, _yes(each.has_profile)) for each in facts.intents
    )
    return Table(_("Output intent"), columns, rows)


def _files(outcome: "Outcome") -> Table:
    rows = tuple((each.path.name, each.sha256) for each in outcome.artifacts)
    return Table(_("Files"), (_("file"), "SHA-256"), rows)
