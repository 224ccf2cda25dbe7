"""The issue read and examined: all that `newsletter check` does, and the first stage of every build.

Kept apart from the pipeline because it must answer in a third of a second: no faces, no engine.
"""

from newsletter import manifest
from newsletter.bench import Bench
from newsletter.checks import open_desks
from newsletter.checks.sheet_size import Trimmed
from newsletter.commission import Order, Outcome, Progress, unheard
from newsletter.condition import read_profile
from newsletter.issue import Issue
from newsletter.photos import measure
from newsletter.programs import Started
from newsletter.readings import annotate
from newsletter.signing.asked import loosened
from newsletter.signing.examining import examined
from newsletter.signing.history import asking
from newsletter.trim import trim_of


def check(order: Order, progress: Progress = unheard) -> Outcome:
    """Return what every rule that needs no typesetting says of the issue."""
    with asking(order.workspace, order.slug) as asked:
        return checked(order, asked, progress)


def checked(order: Order, asked: Started, progress: Progress = unheard) -> Outcome:
    """Return the same; ``asked`` is the question to the version control for the issue's signatures."""
    bench = Bench(order, progress)
    issue = read(bench)
    if issue is not None:
        bench.take(read_profile(issue.publication.press, order.workspace, issue.publication.at("press")))
        _examine_signatures(issue, bench, asked)
        _hold_to_format(issue, bench)
    return bench.outcome(issue)


def _examine_signatures(issue: Issue, bench: Bench, asked: Started) -> None:
    """Keep what is wrong with the signatures there are."""
    signed = examined(issue, bench.order.clock, asked=asked)
    bench.found.extend((*signed.broken, *signed.told))
    if not bench.held:
        # What could not be read differs from what was signed, and yet nobody has changed it.
        bench.found.extend((*signed.outstanding, *loosened(signed, issue)))


def read(bench: Bench) -> Issue | None:
    """Return the issue, read and examined."""
    bench.progress("read", 0, 1)
    open_desks()
    issue = bench.take(manifest.load(bench.order.workspace, bench.order.slug, bench.order.drafts))
    if issue is None:
        return None
    issue = bench.take(measure(bench.take(annotate(issue)) or issue))
    bench.issue, bench.desks = issue, "MALC"
    if issue is not None:
        bench.examine(issue)
    bench.progress("read", 1, 1)
    return issue


def _hold_to_format(issue: Issue, bench: Bench) -> None:
    """Hold the size of the layout's pages against the approved format, where one is recorded."""
    unknown = "issue.yaml" in issue.unread or issue.sheet.doubtful("layout")
    if unknown or not issue.publication.permit.approved.format:
        return
    trim = trim_of(issue.sheet.layout, bench.layouts)
    if trim is not None:
        bench.examine(Trimmed(issue, *trim))
