"""Signatures put into a workspace without building its pages: the chain and what it covers, nothing else."""

import datetime
from pathlib import Path

from newsletter import manifest
from newsletter.issue import Issue, Signature
from newsletter.signing.chain import beginning, hash_of, head
from newsletter.signing.examining import Examined, examined
from newsletter.signing.ledger import FILE, append, keep, read_ledger
from newsletter.signing.statement import FORM, statement
from newsletter.signing.statement import hash_of as content_of
from newsletter.stage import Stage
from tests.checks.terminal import SLUG

DAY = datetime.date(2026, 6, 30)
BEGUN = datetime.datetime(2026, 6, 20, 9, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
REVIEWS = ((Stage.FIRST_REVIEW, "周岚"), (Stage.SECOND_REVIEW, "沈亦秋"), (Stage.FINAL_REVIEW, "陶景和"))


def issue_in(workspace: Path, slug: str = SLUG) -> Issue:
    """Return the issue as it is read."""
    issue = manifest.load(workspace, slug).value
    assert issue is not None
    return issue


def looked_into(workspace: Path) -> Examined:
    """Return the good issue's signatures examined."""
    return examined(issue_in(workspace), DAY)


def give(
    workspace: Path,
    stage: Stage,
    by: str,
    of: str = "issue",
    *,
    hours: float | None = None,
    slug: str = SLUG,
    stories: tuple[str, ...] = (),
    seal: str = "",
) -> Signature:
    """Put a signature at the end of the issue's, an hour after the one before."""
    issue, ledger = issue_in(workspace, slug), read_ledger(workspace, slug)
    lines = statement(issue, of, stories)
    assert lines is not None
    since = datetime.timedelta(hours=len(ledger.signatures) if hours is None else hours)
    draft = Signature(
        issue=slug,
        stage=stage,
        by=by,
        time=(BEGUN + since).isoformat(),
        of=of,
        stories=stories,
        content=content_of(lines),
        pages="0" * 64,
        prev=head(ledger.signatures, slug),
        hash="",
        seal=seal,
        form=FORM,
        asked=issue.publication.sign_off.required or (),
    )
    given = draft.model_copy(update={"hash": hash_of(draft)})
    keep(ledger, given.content, "".join(each.written for each in lines))
    append(ledger, given)
    return given


def reviewed(workspace: Path) -> Path:
    """Return the file of the three reviews."""
    for stage, by in REVIEWS:
        give(workspace, stage, by)
    return workspace / "issues" / SLUG / FILE


def entries(text: str) -> list[str]:
    """Return the signatures of a file, each as its text; what stands above the first is left out."""
    return [line for line in text.splitlines(keepends=True) if line.startswith("- {")]


def rechained(signatures: tuple[Signature, ...], slug: str = SLUG) -> tuple[Signature, ...]:
    """Return signatures as whoever has read the source writes them anew: every hash is right."""
    made: list[Signature] = []
    for each in signatures:
        before = made[-1].hash if made else beginning(slug)
        draft = each.model_copy(update={"prev": before})
        made.append(draft.model_copy(update={"hash": hash_of(draft)}))
    return tuple(made)


def rewrite(workspace: Path, signatures: tuple[Signature, ...], slug: str = SLUG) -> None:
    """Write a file of just these signatures."""
    ledger = read_ledger(workspace, slug)
    ledger.path.unlink(missing_ok=True)
    for each in signatures:
        append(ledger, each)
