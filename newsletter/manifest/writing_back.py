"""Writing back: what was set right on the way in, put into the files, and nothing else of them changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from newsletter.copy_source import Correction

MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file as it stands and as the corrections would have it."""

    path: Path
    before: str
    after: str


def rewrites(
    workspace: Path, corrections: Iterable[Correction], drafts: Mapping[Path, str] = MappingProxyType({})
) -> tuple[Rewrite, ...]:
    """Return the files that corrections would change, those of which there are drafts as these have it.

    A correction whose old characters do not stand where it says is left out: a value that is folded over
    several lines or written with escapes is the editor's to change. Raises OSError.
    """
    by_file: defaultdict[str, list[Correction]] = defaultdict(list)
    for each in corrections:
        by_file[each.at.file].append(each)
    found = (_rewrite(workspace / file, of_file, drafts) for file, of_file in sorted(by_file.items()))
    return tuple(each for each in found if each.before != each.after)


def _rewrite(path: Path, corrections: list[Correction], drafts: Mapping[Path, str]) -> Rewrite:
    text = drafts[path] if path in drafts else path.read_bytes().decode("utf-8")
    return Rewrite(path, text, corrected(text, corrections))


def write_back(found: Iterable[Rewrite], originals: Path | None = None, root: Path | None = None) -> None:
    """Write files anew, each whole or not at all, and only those that still stand as they were read.

    The files as they were are kept under ``originals``, by their paths from ``root`` on. Raises OSError.
    """
    for each in found:
        data = each.path.read_bytes()
        if data.decode("utf-8", "replace") != each.before:
            continue
        if originals is not None and root is not None:
            kept = originals / each.path.relative_to(root)
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(data)
        beside = each.path.with_name(f".{each.path.name}.new")
        beside.write_bytes(each.after.encode("utf-8"))
        beside.replace(each.path)


def corrected(text: str, corrections: Iterable[Correction]) -> str:
    """Return a file's text with the corrections, the last place first so that the others stay valid.

    Of two corrections that touch each other, the later one in the file is made.
    """
    mark, lines = text[: text.startswith(MARK)], text.removeprefix(MARK).split("\n")
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    bound: tuple[int, int] | None = None
    for each in sorted(corrections, key=lambda each: each.at, reverse=True):
        number = each.at.line - 1
        end = each.at.line, each.at.column + len(each.old)
        if number < len(lines) and (bound is None or end <= bound):
            lines[number] = _in_line(lines[number], each, end_of_line)
            bound = each.at.line, each.at.column
    return mark + "\n".join(lines)


def _in_line(line: str, correction: Correction, end_of_line: str) -> str:
    """Return a line with a correction; a quoted value begins one column after its place."""
    new = correction.new.replace("\n", end_of_line)
    for start in (correction.at.column - 1, correction.at.column):
        if line.startswith(correction.old, start):
            return line[:start] + new + line[start + len(correction.old) :]
    return line
