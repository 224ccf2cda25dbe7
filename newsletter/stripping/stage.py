"""The stage: the press file's pages placed on sheets, slugs set by the engine, one PDF/X of all sides."""

from dataclasses import dataclass, replace

from newsletter import manifest
from newsletter.bench import Bench
from newsletter.commission import Order, Outcome, Progress, unheard
from newsletter.condition import Condition, read_profile
from newsletter.imposition.collating import blanks
from newsletter.imposition.placement import Imposition, Job
from newsletter.imposition.placing import impose
from newsletter.imposition.proofs import proof_sheets
from newsletter.imposition.schemes import Scheme, scheme_of
from newsletter.imposition.sheets import KNOWN
from newsletter.issue import Issue
from newsletter.layout import Layout, read_layout
from newsletter.lengths import Mm
from newsletter.markup import title_of
from newsletter.press import FinishOrder, finish, impose_pages, join, page_count
from newsletter.pressed import Pressed, pressed
from newsletter.printing import moment_of
from newsletter.release import write
from newsletter.stripping import faults
from newsletter.stripping.choice import Wish, lacking, per_sheet_of, sheet_named, smallest
from newsletter.stripping.slug import slugs
from newsletter.turns import in_turn
from newsletter.typeset import Engine


@dataclass(frozen=True, slots=True)
class Stripped:
    """What came of it: findings and the file; the imposition where there is one."""

    outcome: Outcome
    flat: Imposition | None = None


def strip(order: Order, wish: Wish, progress: Progress = unheard) -> Stripped:
    """Return the issue's press file on press sheets, written into its folder of ``dist``."""
    bench = Bench(order, progress)
    with in_turn(bench):
        return _stripped(bench, wish)


def _stripped(bench: Bench, wish: Wish) -> Stripped:
    stock = ready(bench, drafts=wish.scheme is Scheme.NUP)
    if stock is None:
        return Stripped(bench.outcome())
    flat = impose_for(stock, wish, bench)
    if flat is None:
        return Stripped(bench.outcome(stock.issue))
    with Engine(bench.fonts, bench.cache) as engine:
        bench.progress("impose", 0, 1)
        content = sheets(stock, flat, engine)
        bench.progress("impose", 1, 1)
    kind = "nup" if flat.scheme is Scheme.NUP else "imposed"
    made = write(bench.dist / f"{bench.order.slug}.{kind}.pdf", content)
    return Stripped(bench.outcome(stock.issue, artifacts=(made,)), flat)


@dataclass(frozen=True, slots=True)
class Ready:
    """An issue that is ready for its sheets."""

    issue: Issue
    layout: Layout
    condition: Condition
    file: Pressed
    pages: int


def ready(bench: Bench, *, drafts: bool = False) -> Ready | None:
    """Return what sheets are made from; what is missing is found."""
    file = bench.take(pressed(bench, drafts=drafts))
    loaded = manifest.load(bench.order.workspace, bench.order.slug)
    if file is None or loaded.value is None:
        bench.found.extend(() if loaded.value else loaded.diagnostics)
        return None
    issue = loaded.value
    layout = bench.take(read_layout(issue.sheet.layout, bench.layouts, issue.sheet.at("layout")))
    if layout is None:
        return None
    condition = _condition(issue, bench)
    return Ready(issue, layout, condition, file, page_count(file.path)) if condition else None


def _condition(issue: Issue, bench: Bench) -> Condition | None:
    """Return the printer profile that the publication names."""
    at = issue.publication.at("press")
    profile = bench.take(read_profile(issue.publication.press, bench.order.workspace, at))
    return profile.condition if profile else None


def impose_for(stock: Ready, wish: Wish, bench: Bench) -> Imposition | None:
    """Return the imposition that is wished for; what stands against it is found."""
    layout = stock.layout
    scheme = wish.scheme or scheme_of(layout.bound, stock.pages)
    job = Job(stock.pages, layout.trim.width, layout.trim.height, layout.bleed, wish.creep, wish.milling)
    if not _foldable(stock, job, scheme, bench):
        return None
    named = sheet_named(wish, stock.condition, job, scheme)
    per_sheet = per_sheet_of(wish, scheme, job, named)
    if scheme is Scheme.NUP:
        return proof_sheets(job, named or KNOWN[-1], per_sheet)
    better = smallest(job, scheme, per_sheet, wish.turned)
    sheet = named or better or KNOWN[-1]
    if by := lacking(sheet, job, scheme, per_sheet, wish.turned):
        pages = faults.named(scheme, per_sheet if wish.turned else per_sheet // 2)
        names = f"{better.name} {better.size}" if better else ""
        bench.found.append(faults.sheet_too_small(sheet, by, pages, names))
        return None
    bench.found.extend(() if named else (faults.sheet_assumed(sheet),))
    return impose(job, scheme, sheet, per_sheet, turned=wish.turned)


def _foldable(stock: Ready, job: Job, scheme: Scheme, bench: Bench) -> bool:
    """Return whether the pages make whole sheets, with blanks where the copies are bound."""
    at = stock.issue.sheet.at("pages")
    blank = blanks(job.pages, 4)
    if scheme is Scheme.FOLD and blank:
        bench.found.append(faults.pages_do_not_fold(job.pages, at))
        return False
    if scheme in (Scheme.SADDLE, Scheme.PERFECT) and blank:
        bench.found.append(faults.blank_pages_added(job.pages, blank, at))
    moved = Mm(((job.pages + blank) // 4 - 1) * job.creep)
    if scheme is Scheme.SADDLE and moved > job.bleed:
        bench.found.append(faults.creep_too_large(moved, job.bleed))
        return False
    return True


def sheets(stock: Ready, flat: Imposition, engine: Engine) -> bytes:
    """Return the sheets as one PDF/X."""
    title = title_of(stock.issue)
    condition = f"{stock.condition.name} {stock.condition.registry}"
    order = FinishOrder(
        width=flat.width,
        height=flat.height,
        bleed=Mm(0.0),
        border=Mm(0.0),
        condition=stock.condition,
        title=title,
        date=moment_of(stock.issue),
        marks=False,
    )
    word = "版" if stock.layout.bound == "fold" else "页"
    written = finish(join(engine.set((slugs(flat, title, condition, word),)).parts), order)
    return impose_pages(stock.file.path.read_bytes(), flat, written, replace(order, bleed=flat.job.bleed))
