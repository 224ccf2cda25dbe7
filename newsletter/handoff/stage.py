"""The stage: press file, sheets, proof, press sheet, reports, ticket and seals put into one package."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from newsletter import press, report
from newsletter.bench import Bench
from newsletter.commission import Order, Outcome, Progress, unheard
from newsletter.diagnostics import holds_press
from newsletter.handoff.expected import expectation, facts_of
from newsletter.handoff.holds import standing_against
from newsletter.handoff.job import PrintJob
from newsletter.handoff.packing import name_of, write_package
from newsletter.handoff.permit import permit_record
from newsletter.handoff.press_sheet import HEIGHT, WIDTH, press_sheet
from newsletter.handoff.proof import proof
from newsletter.handoff.sealing import CODE, MANIFEST, PRESS_SHEET, SUMS, manifest, sha256, sums
from newsletter.handoff.ticket import ticket
from newsletter.imposition.placement import Imposition
from newsletter.lengths import Mm
from newsletter.markup import title_of
from newsletter.preflight import preflight
from newsletter.press import FinishOrder, finish, join, page_count
from newsletter.printing import moment_of
from newsletter.release import Artifact, print_name
from newsletter.report import Finished
from newsletter.report.preflighted import as_json
from newsletter.signing import told
from newsletter.stripping import Ready, Wish, impose_for, ready, sheets
from newsletter.turns import in_turn
from newsletter.typeset import Engine

REPORT_DPI = 60


def hand_over(order: Order, wish: Wish, progress: Progress = unheard) -> Outcome:
    """Return the issue's package, written as a folder and a zip into its folder of ``dist``."""
    bench = Bench(order, progress)
    with in_turn(bench):
        return _handed_over(bench, wish)


def _handed_over(bench: Bench, wish: Wish) -> Outcome:
    bench.found.extend(standing_against(bench))
    stock = ready(bench)
    if stock is None:
        return bench.outcome()
    flat = impose_for(stock, wish, bench)
    if flat is None or holds_press(bench.found):
        return bench.outcome(stock.issue)
    job = _job(stock, flat, bench.order.clock)
    with Engine(bench.fonts, bench.cache) as engine:
        engine.start()
        files = dict(_files(stock, job, engine, bench))
        seal = manifest(facts_of(job), files)
        files[PRESS_SHEET] = _set_press_sheet(job, files, seal, engine)
    files[MANIFEST] = seal
    return bench.outcome(stock.issue, artifacts=_written(bench, job, files))


def _job(stock: Ready, flat: Imposition, clock: datetime.date | None) -> PrintJob:
    wanted = stock.issue.sheet.print
    assert wanted.run is not None and wanted.date is not None
    readings, signed = stock.file.record.readings, told(stock.issue, clock)
    return PrintJob(
        stock.issue, stock.layout, stock.condition, flat, wanted.run, wanted.date, readings, signed
    )


def _files(stock: Ready, job: PrintJob, engine: Engine, bench: Bench) -> Mapping[str, bytes]:
    """Return what the manifest seals."""
    slug, total = bench.order.slug, 3
    pages, imposed = print_name(slug), f"{slug}.imposed.pdf"
    bench.progress("impose", 0, total)
    made = {
        pages: stock.file.path.read_bytes(),
        imposed: sheets(stock, job.flat, engine),
        "permit.json": permit_record(job),
        "job.xjdf": ticket(job, pages, imposed),
    }
    bench.progress("impose", 1, total)
    made[f"{slug}.proof.pdf"] = proof(bench.dist / f"{slug}.screen.pdf", job.layout.trim, engine)
    bench.progress("impose", 2, total)
    made |= _preflight(stock, job, made[pages], pages, bench)
    bench.progress("impose", 3, total)
    return made


def _preflight(stock: Ready, job: PrintJob, pdf: bytes, name: str, bench: Bench) -> dict[str, bytes]:
    """Return the report on the press file, for people and for machines."""
    result = preflight(stock.file.path, job.condition, expectation(facts_of(job)))
    made = (Artifact(Path(name), sha256(pdf)),)
    outcome = Outcome(bench.order.slug, result.findings, stock.issue, artifacts=made)
    pictures = tuple(press.render(pdf, page, REPORT_DPI, "WEBP") for page in range(1, job.pages + 1))
    limit = job.condition.ink_limit
    html = report.write_html(outcome, Finished(result.file, pictures, ink_limit=limit))
    return {"preflight.html": html.encode("utf-8"), "preflight.json": as_json(result).encode("utf-8")}


def _set_press_sheet(job: PrintJob, files: Mapping[str, bytes], seal: bytes, engine: Engine) -> bytes:
    """Return the press sheet set by the engine, as a PDF/X of one page."""
    order = FinishOrder(
        width=Mm(WIDTH),
        height=Mm(HEIGHT),
        bleed=Mm(0.0),
        border=Mm(0.0),
        condition=job.condition,
        title=title_of(job.issue),
        date=moment_of(job.issue),
        marks=False,
    )
    whole = finish(join(engine.set((press_sheet(job, files, seal),)).parts), order)
    if page_count(whole) == 1:
        return whole
    return finish(join(engine.set((press_sheet(job, files, seal, tight=True),)).parts), order)


def _written(bench: Bench, job: PrintJob, files: dict[str, bytes]) -> tuple[Artifact, ...]:
    """Write the package; the list of hashes seals all the rest."""
    code = sha256(files[MANIFEST])[:CODE]
    publication, sheet = job.issue.publication, job.issue.sheet
    name = name_of(publication.name, sheet.number, job.size.replace("×", "x"), job.run, code)
    files[SUMS] = sums({each: sha256(data) for each, data in files.items()})
    day = sheet.date or datetime.date(1980, 1, 1)
    return write_package(bench.dist, name, files, day)
