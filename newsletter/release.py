"""What is written: files beside and then renamed, their hashes, the record of the last build."""

import hashlib
import json
import os
import secrets
import shutil
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


def print_name(slug: str) -> str:
    """Return the name of an issue's print file."""
    return f"{slug}.print.pdf"


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write(path: Path, content: bytes) -> Artifact:
    """Write a file beside its place and rename it; the old one stands until the new one is whole.

    It may be read by whom the old one may, a new one by whom the process's umask lets.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return Artifact(path, hashlib.sha256(content).hexdigest())


def fingerprint(
    files: Iterable[Path],
    facts: Mapping[str, object],
    folders: Iterable[Path] = (),
    hashes: dict[Path, str] | None = None,
) -> str:
    """Return a hash over the contents of all input files and the facts that a build depends on.

    Files in one of the ``folders`` are named from there: the hash is the same where they lie elsewhere.
    ``hashes`` remembers what was hashed already.
    """
    known, seen = tuple(folders), {} if hashes is None else hashes
    digest = hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode())
    for name, file in sorted((str(_from(file, known)), file) for file in set(files)):
        digest.update(name.encode("utf-8", "surrogateescape"))
        if file not in seen:
            seen[file] = sha256_of(file) if file.is_file() else "-"
        digest.update(seen[file].encode())
    return digest.hexdigest()


def _from(file: Path, folders: tuple[Path, ...]) -> Path:
    """Return a file's path from the first of the folders that holds it."""
    return next((file.relative_to(each) for each in folders if file.is_relative_to(each)), file)


@dataclass(frozen=True, slots=True)
class Record:
    """What a build left behind: its fingerprint, findings and files.

    ``sources`` is the hash of what editors wrote, the layouts and faces; ``press`` says that the print
    file is one for press, not a marked draft. ``readings`` are page, size in points and count of its ruby.
    """

    fingerprint: str
    diagnostics: tuple[Diagnostic, ...]
    artifacts: tuple[Artifact, ...]
    sources: str = ""
    press: bool = False
    readings: tuple[tuple[int, float, int], ...] = ()

    def save(self, folder: Path) -> None:
        """Write the record into the build's folder."""
        data = {
            "fingerprint": self.fingerprint,
            "sources": self.sources,
            "press": self.press,
            "readings": self.readings,
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
    return _record(data, diagnostics, artifacts) if whole else None


def as_recorded(file: Path) -> bool:
    """Return whether a file is as the build left it whose record lies beside it."""
    try:
        artifacts = json.loads((file.parent / RECORD).read_text("utf-8"))["artifacts"]
        return bool(artifacts[file.name] == sha256_of(file))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _record(
    data: dict[str, Any], diagnostics: tuple[Diagnostic, ...], artifacts: tuple[Artifact, ...]
) -> Record:
    """Return the record; one of an older version of the tool says nothing of sources."""
    readings = tuple((int(page), float(size), int(count)) for page, size, count in data.get("readings", ()))
    sources, press = str(data.get("sources", "")), data.get("press") is True
    return Record(data["fingerprint"], diagnostics, artifacts, sources, press, readings)


def _diagnostic(data: dict[str, Any]) -> Diagnostic:
    rule = Rule(**{**data["rule"], "severity": Severity(data["rule"]["severity"])})
    at = Span(**data["at"]) if data["at"] else None
    spot = Spot(**data["spot"]) if data["spot"] else None
    fix = Fix(**data["fix"]) if data.get("fix") else None
    return Diagnostic(rule, at, data["message"], data["hint"], spot, fix)
