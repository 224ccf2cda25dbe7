"""sign_off.yaml: read with every fault in its place; a signature is put at its end, all else stays.

A signature is one line: what two branches of a version control have put there stays whole when they are
merged, whichever way the lines are joined.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsletter.bench import SIGNATURES
from newsletter.diagnostics import Diagnostic, Span
from newsletter.issue import Issue, Signature
from newsletter.language import _
from newsletter.manifest.binding import Binder
from newsletter.manifest.files import Files
from newsletter.release import write
from newsletter.signing import faults
from newsletter.yaml_source import Listing, read_yaml

FILE, KEPT = SIGNATURES
BESIDE = re.compile(r"(?i)sign[ _-]?off.*\.ya?ml(\..*)?")
"""Other files that somebody takes for the one with the signatures."""
CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.MULTILINE)
"""The marks that a version control leaves; what stands between them are whole signatures."""
HEADING = "# 签审记录。由 newsletter sign 逐条追加，每条都带前一条的校验码：请勿改动、抽去或调换。\n"


def ledger_name(slug: str) -> str:
    """Return the file of an issue's signatures, from the workspace."""
    return f"issues/{slug}/{FILE}"


def has_signatures(issue: Issue) -> bool:
    """Return whether the issue has a file of signatures."""
    return (issue.folder / FILE).is_file()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The signatures of an issue, and what is wrong with their file."""

    path: Path
    slug: str
    signatures: tuple[Signature, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """The file as findings name it: from the workspace on."""
        return ledger_name(self.slug)


def read_ledger(workspace: Path, slug: str) -> Ledger:
    """Return the signatures that could be read; a file that is not there holds none."""
    path = workspace / "issues" / slug / FILE
    files, binder = Files(workspace), Binder()
    at = Span(files.name(path))
    text = (files.text(path) if path.exists() else None) or ""
    node, reports = read_yaml(CONFLICT.sub("#", text), at.file)
    signatures: tuple[Signature, ...] = ()
    if isinstance(node, Listing):
        signatures = binder.records(node, Signature, FILE)
    elif node is not None:
        binder.wrong(node, FILE, _("a list of “- key: value”"))
    found = (*_doubts(path, at, text), *files.reports, *reports, *binder.reports)
    return Ledger(path, slug, signatures, found)


def _doubts(path: Path, at: Span, text: str) -> Iterator[Diagnostic]:
    """Yield why the file cannot be relied on: a link, others beside it, marks of a conflict."""
    if path.is_symlink():
        yield faults.sign_off_file_doubtful(at, ())
    named = [each for each in sorted(path.parent.glob("*")) if BESIDE.fullmatch(each.name)]
    if beside := [each.name for each in named if not (path.exists() and each.samefile(path))]:
        yield faults.sign_off_file_doubtful(at, beside)
    if mark := CONFLICT.search(text):
        yield faults.signatures_in_conflict(replace(at, line=text.count("\n", 0, mark.start()) + 1))


def append(ledger: Ledger, signature: Signature) -> None:
    """Put a signature at the end of the file, which keeps every byte that it has."""
    before = ledger.path.read_bytes() if ledger.path.exists() else HEADING.encode()
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    write(ledger.path, before + gap + _written(signature).encode())


def _written(signature: Signature) -> str:
    """Return a signature as YAML in one line."""
    data = signature.model_dump(mode="json", exclude={"places"}, exclude_defaults=True)
    return "- {" + ", ".join(f"{key}: {_value(value)}" for key, value in data.items()) + "}\n"


def _value(value: object) -> str:
    """Return a value in double quotes, which YAML reads as JSON does; hashes and stages stand as they are."""
    if isinstance(value, str) and value.isalnum() and value.isprintable() and not value.isdecimal():
        return value if value.lower() not in _WORDS else json.dumps(value)
    written = json.dumps(value, ensure_ascii=False)
    return "".join(each if each.isprintable() else _escaped(each) for each in written)


def _escaped(character: str) -> str:
    """Return a character that nobody would see, or that YAML refuses, as YAML's escape."""
    return f"\\U{ord(character):08x}"


_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def keep(ledger: Ledger, content: str, text: str) -> None:
    """Keep the text of a statement beside the signatures, under its hash."""
    path = kept_file(ledger, content)
    if not path.is_file():
        write(path, text.encode())


def kept(ledger: Ledger, content: str) -> str | None:
    """Return the text of a statement, none where it is gone; its hash tells whether it is whole."""
    try:
        return kept_file(ledger, content).read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return None


def kept_file(ledger: Ledger, content: str) -> Path:
    """Return the file in which the statement of a hash is kept."""
    name = content[:16] if content.isalnum() else "–"
    return ledger.path.parent / KEPT / f"{name}.txt"
