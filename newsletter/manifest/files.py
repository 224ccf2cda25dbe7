"""The files of a workspace, read once; a file that cannot be read becomes a finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsletter.diagnostics import Diagnostic, Span
from newsletter.manifest import faults
from newsletter.yaml_source import Node, decode, read_yaml


@dataclass(slots=True)
class Files:
    """Reads files under the workspace and collects what is wrong with them.

    ``drafts`` are texts to be read in place of what the files hold.
    """

    workspace: Path
    drafts: Mapping[Path, str] = field(default_factory=dict)
    reports: list[Diagnostic] = field(default_factory=list)

    def name(self, path: Path) -> str:
        """Return a path as findings name it: from the workspace on."""
        return path.relative_to(self.workspace).as_posix()

    def text(self, path: Path) -> str | None:
        """Return a file's text, none where it cannot be read."""
        try:
            data = self.drafts[path].encode() if path in self.drafts else path.read_bytes()
        except OSError as error:
            self.reports.append(faults.file_unreadable(Span(self.name(path)), error.strerror or str(error)))
            return None
        text, reports = decode(data, self.name(path))
        self.reports.extend(reports)
        return text

    def manifest(self, path: Path, *, needed: bool = True) -> Node | None:
        """Return a manifest's nodes, none where it is missing, empty or unreadable."""
        if not path.exists():
            if needed:
                self.reports.append(faults.manifest_missing(Span(self.name(path))))
            return None
        text = self.text(path)
        return None if text is None else self._nodes(text, self.name(path), needed)

    def _nodes(self, text: str, name: str, needed: bool) -> Node | None:
        node, reports = read_yaml(text, name)
        self.reports.extend(reports)
        if node is None and needed and not reports:
            self.reports.append(faults.manifest_empty(Span(name)))
        return node
