"""Where signatures stand besides sign_off.yaml: the record in dist, packages, the version control.

They tell that the end of the chain was cut off, which the chain alone cannot.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from newsletter.language import _
from newsletter.programs import output
from newsletter.release import write
from newsletter.signing.ledger import FILE, Ledger

RECORD = ".signed.json"
HASH = re.compile(r"^\s+hash: \"?([0-9a-f]{64})\"?\s*$", re.MULTILINE)


def known_elsewhere(ledger: Ledger, workspace: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the hashes of signatures that other records have, with the record's name."""
    yield _("the record in dist"), recorded(workspace, ledger.slug)
    yield _("a package handed over"), _handed_over(workspace / "dist" / ledger.slug)
    if (workspace / ".git").exists():
        yield _("the version control"), _committed(workspace, ledger.slug)


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


def _handed_over(dist: Path) -> tuple[str, ...]:
    """Return the hashes that the packages in dist have."""
    found: list[str] = []
    for manifest in sorted(dist.glob("*_*/manifest.json")):
        try:
            found += map(str, json.loads(manifest.read_text("utf-8"))["sign_off"])
        except (OSError, ValueError, KeyError, TypeError):
            continue  # a package without signatures, or a broken one, which verify reports
    return tuple(found)


def _committed(workspace: Path, slug: str) -> tuple[str, ...]:
    """Return the hashes of the file as it was last committed."""
    told = output(("git", "-C", str(workspace), "show", f"HEAD:./issues/{slug}/{FILE}"))
    return tuple(HASH.findall(told.decode("utf-8", "replace"))) if told is not None else ()
