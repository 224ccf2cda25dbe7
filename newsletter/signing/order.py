"""The order of stages, who may sign what, and which stages an issue needs."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from newsletter.diagnostics import Diagnostic
from newsletter.issue import Issue, Signature
from newsletter.placeholders import is_given
from newsletter.signing import duty_faults
from newsletter.signing.chain import lineage
from newsletter.signing.persons import one_person
from newsletter.signing.statement import covered
from newsletter.stage import Stage

REVIEWS = (Stage.FIRST_REVIEW, Stage.SECOND_REVIEW, Stage.FINAL_REVIEW)
PROOFS = (Stage.FIRST_PROOF, Stage.SECOND_PROOF, Stage.THIRD_PROOF, Stage.READING)
CUSTOM = (*REVIEWS, *PROOFS[:3], Stage.PRESS)
"""三审三校 and 付印: what is asked for where the workspace names nothing else (advice of the trade)."""
APART = (REVIEWS, PROOFS[:2])
"""Stages that no person signs two of."""
WHOLE = (Stage.READING, Stage.PRESS)
"""Stages that are signed for the whole issue only."""


def asked_of(issue: Issue) -> tuple[Stage, ...]:
    """Return the stages that build on one another: those required, else the custom of the trade."""
    return tuple(issue.publication.sign_off.required or CUSTOM)


def before(stage: Stage, issue: Issue) -> tuple[Stage, ...]:
    """Return the stages that must be signed before one."""
    asked = asked_of(issue)
    if stage is Stage.PRESS:
        return tuple(each for each in Stage if each in asked and each is not Stage.PRESS)
    row = REVIEWS if stage in REVIEWS else PROOFS
    return tuple(each for each in row[: row.index(stage)] if each in asked)


def missing(
    stage: Stage, stories: frozenset[str], holding: Sequence[Signature], issue: Issue
) -> tuple[str, ...] | None:
    """Return the stories for which a stage is not signed, none where it is signed for all.

    Nothing stands for all: an issue without stories is not signed by nobody's signature.
    """
    signed = [each for each in holding if each.stage is stage]
    if any(each.of == "issue" for each in signed):
        return None
    done = frozenset(story for each in signed for story in covered(each, issue))
    left = stories - done
    if not left and stories and stage not in WHOLE:
        return None
    some = left if done and stage not in WHOLE else frozenset()
    return tuple(each.id for each in issue.articles if each.id in some)


def order_faults(
    given: Sequence[Signature], holding: Sequence[Signature], issue: Issue
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the order in which signatures that hold were given, and with who gave them.

    What stood before one in the chain when it was given counts, though it may be void by now: a page that
    was signed in order and did not change need not be signed again because another page did.
    """
    behind = lineage(given)
    for each in holding:
        if not is_given(each.by):
            yield duty_faults.signed_by_nobody(each.at("by"), each)
        known = behind[each.hash]
        yield from too_early(each, [one for one in given if one.hash in known], issue)
    for one, other in combinations(holding, 2):
        if two_of_one(one, other):
            yield duty_faults.signed_twice_by_one(other.at("by"), other, one)


def too_early(each: Signature, earlier: Sequence[Signature], issue: Issue) -> Iterator[Diagnostic]:
    """Yield that a stage is signed before one that it builds on."""
    stories = covered(each, issue)
    late = [one for one in before(each.stage, issue) if missing(one, stories, earlier, issue) is not None]
    if late:
        yield duty_faults.stage_out_of_order(each.at("stage"), each.stage, tuple(str(one) for one in late))


def two_of_one(one: Signature, other: Signature) -> bool:
    """Return whether one person signed two stages that need two people, over the same thing."""
    together = any(one.stage in row and other.stage in row for row in APART)
    return together and one.stage is not other.stage and one_person(one, other) and _overlap(one, other)


def _overlap(one: Signature, other: Signature) -> bool:
    """Return whether two signatures can be over the same: two stories, or two pages, are apart."""
    kind, other_kind = one.of.partition(" ")[0], other.of.partition(" ")[0]
    return kind != other_kind or kind == "issue" or one.of == other.of
