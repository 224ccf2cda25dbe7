"""The workspace's files as the findings point into them, each read once."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Sources:
    """Reads source files below a workspace; what cannot be read has no text."""

    workspace: Path
    _texts: dict[str, str] = field(default_factory=dict)

    def text(self, file: str) -> str:
        """Return a file's text, empty where there is none."""
        if file not in self._texts:
            self._texts[file] = self._read(file)
        return self._texts[file]

    def link(self, file: str, line: int) -> str:
        """Return the address by which a terminal opens the file."""
        return f"{(self.workspace / file).resolve().as_uri()}#{line}"

    def _read(self, file: str) -> str:
        try:
            return (self.workspace / file).read_text("utf-8-sig", errors="replace")
        except OSError:
            return ""
