"""Whether fewer signatures are asked for than were: by the last signatures, by the version control."""

from collections.abc import Iterator

from newsletter.diagnostics import Diagnostic
from newsletter.issue import Issue
from newsletter.signing import duty_faults
from newsletter.signing.chain import ends
from newsletter.signing.examining import Examined
from newsletter.signing.history import asked_before, under_git

PUBLICATION = "publication.yaml"


def loosened(found: Examined, issue: Issue) -> Iterator[Diagnostic]:
    """Yield that stages are not asked for any more which were when the issue was last signed."""
    settled = issue.publication.sign_off
    if settled.doubtful("required") or issue.publication.doubtful("sign_off"):
        return
    for each in ends(found.ledger.signatures):
        left_out = tuple(str(one) for one in each.asked if one not in (settled.required or ()))
        if left_out:
            at = settled.at("required") or issue.publication.at("sign_off")
            yield duty_faults.asked_for_less(at, each, left_out)
            return


def loosened_since(issue: Issue) -> Iterator[Diagnostic]:
    """Yield that stages are not asked for any more which were since the issue was begun."""
    now = issue.publication.sign_off.required or ()
    if not under_git(issue.workspace):
        return
    file = issue.sheet.publication or PUBLICATION
    for day, stages in asked_before(issue.workspace, issue.slug, file):
        left_out = tuple(str(one) for one in stages if one not in now)
        if left_out:
            at = issue.publication.sign_off.at("required") or issue.publication.at("sign_off")
            yield duty_faults.asked_for_less_since(at, day, left_out)
            return
