"""Signatures for people: who signed what, and whether it still holds."""

import datetime
from dataclasses import dataclass

from newsletter.issue import Issue
from newsletter.signing.chain import code_of, ends
from newsletter.signing.examining import Examined, examined
from newsletter.signing.ledger import has_signatures
from newsletter.signing.naming import subject


@dataclass(frozen=True, slots=True)
class Told:
    """A signature for people; ``holds`` is whether it still does, ``key`` that of its SSH signature.

    It is in ``doubt`` where the file or the chain is not as it was: then none holds. An ``end`` is one that
    no other carries on from: its code stands for all before it.
    """

    stage: str
    by: str
    time: str
    subject: str
    holds: bool
    hash: str
    note: str = ""
    key: str = ""
    doubt: bool = False
    end: bool = False

    @property
    def code(self) -> str:
        """The code that people note."""
        return code_of(self.hash)


def told(issue: Issue, clock: datetime.date | None) -> tuple[Told, ...]:
    """Return the signatures for people; without their file there are none to examine."""
    return told_of(examined(issue, clock)) if has_signatures(issue) else ()


def told_of(found: Examined) -> tuple[Told, ...]:
    """Return signatures that were examined for people; none holds where the chain is broken."""
    holding, whole = {id(each) for each in found.holding}, not found.broken
    last = {each.hash for each in ends(found.ledger.signatures)}
    return tuple(
        Told(
            each.stage,
            each.by,
            each.time,
            subject(each),
            whole and id(each) in holding,
            each.hash,
            each.note,
            each.key,
            not whole,
            each.hash in last,
        )
        for each in found.ledger.signatures
    )
