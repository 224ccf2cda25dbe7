"""Slips of the keyboard that make YAML unreadable, told apart line by line, and what was meant.

A slip is put right in the reader's own copy of the line so that reading can go on and the faults behind
it are reported too; the file itself is not touched.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsletter.diagnostics import Diagnostic, Span
from newsletter.language import _
from newsletter.yaml_source import faults

KEY = r"(?P<head>[ ]*(?:- +)*[{\[]?)(?P<key>[^\W\d][\w.]{0,19})"
FLOW = str.maketrans({"，": ",", "：": ":", "【": "[", "】": "]", "［": "[", "］": "]", "｛": "{", "｝": "}"})


@dataclass(frozen=True, slots=True)
class Slip:
    """A line as it was meant, and the finding."""

    meant: str
    report: Diagnostic


Finder = Callable[[str, Span], Slip | None]


def find_slip(line: str, at: Span) -> Slip | None:
    """Return the first slip found in a line that cannot be read; ``at`` is its start."""
    return next((slip for finder in FINDERS if (slip := finder(line, at))), None)


def _in(at: Span, offset: int, length: int = 1) -> Span:
    return Span(at.file, at.line, at.column + offset, length)


def _tab(line: str, at: Span) -> Slip | None:
    found = re.match(r"[ ]*\t[ \t]*", line)
    if found is None:
        return None
    meant = found.group().replace("\t", "  ") + line[found.end() :]
    return Slip(meant, faults.tab_for_indentation(_in(at, line.index("\t"))))


def _wide_indent(line: str, at: Span) -> Slip | None:
    found = re.match(r"[ ]*(\u3000[\u3000 ]*)\S", line)
    if found is None:
        return None
    problem = _("The line is indented with full-width spaces.")
    report = faults.yaml_syntax(_in(at, found.start(1), len(found[1])), problem, _("Indent with two spaces."))
    return Slip("  " + line.strip(" \u3000"), report)


def _dash(line: str, at: Span) -> Slip | None:
    found = re.match(r"([ ]*)(-|[－—–]\s*)(?=[^\W\d][\w.]{0,19}\s*[:：])", line)
    if found is None:
        return None
    if found[2][-1].isspace():
        report = faults.full_width_yaml_mark(_in(at, found.start(2)), found[2][0], "- ")
        return Slip(f"{found[1]}- {line[found.end() :]}", report)
    problem = _("The “-” of an entry is not parted from what follows by a space.")
    report = faults.yaml_syntax(_in(at, found.start(2)), problem, _("Write “- ”."))
    return Slip(f"{found[1]}- {line[found.end() :]}", report)


def _comment(line: str, at: Span) -> Slip | None:
    found = re.match(r"\s*＃", line)
    if found is None:
        return None
    report = faults.full_width_yaml_mark(_in(at, found.end() - 1), "＃", "#")
    return Slip(line.replace("＃", "#", 1), report)


def _colon(line: str, at: Span) -> Slip | None:
    found = re.match(KEY + r"\s*：\s*", line)
    if found is None:
        return None
    key, rest = found["key"], line[found.end() :]
    report = faults.full_width_yaml_mark(_in(at, line.index("：")), "：", f"{key}: …")
    return Slip(f"{found['head']}{key}: {rest}", report)


def _quoted_key(line: str, at: Span) -> Slip | None:
    found = re.match(r"([ ]*(?:- +)*)([“”])([^“”]+)[“”]\s*[:：]\s*", line)
    if found is None:
        return None
    report = faults.full_width_yaml_mark(_in(at, found.start(2), len(found[3]) + 2), "“…”", f"{found[3]}: …")
    return Slip(f"{found[1]}{found[3]}: {line[found.end() :]}", report)


def _quotes(line: str, at: Span) -> Slip | None:
    found = re.search(r"(?:: |- )(“[^”\"]*”)\s*$", line)
    if found is None:
        return None
    meant = line[: found.start(1)] + f'"{found[1][1:-1]}"' + line[found.end(1) :]
    report = faults.full_width_yaml_mark(_in(at, found.start(1), len(found[1])), "“…”", '"…"')
    return Slip(meant, report)


def _brackets(line: str, at: Span) -> Slip | None:
    found = re.search(r"[【】［］｛｝]", line)
    if found is None:
        return None
    mark = found.group()
    report = faults.full_width_yaml_mark(_in(at, found.start()), mark, mark.translate(FLOW))
    return Slip(line.replace(mark, mark.translate(FLOW), 1), report)


def _comma(line: str, at: Span) -> Slip | None:
    found = re.search(r"[\[{][^\]}]*?(?P<mark>[，：])", line)
    if found is None:
        return None
    mark, place = found["mark"], found.start("mark")
    report = faults.full_width_yaml_mark(_in(at, place), mark, mark.translate(FLOW))
    end = max(line.rfind("]"), line.rfind("}"))
    inside = line[place:end].replace("，", ", ").replace("：", ": ")
    return Slip(line[:place] + inside + line[end:], report) if end > place else None


def _space(line: str, at: Span) -> Slip | None:
    found = re.match(KEY + r":(?=[^\s/])", line)
    if found is None:
        return None
    report = faults.no_space_after_colon(_in(at, found.start("key"), len(found["key"]) + 1), found["key"])
    return Slip(f"{line[: found.end()]} {line[found.end() :]}", report)


def _reading(line: str, at: Span) -> Slip | None:
    found = re.search(r"(?:: |- )(?P<value>\{[^{}|]+\|[^{}|]+\}.*?)\s*$", line)
    if found is None or '"' in found["value"]:
        return None
    problem = _("A value that begins with a reading needs quotation marks.")
    place = _in(at, found.start("value"), len(found["value"]))
    report = faults.yaml_syntax(place, problem, _('Put the whole value in quotes: "…".'))
    return Slip(f'{line[: found.start("value")]}"{found["value"]}"', report)


FINDERS: tuple[Finder, ...] = (
    _tab,
    _wide_indent,
    _dash,
    _comment,
    _reading,
    _comma,
    _colon,
    _quoted_key,
    _quotes,
    _space,
    _brackets,
)
