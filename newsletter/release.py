"""What is written: files beside and then renamed, their hashes, the record of the last build."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from newsletter.diagnostics import Diagnostic, Fix, Rule, Severity, Span, Spot

RECORD = ".build.json"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file that was made, with its SHA-256."""

    path: Path
    sha256: str


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write(path: Path, content: bytes) -> Artifact:
    """Write a file beside its place and rename it; the old one stands until the new one is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return Artifact(path, hashlib.sha256(content).hexdigest())


def fingerprint(files: Iterable[Path], facts: Mapping[str, object]) -> str:
    """Return a hash over the contents of all input files and the facts that a build depends on."""
    digest = hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode())
    for file in sorted(set(files)):
        digest.update(str(file).encode("utf-8", "surrogateescape"))
        digest.update(sha256_of(file).encode() if file.is_file() else b"-")
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Record:
    """What a build left behind: its fingerprint, findings and files."""

    fingerprint: str
    diagnostics: tuple[Diagnostic, ...]
    artifacts: tuple[Artifact, ...]

    def save(self, folder: Path) -> None:
        """Write the record into the build's folder."""
        data = {
            "fingerprint": self.fingerprint,
            "diagnostics": [asdict(each) for each in self.diagnostics],
            "artifacts": {each.path.name: each.sha256 for each in self.artifacts},
        }
        write(folder / RECORD, json.dumps(data, ensure_ascii=False).encode())


def read_record(folder: Path) -> Record | None:
    """Return the record of the last build, none where there is none or a file is not as it was made."""
    try:
        data = json.loads((folder / RECORD).read_text("utf-8"))
        artifacts = tuple(Artifact(folder / name, value) for name, value in data["artifacts"].items())
        diagnostics = tuple(_diagnostic(each) for each in data["diagnostics"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    whole = all(each.path.is_file() and sha256_of(each.path) == each.sha256 for each in artifacts)
    return Record(data["fingerprint"], diagnostics, artifacts) if whole else None


def _diagnostic(data: dict[str, Any]) -> Diagnostic:
    rule = Rule(**{**data["rule"], "severity": Severity(data["rule"]["severity"])})
    at = Span(**data["at"]) if data["at"] else None
    spot = Spot(**data["spot"]) if data["spot"] else None
    fix = Fix(**data["fix"]) if data.get("fix") else None
    return Diagnostic(rule, at, data["message"], data["hint"], spot, fix)
