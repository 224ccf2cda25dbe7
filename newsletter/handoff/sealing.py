"""The seal of a package: the hash of every file, and of every 4 KiB of it, so that a change can be placed.

``manifest.json`` seals every file but itself, the press sheet, on which the manifest's own hash is
printed, and ``SHA256SUMS``; that list seals these two. The first digits of the manifest's hash end the
package's name.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
PRESS_SHEET = "press-sheet.pdf"
BLOCK = 4096
"""Bytes that have a hash of their own; it says where a file differs, the whole hash that it does."""
SHORT = 16
"""Hexadecimal digits kept of a block's hash: it only points at the place."""
CODE = 8
"""Hexadecimal digits of the manifest's hash in the package's name."""
SCHEMA = "newsletter/package"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file as the manifest has it."""

    name: str
    size: int
    sha256: str
    blocks: tuple[str, ...] = ()


class BrokenManifest(ValueError):
    """A manifest that cannot be read."""


def sha256(data: bytes) -> str:
    """Return the SHA-256 of data, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def seal(name: str, data: bytes) -> Sealed:
    """Return a file's seal."""
    return Sealed(name, len(data), sha256(data), blocks(data))


def blocks(data: bytes) -> tuple[str, ...]:
    """Return the hash of each block, shortened."""
    return tuple(sha256(data[start : start + BLOCK])[:SHORT] for start in range(0, len(data), BLOCK))


def manifest(facts: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """Return the manifest of a package's files; ``facts`` say what the press file is to be held against."""
    data = {
        "schema": SCHEMA,
        "version": VERSION,
        **facts,
        "block": BLOCK,
        "files": [_as_data(seal(name, files[name])) for name in sorted(files)],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _as_data(sealed: Sealed) -> dict[str, Any]:
    return {
        "name": sealed.name,
        "size": sealed.size,
        "sha256": sealed.sha256,
        "blocks": " ".join(sealed.blocks),
    }


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest read: its facts, the files that it seals."""

    facts: Mapping[str, Any]
    files: tuple[Sealed, ...]


def read_manifest(data: bytes) -> Manifest:
    """Return a manifest.

    Raises BrokenManifest where it is none.
    """
    try:
        read = json.loads(data)
        known = read["schema"] == SCHEMA and read["version"] == VERSION and read["block"] == BLOCK
        files = tuple(
            Sealed(str(each["name"]), int(each["size"]), str(each["sha256"]), tuple(each["blocks"].split()))
            for each in read["files"]
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise BrokenManifest from fault
    if not known:
        raise BrokenManifest
    return Manifest(read, files)


def sums(hashes: Mapping[str, str]) -> bytes:
    """Return the list of files' hashes that ``sha256sum -c`` checks."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)).encode("utf-8")


def read_sums(data: bytes) -> dict[str, str]:
    """Return the hashes of a list by file; lines that say nothing are left out."""
    lines = (line.split(maxsplit=1) for line in data.decode("utf-8", "replace").splitlines())
    return {parts[1].removeprefix("*"): parts[0].lower() for parts in lines if len(parts) == 2}
