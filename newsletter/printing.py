"""The pages printed: markup, proof, press file read back, reports; the last stages of a build."""

import datetime
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from newsletter import photos, press, report
from newsletter.bench import Bench
from newsletter.checks import open_desks
from newsletter.commission import Outcome
from newsletter.condition import Condition
from newsletter.diagnostics import MachineFault, Staged
from newsletter.dummy import Box, Crop, Dummy, DummyPage
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.layout import Layout
from newsletter.lengths import Mm
from newsletter.markup import Markup, mark_up, slug_of, title_of
from newsletter.mixing import rich_blacks, spot_inks
from newsletter.photos import Picture, Placement
from newsletter.press import Bookmark, FinishOrder
from newsletter.press.expectation import expected_of
from newsletter.release import Artifact, sha256_of, write
from newsletter.ruby import readings_set
from newsletter.stylesheet import with_places
from newsletter.typeset import Engine

DRAFT_LABEL = "送审稿"
REPORT_DPI = 90


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
    open_desks("typesetting", "press", "printed", "printed_words")
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
    # A draft need not wait for its plates to be drawn: they are the print shop's concern.
    limits = press.limits_of(condition) if bench.order.press else None
    facts = replace(press.inspect(proposed.path, limits=limits), name=f"{bench.order.slug}.print.pdf")
    bench.desks += "TF"
    bench.examine(facts, expected_of(order, len(dummy.pages), issue, readings_set(dummy, layout)))
    bench.progress("press file", 1, 1)
    drawn = engine.drawn()
    if bench.held:
        proposed.path.unlink()
        return bench.outcome(issue, dummy)
    target = bench.dist / f"{bench.order.slug}.print.pdf"
    proposed.path.replace(target)
    screen = _write_screen(target, issue, dummy, pictures, bench, order)
    made = (Artifact(target, proposed.sha256), screen, bench.write_dummy(dummy))
    return _reported(bench.outcome(issue, dummy, made), facts, drawn, bench)


def _write_screen(
    print_file: Path,
    issue: Issue,
    dummy: Dummy,
    pictures: Mapping[tuple[str, Box], Path],
    bench: Bench,
    order: FinishOrder,
) -> Artifact:
    """Return the screen edition of the print file, written beside it."""
    bench.progress("screen file", 0, 1)
    on_screen = _screen_pictures(dummy, pictures, bench, order.condition)
    contents = [_bookmark(page, issue) for page in dummy.pages]
    edition = press.screen_edition(print_file, on_screen, order, contents)
    written = write(bench.dist / f"{bench.order.slug}.screen.pdf", edition)
    bench.progress("screen file", 1, 1)
    return written


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
    title = f"第{page.number}版　{page.name}".strip()
    begun = [fit for fit in page.fits if fit.came_from in (0, *range(1, page.number - 1))]
    stories = sorted(begun, key=lambda fit: (fit.box.y, fit.box.x))
    headlines = [(fit, article.headline) for fit in stories if (article := issue.article(fit.story))]
    inner = tuple(Bookmark(text, page.number, fit.box.y) for fit, text in headlines if text)
    return Bookmark(title, page.number, Mm(0.0), inner)


def _reported(outcome: Outcome, facts: press.PressFile, pictures: Sequence[bytes], bench: Bench) -> Outcome:
    """Return the outcome with its reports written: a page for people, data for machines."""
    bench.progress("report", 0, 1)
    html = report.write_html(outcome, facts, pictures, strict=bench.order.strict)
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
