"""Writing back: what was set right on the way in, put into the files, and nothing else of them changed."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from newsletter.copy_source import Correction

MARK = "\ufeff"


def write_back(workspace: Path, corrections: Iterable[Correction]) -> tuple[Path, ...]:
    """Write corrections into the files they are meant for and return the files that changed.

    A correction whose old characters do not stand where it says is left out: a value that is folded over
    several lines or written with escapes is the editor's to change. Raises OSError.
    """
    by_file: defaultdict[str, list[Correction]] = defaultdict(list)
    for each in corrections:
        by_file[each.at.file].append(each)
    return tuple(workspace / file for file, of_file in by_file.items() if _write(workspace / file, of_file))


def _write(path: Path, corrections: list[Correction]) -> bool:
    """Write one file, whole or not at all; return whether it changed."""
    text = path.read_bytes().decode("utf-8")
    changed = corrected(text, corrections)
    if changed != text:
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(changed.encode("utf-8"))
        beside.replace(path)
    return changed != text


def corrected(text: str, corrections: Iterable[Correction]) -> str:
    """Return a file's text with the corrections, the last place first so that the others stay valid."""
    mark, lines = text[: text.startswith(MARK)], text.removeprefix(MARK).split("\n")
    for each in sorted(corrections, key=lambda each: each.at, reverse=True):
        number = each.at.line - 1
        if number < len(lines):
            lines[number] = _in_line(lines[number], each)
    return mark + "\n".join(lines)


def _in_line(line: str, correction: Correction) -> str:
    """Return a line with a correction; a quoted value begins one column after its place."""
    for start in (correction.at.column - 1, correction.at.column):
        if line.startswith(correction.old, start):
            return line[:start] + correction.new + line[start + len(correction.old) :]
    return line
