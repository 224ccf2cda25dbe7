"""The chain: what a signature's hash covers, what the first one begins with."""

import datetime
import hashlib
import json

from newsletter.issue import Signature

SEALED = ("issue", "stage", "by", "time", "of", "stories", "content", "pages", "note", "prev", "key")
"""What a signature's hash covers: all of it but the hash, and the SSH signature, which is over the hash."""


def beginning(slug: str) -> str:
    """Return what stands for the hash before the first signature: every issue has its own."""
    return hashlib.sha256(f"newsletter sign-off {slug}".encode()).hexdigest()


def hash_of(signature: Signature) -> str:
    """Return the hash that a signature must carry."""
    data = signature.model_dump(mode="json", include=set(SEALED))
    written = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def moment(signature: Signature) -> datetime.datetime | None:
    """Return when a signature was given, none where its time is no moment with a zone."""
    try:
        given = datetime.datetime.fromisoformat(signature.time)
    except ValueError:
        return None
    return given if given.tzinfo is not None else None


def head(signatures: tuple[Signature, ...], slug: str) -> str:
    """Return the hash that the next signature carries on from."""
    return signatures[-1].hash if signatures else beginning(slug)
