"""Time, memory, typesetting and press facts beside the peers: ``python -m tests.bench [--runs 3] [--json]``.

``--typesetting`` sets only the texts of tests/texts at several measures and takes the costs of composing,
``--makeup`` makes up issues drawn by lot or, with ``--drawer strangers``, odd ones; ``--photos`` brings sixteen large photos to press colours,
``--preflight`` takes only what a preflight costs."""

import argparse
import json
import os
import platform
import tempfile
from dataclasses import asdict, dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.table import Table

from newsletter.measure import Figures, measure
from tests.bench import drawn, made_up, made_up_times, photos, preflighted, tables, unseen
from tests.bench.cases import Case, environment, large_case, our_cases, ours, peer_cases
from tests.bench.costs import costs
from tests.bench.pressed import facts_of, pages_of, pdf_of, same_bytes
from tests.bench.timing import Timing, take
from tests.bench.watch import timed
from tests.bench.workspaces import SLUG, copied, photo_count, with_large_photos

LARGE = ", 12 MP"
WIDTH = 100
"""Columns where no terminal tells."""


@dataclass(frozen=True, slots=True)
class Results:
    """All that was found."""

    title: str
    timings: dict[str, Timing]
    figures: dict[str, Figures]
    facts: dict[str, dict[str, object]]


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="timed rounds, 3 unless said")
    parser.add_argument("--json", action="store_true", help="figures as JSON on stdout")
    parser.add_argument(
        "--typesetting", action="store_true", help="only how texts are set and what composing costs"
    )
    parser.add_argument("--makeup", action="store_true", help="only how issues drawn by lot fill their pages")
    parser.add_argument("--preflight", action="store_true", help="only what a preflight of the issue costs")
    parser.add_argument("--photos", action="store_true", help="only what converting large photos costs")
    parser.add_argument("--issues", type=int, default=40, help="issues drawn by lot, 40 unless said")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the number of the first of them")
    parser.add_argument("--seed", type=int, default=0, help="which draw: another number, other issues")
    parser.add_argument("--layouts", help="the layouts in turn, parted by commas")
    parser.add_argument("--drawer", choices=tuple(drawn.DRAWERS), default="lot", help="who draws")
    parser.add_argument("--jobs", type=int, default=1, help="processes that make up issues, 1 unless said")
    parser.add_argument("--quick", action="store_true", help="without large photos, without times")
    return parser.parse_args()


def main() -> None:
    """Run all and print what came of it."""
    asked, progress, out = arguments(), Console(stderr=True), Console()
    out = out if out.is_terminal else Console(width=WIDTH)
    if asked.makeup:
        for table in makeup_tables(asked, progress):
            out.print(table)
        return
    if asked.preflight:
        with tempfile.TemporaryDirectory(prefix="newsletter-bench-") as folder:
            tell = partial(progress.print, style="dim")
            found = preflighted.preflighted(Path(folder), asked.runs, ("--press",), tell)
        out.print(tables.timings(found, f"{SLUG}, preflight; {os.cpu_count()} cores"))
        return
    with tempfile.TemporaryDirectory(prefix="newsletter-bench-") as folder:
        if asked.photos:
            out.print(photos.table(photos.converted(Path(folder), partial(progress.print, style="dim"))))
            return
        texts = unseen.compare(Path(folder) / "texts", partial(progress.print, style="dim"))
        cost = costs()
        results = None if asked.typesetting else compare(Path(folder), asked, progress)
    if asked.json:
        data = {"texts": texts_as_data(texts), "costs": asdict(cost), **(as_data(results) if results else {})}
        out.print_json(json.dumps(data, ensure_ascii=False))
        return
    shown = [tables.unseen(texts), tables.costs(cost)]
    if results:
        shown += [tables.timings(results.timings, results.title), tables.figures(results.figures)]
        shown.append(tables.facts(results.facts))
        shown += makeup_tables(asked, progress)
    if results and not asked.quick:
        with tempfile.TemporaryDirectory(prefix="newsletter-bench-") as folder:
            shown.append(photos.table(photos.converted(Path(folder), partial(progress.print, style="dim"))))
    for table in shown:
        out.print(table)


def makeup_tables(asked: argparse.Namespace, progress: Console) -> list[Table]:
    """Return how issues drawn are made up and, without ``--quick``, how long that takes."""
    tell = partial(progress.print, style="dim", highlight=False, soft_wrap=True)
    layouts = tuple(asked.layouts.split(",")) if asked.layouts else drawn.DESIGNS
    draw = drawn.Draw(asked.issues, asked.first, asked.seed, layouts, asked.drawer)
    shown = [made_up.table(drawn.figures(draw, asked.jobs, tell), draw.title)]
    return shown if asked.quick else [*shown, made_up_times.table(made_up_times.paces(tell))]


def compare(folder: Path, asked: argparse.Namespace, progress: Console) -> Results:
    """Return all figures, made in a folder that is thrown away."""
    tell = partial(progress.print, style="dim")
    workspace, other = copied(folder / "ours"), copied(folder / "again")
    mode = _mode(workspace)
    cases = our_cases(workspace, mode)
    peer, pdfs = _peers(workspace, folder / "peers")
    count = photo_count(workspace)
    if not asked.quick:
        tell("photos of twelve megapixels")
        large = with_large_photos(folder / "large")
        more, _ = _peers(large, folder / "large-peers", LARGE)
        peer += [*more, large_case(large, mode)]
    timings = take([*cases[:1], *peer, *cases[1:]], asked.runs, tell)
    tell("press facts")
    same = {
        "same bytes, other hashes": _answer(same_bytes((workspace, workspace), mode)),
        "same bytes, other folder": _answer(same_bytes((other, workspace), mode)),
    }
    made = {"newsletter": pdf_of(workspace), **pdfs}
    facts = {name: facts_of(pdf) for name, pdf in made.items()}
    facts["newsletter"] |= pages_of(workspace) | same
    title = f"{SLUG}, {count} photos, build {' '.join(mode)}; {os.cpu_count()} cores, {platform.platform()}"
    return Results(title, timings, {name: measure(pdf) for name, pdf in made.items()}, facts)


def _answer(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _mode(workspace: Path) -> list[str]:
    """Return how the issue is built: for press where nothing holds it, else as a draft."""
    _, code = timed(ours(workspace, "build", SLUG, "--press"), environment())
    return [] if code else ["--press"]


def _peers(workspace: Path, folder: Path, suffix: str = "") -> tuple[list[Case], dict[str, Path]]:
    """Return the peers that are installed."""
    cases, pdfs = peer_cases(workspace, folder, suffix)
    if find_spec("typst") is None:
        return cases[:1], {name: pdf for name, pdf in pdfs.items() if name != "Typst"}
    return cases, pdfs


def texts_as_data(found: dict[int, dict[str, Figures]]) -> dict[int, dict[str, object]]:
    """Return plain data."""
    return {ems: {name: asdict(each) for name, each in row.items()} for ems, row in found.items()}


def as_data(results: Results) -> dict[str, object]:
    """Return plain data."""
    times = {
        name: {
            "seconds": timing.seconds,
            "median": timing.median,
            "ratio": tables.ratio(timing, results.timings),
            "megabytes": timing.megabytes,
            "codes": timing.codes,
        }
        for name, timing in results.timings.items()
    }
    measured = {name: asdict(each) for name, each in results.figures.items()}
    return {"title": results.title, "timings": times, "figures": measured, "facts": results.facts}


if __name__ == "__main__":
    main()
