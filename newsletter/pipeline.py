"""The way of an issue: stage, examine, stop if anything holds the press, next."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from newsletter import __version__, comparison, mixing, photos
from newsletter.bench import Bench
from newsletter.checking import check, read
from newsletter.checks import open_desks
from newsletter.checks.sheet_size import Trimmed
from newsletter.commission import Order, Outcome, Progress, unheard
from newsletter.condition import Condition, Inks, Profile, read_profile
from newsletter.dummy import Box, Dummy, GroundFrame, MadeUp
from newsletter.issue import BoxKind, Issue, Photo
from newsletter.language import language
from newsletter.layout import Layout, read_layout, unknown_faces
from newsletter.photos import Picture, Placement
from newsletter.release import Artifact, Record, fingerprint, read_record
from newsletter.signing import held_back
from newsletter.turns import in_turn
from newsletter.typeset import Engine

__all__ = ["Artifact", "Order", "Outcome", "Progress", "build", "check", "meter", "plan"]

UNWRITTEN = frozenset(("M035", "M038", "M042", "M043"))
"""Faults of an issue that is still to be written: photos, stories, copy not there yet."""


def plan(order: Order, progress: Progress = unheard) -> Outcome:
    """Return the issue made up, and its dummy.json."""
    bench = Bench(order, progress)
    issue = read(bench)
    layout = _layout(issue, bench) if issue else None
    if issue is None or layout is None or bench.held:
        return bench.outcome(issue)
    dummy = _make_up(issue, layout, bench)
    return bench.outcome(issue, dummy, (bench.write_dummy(dummy),) if dummy else ())


def meter(order: Order, progress: Progress = unheard) -> Outcome:
    """Return how much copy every place of the issue holds; what is not written yet counts as blank."""
    bench = Bench(order, progress)
    issue = read(bench)
    layout = _layout(issue, bench) if issue else None
    if issue is None or layout is None or bench.held_but_for(UNWRITTEN):
        return bench.outcome(issue)
    from newsletter.makeup import capacity

    bench.progress("make up", 0, 1)
    slots = capacity(issue, layout, bench.book)
    bench.progress("make up", 1, 1)
    return replace(bench.outcome(issue), slots=slots)


def _layout(issue: Issue, bench: Bench) -> Layout | None:
    """Return the issue's layout, its faces at hand and their glyphs examined."""
    layout = bench.take(read_layout(issue.sheet.layout, bench.layouts, issue.sheet.at("layout")))
    if layout is None:
        return None
    unknown = unknown_faces(layout, bench.book.faces)
    bench.found.extend(unknown)
    if unknown:
        return None
    from newsletter.checks.faces import TypeCase

    open_desks("glyphs", "tables")
    bench.examine(Trimmed(issue, layout.trim.width, layout.trim.height))
    bench.examine(TypeCase(issue, layout, bench.book))
    return layout


def _make_up(issue: Issue, layout: Layout, bench: Bench) -> Dummy | None:
    """Return the examined dummy."""
    from newsletter.makeup import make_up_advised
    from newsletter.photos.likenesses import likenesses

    open_desks("makeup", "length", "masters", "crops", "headings", "jumps", "legs", "lines", "wishes")
    open_desks("leading", "furniture", "sheet_size", "likeness")
    open_desks("overhead", "positions", "neighbours", "gutter")
    bench.progress("make up", 0, 1)
    dummy = bench.take(make_up_advised(issue, layout, bench.book))
    if dummy is not None:
        dummy = photos.lettered(dummy, issue)
        bench.examine(MadeUp(issue, layout, dummy))
        bench.examine(likenesses(issue, bench.cache / "looks.json"))
        bench.desks += "PY"
    bench.progress("make up", 1, 1)
    return dummy


def _profile(issue: Issue, bench: Bench) -> Profile | None:
    """Return the printer profile that the publication names."""
    at = issue.publication.at("press")
    return bench.take(read_profile(issue.publication.press, bench.order.workspace, at))


def _mixed(layout: Layout, profile: Profile, bench: Bench) -> Layout:
    """Return the layout in the profile's colours, the two held against one another."""
    open_desks("mixing")
    bench.examine(mixing.Order(layout, profile))
    return mixing.mixed(layout, profile.condition)


def build(order: Order, progress: Progress = unheard) -> Outcome:
    """Return the issue built into its folder of ``dist``: at once where nothing has changed."""
    bench = Bench(order, progress)
    with in_turn(bench):
        return _built(order, bench)


def _built(order: Order, bench: Bench) -> Outcome:
    mark = _fingerprint(bench)
    if not order.afresh and (record := read_record(bench.dist)) and record.fingerprint == mark:
        return Outcome(order.slug, record.diagnostics, artifacts=record.artifacts, unchanged=True)
    with Engine(bench.fonts, bench.cache) as engine:
        engine.start()
        sources = bench.sources()
        outcome = _build(bench, engine)
    if outcome.artifacts:
        if outcome.issue is not None:
            comparison.keep(bench.dist, comparison.content_of(outcome.issue, outcome.dummy))
        readings = _readings(outcome, bench)
        record = Record(mark, outcome.diagnostics, outcome.artifacts, sources, order.press, readings)
        record.save(bench.dist)
    return outcome


def _readings(outcome: Outcome, bench: Bench) -> tuple[tuple[int, float, int], ...]:
    """Return page, size and count of the readings that were set."""
    from newsletter.ruby import readings_set

    layout = read_layout(outcome.dummy.layout, bench.layouts).value if outcome.dummy else None
    if outcome.dummy is None or layout is None:
        return ()
    return tuple(sorted((page, size, n) for (page, size), n in readings_set(outcome.dummy, layout).items()))


def _fingerprint(bench: Bench) -> str:
    """Return the hash of all that the build depends on."""
    facts = {
        "version": __version__,
        "press": bench.order.press,
        "strict": bench.order.strict,
        "today": bench.order.today,
        "language": language(),
        "epoch": os.environ.get("SOURCE_DATE_EPOCH"),
    }
    return fingerprint(bench.inputs(), facts, hashes=bench.hashes)


def _build(bench: Bench, engine: Engine) -> Outcome:
    """Return the outcome of every stage in turn."""
    issue = read(bench)
    if issue is not None and bench.order.press:
        bench.found.extend(held_back(issue, bench.order.clock))
    layout = _layout(issue, bench) if issue else None
    profile = _profile(issue, bench) if issue else None
    if layout is not None and profile is not None:
        layout = _mixed(layout, profile, bench)
    if issue is None or layout is None or profile is None or bench.held:
        return bench.outcome(issue)
    condition = profile.condition
    dummy = _make_up(issue, layout, bench)
    if dummy is None or bench.held:
        return bench.outcome(issue, dummy)
    from newsletter.printing import print_pages

    pictures = _pictures(issue, layout, dummy, condition, bench)
    if bench.held:
        return bench.outcome(issue, dummy)
    return print_pages(issue, layout, condition, dummy, pictures, bench, engine)


def _grounds(issue: Issue, layout: Layout, dummy: Dummy) -> Mapping[str, Inks]:
    """Return the inks that cut-out photos stand on: the tint of their story's box."""
    frames = [frame for page in dummy.pages for frame in page.frames]
    tinted = {each.story for each in frames if isinstance(each, GroundFrame) and each.kind is BoxKind.TINT}
    cut_out = {photo.id for photo in issue.photos if photo.pixels and photo.pixels.cut_out}
    return {
        each.photo: layout.tint
        for each in dummy.photo_frames
        if each.story in tinted and each.photo in cut_out
    }


def _pictures(
    issue: Issue, layout: Layout, dummy: Dummy, condition: Condition, bench: Bench
) -> Mapping[tuple[str, Box], Path]:
    """Return the press picture of every photo frame; what cannot be converted is found."""
    frames = dummy.photo_frames
    files = {photo.id: issue.folder / photo.file for photo in issue.photos}
    grounds = _grounds(issue, layout, dummy)
    placements = [
        Placement(files[each.photo], each.crop, each.box.width, each.box.height, grounds.get(each.photo))
        for each in frames
    ]
    made = photos.convert(
        placements,
        condition,
        bench.cache / "photos",
        lambda done, total: bench.progress("photos", done, total),
    )
    pictures = {}
    for frame, picture in zip(frames, made, strict=True):
        if isinstance(picture, Picture):
            pictures[(frame.photo, frame.box)] = picture.file
        else:
            _report_unconverted(issue.photo(frame.photo), str(picture), bench)
    return pictures


def _report_unconverted(photo: Photo | None, fault: str, bench: Bench) -> None:
    """Report a photo that could not be converted, unless reading the issue has found its fault."""
    from newsletter.checks.makeup import photo_not_converted

    if photo is not None and not photo.fault:
        bench.found.append(photo_not_converted(photo.at("file"), photo.id, fault))
