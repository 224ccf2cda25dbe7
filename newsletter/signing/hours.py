"""Whether the machine's clock can be right: nothing that would be signed is of a later hour."""

import datetime
from collections.abc import Iterator

from newsletter.bench import Bench
from newsletter.diagnostics import Diagnostic
from newsletter.language import _
from newsletter.signing import duty_faults
from newsletter.signing.history import last_commit

SLACK = datetime.timedelta(minutes=5)
"""How much the clock of a file server may differ."""


def clock_set_back(bench: Bench, now: datetime.datetime) -> Iterator[Diagnostic]:
    """Yield that pages, copy or the last commit are of an hour that the clock has not reached."""
    name, latest = max(_hours(bench), key=lambda each: each[1])
    then = datetime.datetime.fromtimestamp(latest, now.tzinfo)
    if then > now + SLACK:
        yield duty_faults.clock_behind(name, then)


def _hours(bench: Bench) -> Iterator[tuple[str, float]]:
    """Yield what has an hour: the built pages, the issue's files, the last commit."""
    workspace = bench.order.workspace
    pages = bench.print_file
    issues = workspace / "issues"
    for path in (pages, *issues.glob("*.yaml"), *(issues / bench.order.slug).rglob("*")):
        if path.is_file():
            yield path.relative_to(workspace).as_posix(), path.stat().st_mtime
    yield _("the last commit"), float(last_commit(workspace) or 0)
