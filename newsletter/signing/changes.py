"""What changed between a statement that was signed and the issue as it is now."""

import hashlib
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsletter.diagnostics import Span
from newsletter.signing.statement import Line


@dataclass(frozen=True, slots=True)
class Change:
    """The first line that changed: whose it is, as it was and is, where it stands; how many places differ."""

    label: str
    old: str
    new: str
    at: Span | None
    places: int


def change(before: str, content: str, now: tuple[Line, ...]) -> Change | None:
    """Return the first change; none where the text kept is not the one that was signed."""
    if hashlib.sha256(before.encode()).hexdigest() != content:
        return None
    old, new = before.splitlines(keepends=True), [each.written for each in now]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    parts = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    if not parts:
        return None
    _kind, first, last, start, stop = parts[0]
    label, _tab, text = old[first].rstrip("\n").partition("\t") if first < last else ("", "", "")
    line = now[start] if start < stop else None
    at = line.at if line else _near(now, start)
    return Change(line.label if line else label, text, line.text if line else "", at, len(parts))


def _near(now: tuple[Line, ...], index: int) -> Span | None:
    """Return the place of the line that stands where something was taken out."""
    around = (*now[index : index + 1], *now[max(0, index - 1) : index])
    return next((each.at for each in around if each.at), None)
