"""Front matter: the YAML between two lines `---` at the top of a copy file."""

from dataclasses import dataclass

from newsletter.copy_source.faults import front_matter_not_closed
from newsletter.diagnostics import Diagnostic, Span
from newsletter.yaml_source import Table, read_yaml

FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A copy file's front matter, none where there is none to be read, and the lines before the story."""

    table: Table | None = None
    lines: int = 0
    reports: tuple[Diagnostic, ...] = ()


def split_front_matter(text: str, file: str) -> FrontMatter:
    """Return the front matter of a copy file."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return FrontMatter()
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if not end:
        return FrontMatter(None, len(lines), (front_matter_not_closed(Span(file, 1, 1, len(FENCE))),))
    node, reports = read_yaml("\n".join(lines[1:end]), file, first_line=2)
    return FrontMatter(node if isinstance(node, Table) else None, end + 1, reports)
