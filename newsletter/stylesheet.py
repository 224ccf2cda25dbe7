"""The layout's style sheet: where a brace is left open, and the line that the engine complains of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsletter.diagnostics import Span
from newsletter.layout import Layout
from newsletter.typeset import Complaint, Proof

STYLE_SHEET = "style.css.j2"
_COMPLAINT = re.compile(r"Ignored `([\w-]+)\s*:\s*(.*?)`|Invalid or unsupported selector '(.*?)'", re.DOTALL)
_PART = re.compile(r"/\*.*?(?:\*/|\Z)|\"[^\"\n]*\"|'[^'\n]*'|\{\{.*?\}\}|\{%.*?%\}|[{}]", re.DOTALL)


_FOREIGN = re.compile(
    r"(#[0-9a-fA-F]{3,8}|\b(?:rgb|hsl)a?\([^)]*\)?)(?=[\s;}!]|$)|\b(?:color|background)\s*:\s*([a-zA-Z]+)\s*[;}]"
)
_NO_COLOUR = {"inherit", "initial", "unset", "none", "transparent", "currentcolor"}


def foreign_colour(css: str) -> tuple[int, str] | None:
    """Return the first colour that is not one of CMYK inks, after its line: #c00, rgb(), red."""
    bare = re.sub(
        r"/\*.*?\*/|\{\{.*?\}\}|\{%.*?%\}", lambda part: "\n" * part[0].count("\n"), css, flags=re.DOTALL
    )
    for number, line in enumerate(bare.splitlines(), 1):
        _selector, _brace, said = line.rpartition("{")
        for found in _FOREIGN.finditer(said):
            colour = found[1] or found[2]
            if colour.lower() not in _NO_COLOUR:
                return number, colour
    return None


def unbalanced_line(css: str) -> int | None:
    """Return the line of a brace that is left open, closes nothing, or of a comment without end."""
    opened: list[int] = []
    for line, part in _parts(css):
        if part.startswith("/*") and not part.endswith("*/"):
            return line
        if part == "{":
            opened.append(line)
        elif part == "}":
            if not opened:
                return line
            opened.pop()
    return opened[0] if opened else None


def _parts(css: str) -> Iterator[tuple[int, str]]:
    """Yield braces and comments with their lines, but none in quotes or of the template."""
    for found in _PART.finditer(css):
        if found[0] in "{}" or found[0].startswith("/*"):
            yield css.count("\n", 0, found.start()) + 1, found[0]


def style_sheet_of(layout: Layout) -> Path | None:
    """Return the style sheet that a layout is set with, its own or its base's."""
    files = (folder / STYLE_SHEET for folder in layout.templates)
    return next((file for file in files if file.is_file()), None)


def place_of(file: Path, line: int) -> Span:
    """Return a line of a template as it is shown."""
    return Span("/".join(file.parts[-3:]), line)


def with_places(proof: Proof, layout: Layout) -> Proof:
    """Return a proof whose complaints about style stand at their line of the style sheet."""
    file = style_sheet_of(layout)
    if file is None or not proof.complaints:
        return proof
    lines = file.read_text("utf-8").splitlines()
    return replace(proof, complaints=tuple(_placed(each, file, lines) for each in proof.complaints))


def _placed(complaint: Complaint, file: Path, lines: list[str]) -> Complaint:
    found = _COMPLAINT.match(complaint.message)
    words = [word for word in found.groups() if word] if found else []
    for number, line in enumerate(lines, 1):
        if words and _says(line, words):
            said = re.sub(r" at \d+:\d+,", ",", complaint.message)  # a line of the markup: nobody has it
            return replace(complaint, message=said, at=place_of(file, number))
    return complaint


def _says(line: str, words: list[str]) -> bool:
    """Return whether a line has a complaint's words; a value that runs on to the next line ends it."""
    *before, last = words
    first, *rest = last.splitlines()
    ends = line.rstrip().endswith(first.strip()) if rest else first.split("(")[0] in line
    return ends and all(word.split("(")[0] in line for word in before)
