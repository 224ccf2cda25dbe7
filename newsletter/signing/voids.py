"""Which signatures no longer hold, and why; those of one cause are told of together."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsletter.diagnostics import Diagnostic
from newsletter.issue import Issue, Signature
from newsletter.signing import void_faults
from newsletter.signing.chain import moment
from newsletter.signing.changes import Change, change
from newsletter.signing.ledger import Ledger, kept
from newsletter.signing.pictures import Looks, looks_as_signed
from newsletter.signing.statement import UNPRINTED
from newsletter.signing.statements import Statements, Written

AHEAD = datetime.timedelta(days=1)
"""How much later than the clock a signature may be: it is tomorrow already elsewhere."""


class Cause(StrEnum):
    """Why a signature does not hold."""

    CHANGED = "changed"
    LOOK = "look"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Void:
    """A signature that does not hold, with what changed where that is known."""

    signature: Signature
    cause: Cause
    change: Change | None = None


def voids(ledger: Ledger, issue: Issue, clock: datetime.date | None, looks: Looks | None) -> Iterator[Void]:
    """Yield the signatures that do not hold; ``looks`` and ``clock`` are there where known."""
    statements = Statements(issue)
    changes: dict[tuple[str, str], Change | None] = {}
    for each in ledger.signatures:
        now = statements.over(each)
        if each.form not in UNPRINTED:
            yield Void(each, Cause.UNKNOWN)
        elif in_future(each, clock):
            yield Void(each, Cause.FUTURE)
        elif now is None or now[1] != each.content:
            key = (each.content, now[1] if now else "")
            if key not in changes:
                changes[key] = _change(ledger, each, now)
            yield Void(each, Cause.CHANGED, changes[key])
        elif looks is not None and not looks_as_signed(each, looks):
            yield Void(each, Cause.LOOK)


def in_future(each: Signature, clock: datetime.date | None) -> bool:
    """Return whether a signature is dated later than the machine's day, where that is known."""
    given = moment(each)
    return clock is not None and given is not None and given.date() > clock + AHEAD


def reasons(void: Iterable[Void]) -> Iterator[Diagnostic]:
    """Yield why signatures do not hold; forms that are not known are told of with the chain."""
    causes: dict[tuple[object, ...], list[Void]] = {}
    for each in void:
        causes.setdefault(_cause(each), []).append(each)
    for alike in causes.values():
        first, given = alike[0], [each.signature for each in alike]
        if first.cause is Cause.CHANGED:
            yield void_faults.signature_void(given, _widest(alike))
        elif first.cause is Cause.LOOK:
            yield void_faults.pages_not_as_signed(given)
        elif first.cause is Cause.FUTURE:
            yield from (void_faults.signature_in_the_future(each) for each in given)


def _cause(each: Void) -> tuple[object, ...]:
    what = each.change
    return (each.cause, what and (what.label, what.old, what.new, what.at))


def _widest(alike: list[Void]) -> Change | None:
    """Return the change of those alike that reaches over the most places: the whole issue's has them all."""
    changes = [each.change for each in alike if each.change]
    return max(changes, key=lambda each: each.places, default=None)


def _change(ledger: Ledger, each: Signature, now: Written | None) -> Change | None:
    text = kept(ledger, each.content)
    return change(text, each.content, now[0]) if text and now else None
