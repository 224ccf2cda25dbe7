"""The pages printed: markup, proof, press file read back, reports; the last stages of a build."""

import datetime
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from newsletter import photos, press, report
from newsletter.bench import Bench
from newsletter.checks import open_desks
from newsletter.checks.printed_marks import MarksShown, fold, marks_of
from newsletter.commission import Outcome
from newsletter.comparison.keeping import put_by
from newsletter.comparison.since import since_last
from newsletter.condition import Condition
from newsletter.diagnostics import MachineFault, Staged
from newsletter.dummy import Box, Crop, Dummy, DummyPage, FurnitureFrame, MadeUp
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.layout import Layout
from newsletter.lengths import Mm
from newsletter.markup import Markup, mark_up, slug_of, title_of
from newsletter.mixing import rich_blacks, spot_inks
from newsletter.photos import Picture, Placement
from newsletter.press import Bookmark, FinishOrder
from newsletter.press.expectation import expected_of
from newsletter.press.plates.looking import InkMap
from newsletter.release import Artifact, sha256_of, write
from newsletter.report import Finished, Furnished, PageInk, PlateInk
from newsletter.ruby import readings_set
from newsletter.signing import held_back, told
from newsletter.signing.ledger import has_signatures
from newsletter.signing.pictures import looks_of
from newsletter.structure import page_title, stories_in_order, structure_of
from newsletter.stylesheet import with_places
from newsletter.typeset import Engine

DRAFT_LABEL = "送审稿"
REPORT_DPI = 78
Maps = tuple[InkMap, ...]


def print_pages(
    issue: Issue,
    layout: Layout,
    condition: Condition,
    dummy: Dummy,
    pictures: Mapping[tuple[str, Box], Path],
    bench: Bench,
    engine: Engine,
) -> Outcome:
    """Return the outcome with the print file written, read back and examined."""
    open_desks("typesetting", "press", "printed", "printed_words", "printed_marks", "screen")
    order = _finish_order(issue, layout, condition)
    bench.progress("typeset", 0, 1)
    markup = bench.take(_markup(issue, layout, dummy, pictures, bench, order))
    if markup is None:
        return bench.outcome(issue, dummy)
    proof = with_places(engine.set(markup.parts, markup.pictures), layout)
    bench.examine(proof)
    bench.progress("typeset", 1, 1)
    bench.progress("press file", 0, 1)
    data = bench.take(press.finished(press.join(proof.parts), order))
    if data is None:
        return bench.outcome(issue, dummy)
    proposed = write(bench.dist / f".{bench.order.slug}.proposed.pdf", data)
    engine.draw(proposed.path, len(dummy.pages), REPORT_DPI)
    inspected, maps = _inspected(proposed.path, condition, for_press=bench.order.press)
    facts = replace(inspected, name=bench.print_file.name)
    bench.desks += "TF"
    bench.examine(facts, expected_of(order, len(dummy.pages), issue, readings_set(dummy, layout)))
    bench.examine(_marks_shown(proposed.path, issue))
    bench.progress("press file", 1, 1)
    edition = _screen_edition(proposed.path, MadeUp(issue, layout, dummy), pictures, bench, order)
    drawn = engine.drawn()
    if bench.order.press and has_signatures(issue):
        dummy_text = json.dumps(dummy.as_data(), ensure_ascii=False)
        bench.found.extend(held_back(issue, bench.order.clock, looks_of(proposed.path, dummy_text, layout)))
    if bench.held:
        proposed.path.unlink()
        return bench.outcome(issue, dummy)
    target = bench.print_file
    put_by(target, proposed.sha256)
    proposed.path.replace(target)
    screen = write(bench.dist / edition.name, edition.data)
    made = (Artifact(target, proposed.sha256), screen, bench.write_dummy(dummy))
    since = since_last(MadeUp(issue, layout, dummy), target) if bench.order.apart is None else None
    finished = Finished(
        facts, tuple(drawn), _furniture(target, dummy), _ink(maps), condition.ink_limit, since
    )
    return _reported(
        replace(bench.outcome(issue, dummy, made), signed=told(issue, bench.order.clock)), finished, bench
    )


def _marks_shown(print_file: Path, issue: Issue) -> MarksShown:
    """Return the statutory marks as they are seen on the finished pages."""
    marks = marks_of(issue)
    found = press.showings(print_file, [each.pattern for each in marks], fold)
    return MarksShown(tuple(zip(marks, found, strict=True)))


@dataclass(frozen=True, slots=True)
class _Edition:
    """A file that is made and examined, but not written yet."""

    name: str
    data: bytes


def _screen_edition(
    print_file: Path,
    made: MadeUp,
    pictures: Mapping[tuple[str, Box], Path],
    bench: Bench,
    order: FinishOrder,
) -> _Edition:
    """Return the screen edition of the print file, read back and examined; meanwhile the pages are drawn."""
    bench.progress("screen file", 0, 1)
    on_screen = _screen_pictures(made.dummy, pictures, bench, order.condition)
    contents = [_bookmark(page, made.issue) for page in made.dummy.pages]
    data = press.screen_edition(print_file, on_screen, order, contents, structure_of(made))
    edition = _Edition(f"{bench.order.slug}.screen.pdf", data)
    bench.examine(press.read_tagged(edition.data, edition.name))
    bench.progress("screen file", 1, 1)
    return edition


def _screen_pictures(
    dummy: Dummy,
    pictures: Mapping[tuple[str, Box], Path],
    bench: Bench,
    condition: Condition,
) -> dict[str, bytes]:
    """Return the screen's picture of every photo printed, under the SHA-256 of the press's."""
    printed = [frame for frame in dummy.photo_frames if (frame.photo, frame.box) in pictures]
    # From the press's pictures, not the originals: those are large, and decoding them twice costs a second.
    placements = [
        Placement(pictures[(each.photo, each.box)], Crop(), each.box.width, each.box.height)
        for each in printed
    ]
    made = photos.convert_screen(placements, condition, bench.cache / "photos")
    return {
        sha256_of(pictures[(frame.photo, frame.box)]): picture.file.read_bytes()
        for frame, picture in zip(printed, made, strict=True)
        if isinstance(picture, Picture)
    }


def _bookmark(page: DummyPage, issue: Issue) -> Bookmark:
    """Return a page's bookmark, its stories under it from the top."""
    begun = (0, *range(1, page.number - 1))
    stories = [fit for fit in stories_in_order(page) if fit.came_from in begun]
    headlines = [(fit, article.headline) for fit in stories if (article := issue.article(fit.story))]
    inner = tuple(Bookmark(text, page.number, fit.box.y) for fit, text in headlines if text)
    return Bookmark(page_title(page), page.number, Mm(0.0), inner)


def _inspected(pdf: Path, condition: Condition, *, for_press: bool) -> tuple[press.PressFile, Maps]:
    """Return the facts of the print file and the ink of its pages.

    A draft need not wait for its plates to be drawn: they are the print shop's concern.
    """
    if for_press:
        return press.inspect_with_ink(pdf, press.limits_of(condition))
    return press.inspect(pdf), ()


def _ink(maps: Maps) -> tuple[PageInk, ...]:
    """Return the ink of the plates for the report, page by page."""
    return tuple(
        PageInk(
            page=each.page,
            mean=each.ink.mean,
            maximum=each.ink.maximum,
            heaviest=each.ink.heaviest,
            plates=tuple(PlateInk(plate.name, plate.mean, plate.maximum) for plate in each.ink.plates),
            picture=each.picture,
            placed=each.placed,
        )
        for each in maps
    )


def _furniture(pdf: Path, dummy: Dummy) -> tuple[Furnished, ...]:
    """Return what stands in the places of furniture, folios left out, read back from the finished pages."""
    places = [
        (page.number, frame.kind, frame.box)
        for page in dummy.pages
        for frame in page.frames
        if isinstance(frame, FurnitureFrame) and frame.kind != "folio"
    ]
    areas = [(number, box.x, box.y, box.right, box.bottom) for number, _kind, box in places]
    texts = press.texts_within(pdf, areas)
    return tuple(Furnished(*place, text) for place, text in zip(places, texts, strict=True))


def _reported(outcome: Outcome, finished: Finished, bench: Bench) -> Outcome:
    """Return the outcome with its reports written: a page for people, data for machines."""
    bench.progress("report", 0, 1)
    html = report.write_html(outcome, finished, strict=bench.order.strict)
    page = write(bench.dist / "report.html", html.encode())
    data = report.as_json(outcome, workspace=bench.order.workspace, strict=bench.order.strict)
    made = (*outcome.artifacts, page, write(bench.dist / "report.json", data.encode()))
    bench.progress("report", 1, 1)
    return replace(outcome, artifacts=made)


def _finish_order(issue: Issue, layout: Layout, condition: Condition) -> FinishOrder:
    """Return how the proof is finished; dated by the issue or SOURCE_DATE_EPOCH, never the clock."""
    return FinishOrder(
        width=layout.trim.width,
        height=layout.trim.height,
        bleed=layout.bleed,
        border=layout.border,
        condition=condition,
        title=title_of(issue),
        date=moment_of(issue),
        rich=rich_blacks(layout),
        spots=spot_inks(layout, condition),
    )


def moment_of(issue: Issue) -> datetime.datetime:
    """Return the moment that stands in the file."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        if not epoch.isdecimal():
            raise MachineFault(_("SOURCE_DATE_EPOCH is not a number of seconds: {value}").format(value=epoch))
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    day = issue.sheet.date or datetime.date(1970, 1, 1)
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _markup(
    issue: Issue,
    layout: Layout,
    dummy: Dummy,
    pictures: Mapping[tuple[str, Box], Path],
    bench: Bench,
    order: FinishOrder,
) -> Staged[Markup]:
    """Return the markup with the slug line of every page, and the draft label unless it is for press."""
    slug = slug_of(order, "" if bench.order.press else DRAFT_LABEL)
    return mark_up(dummy, issue, layout, bench.book, pictures, slug)
