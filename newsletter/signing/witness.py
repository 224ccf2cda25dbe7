"""Where signatures stand besides sign_off.yaml: the record in dist, packages, the version control.

They tell that the end of the chain was cut off, or all of it written anew, which the chain alone cannot.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsletter.language import _
from newsletter.programs import Started
from newsletter.release import write
from newsletter.signing.history import committed, under_git
from newsletter.signing.ledger import KEPT, Ledger

RECORD = ".signed.json"


@dataclass(frozen=True, slots=True)
class Witness:
    """A record of signatures: its name, and the hashes it has; ``commits`` says which commit has one."""

    name: str
    hashes: tuple[str, ...]
    commits: Mapping[str, str]


def witnesses(ledger: Ledger, workspace: Path, asked: Started | None = None) -> tuple[Witness, ...]:
    """Return the records there can be, those that have nothing too; the hardest to forge first.

    ``asked`` is the question to the version control, where it was asked before.
    """
    found = []
    if under_git(workspace):
        commits = committed(workspace, ledger.name, asked=asked)
        found.append(Witness(_("the version control"), tuple(commits), commits))
    handed_over = _handed_over(workspace / "dist" / ledger.slug)
    found.append(Witness(_("a package handed over"), handed_over, {}))
    found.append(Witness(_("the record in dist"), recorded(workspace, ledger.slug), {}))
    return tuple(found)


def recorded(workspace: Path, slug: str) -> tuple[str, ...]:
    """Return the hashes that the record in dist has; none where it is gone or unreadable."""
    try:
        data = json.loads((workspace / "dist" / slug / RECORD).read_text("utf-8"))
        return tuple(str(each) for each in data["hashes"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def remember(workspace: Path, slug: str, hashes: tuple[str, ...]) -> None:
    """Put hashes into the record in dist, which forgets none."""
    known = dict.fromkeys((*recorded(workspace, slug), *hashes))
    data = json.dumps({"issue": slug, "hashes": list(known)}, indent=1)
    write(workspace / "dist" / slug / RECORD, f"{data}\n".encode())


def orphans(ledger: Ledger) -> tuple[Path, ...]:
    """Return the kept statements that no signature is over: what was signed, without who signed it."""
    known = {each.content[:16] for each in ledger.signatures}
    return tuple(each for each in sorted((ledger.path.parent / KEPT).glob("*.txt")) if each.stem not in known)


def _handed_over(dist: Path) -> tuple[str, ...]:
    """Return the hashes that the packages in dist have."""
    found: list[str] = []
    for manifest in sorted(dist.glob("*_*/manifest.json")):
        try:
            found += map(str, json.loads(manifest.read_text("utf-8"))["sign_off"])
        except (OSError, ValueError, KeyError, TypeError):
            continue  # a package without signatures, or a broken one, which verify reports
    return tuple(found)
