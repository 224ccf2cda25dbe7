"""The chain: what a signature's hash covers, which ones it carries on from, what the first begins with."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping

from newsletter.issue import Signature

SEALED = ("issue", "stage", "by", "time", "of", "stories", "content", "pages", "note", "prev", "key")
"""What a signature's hash covers: all of it but the hash, and the SSH signature, which is over the hash."""
SEALED_LATER = ("form", "asked")
"""What it covers besides where the signature has a form after the first."""
JOINED = "+"
"""Stands between the hashes of signatures that were given side by side."""
CODE = 16
"""Digits of a hash that are noted on paper: no other signature can be made that has the same."""


def beginning(slug: str) -> str:
    """Return what stands for the hash before the first signature: every issue has its own."""
    return hashlib.sha256(f"newsletter sign-off {slug}".encode()).hexdigest()


def hash_of(signature: Signature) -> str:
    """Return the hash that a signature must carry."""
    keys = {*SEALED, *(SEALED_LATER if signature.form > 1 else ())}
    data = signature.model_dump(mode="json", include=keys)
    written = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def moment(signature: Signature) -> datetime.datetime | None:
    """Return when a signature was given, none where its time is no moment with a zone."""
    try:
        given = datetime.datetime.fromisoformat(signature.time)
    except ValueError:
        return None
    return given if given.tzinfo is not None else None


def parents(signature: Signature) -> tuple[str, ...]:
    """Return the hashes that a signature carries on from."""
    return tuple(signature.prev.split(JOINED))


def ends(signatures: Iterable[Signature]) -> tuple[Signature, ...]:
    """Return the signatures that no other carries on from: one, or those given side by side."""
    given = tuple(signatures)
    carried_on = {before for each in given for before in parents(each)}
    return tuple(each for each in given if each.hash not in carried_on)


def head(signatures: Iterable[Signature], slug: str) -> str:
    """Return what the next signature carries on from: the hashes of all ends."""
    return JOINED.join(each.hash for each in ends(signatures)) or beginning(slug)


def lineage(signatures: Iterable[Signature]) -> Mapping[str, frozenset[str]]:
    """Return of every signature, by its hash, the hashes of all that it builds on."""
    known: dict[str, frozenset[str]] = {}
    for each in signatures:
        before = [one for one in parents(each) if one in known]
        known[each.hash] = frozenset(before).union(*(known[one] for one in before))
    return known


def code_of(digest: str) -> str:
    """Return a hash as people note it: the first digits in groups of four."""
    return " ".join(digest[start : start + 4] for start in range(0, CODE, 4))
