"""The engine as the pipeline sees it: started early, asked once the markup is ready.

Importing WeasyPrint takes over a second; a worker process does it while the issue is read and made up.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from newsletter.diagnostics import MachineFault, Span

FONT_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
</fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Complaint:
    """A record of the engine's log: its level, what it says, the line of a layout if that is known."""

    level: str
    message: str
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """The PDF of each part as the engine wrote it, and everything it complained of."""

    parts: tuple[bytes, ...]
    complaints: tuple[Complaint, ...]


def picture_address(file: Path) -> str:
    """Return the address of a picture in markup.

    The engine names images after their addresses: with the workspace's path in them the same issue would
    give other bytes in another folder. A picture's file is named after its content.
    """
    return f"file:///pictures/{file.name}"


def _addresses(pictures: Sequence[Path]) -> dict[str, str]:
    """Return where each address of the markup is found."""
    return {picture_address(each): each.resolve().as_uri() for each in pictures}


class Engine:
    """A worker process that holds the engine; use as a context, then `set` markup.

    Only the faces of ``fonts`` exist for it: with the system's, a substitute slips in unseen.
    Raises `MachineFault` where the engine or Pango is missing.
    """

    def __init__(self, fonts: Sequence[Path], cache: Path) -> None:
        self.fonts, self.cache = tuple(fonts), cache
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start importing the engine; returns at once."""
        if self._worker is None:
            command = [sys.executable, "-m", "newsletter.typeset.worker"]
            environment = {**os.environ, "FONTCONFIG_FILE": str(self._configure()), "PYTHONHASHSEED": "0"}
            # In a group of its own Ctrl-C does not reach it, and it tells no story of its end.
            self._worker = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                process_group=0 if os.name == "posix" else None,
            )

    def _configure(self) -> Path:
        """Write a font configuration that knows the given folders alone."""
        folder = self.cache / "fontconfig"
        folder.mkdir(parents=True, exist_ok=True)
        dirs = "\n".join(f"<dir>{escape(str(each.resolve()))}</dir>" for each in self.fonts)
        text = FONT_CONFIGURATION.format(folders=dirs, cache=escape(str(folder.resolve())))
        file = folder / "fonts.conf"
        if not file.is_file() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
        return file

    def set(self, parts: Sequence[str], pictures: Sequence[Path] = ()) -> Proof:
        """Return the proof of markup in parts of whole pages; it can read the files of ``pictures`` alone."""
        self._ask({"parts": list(parts), "pictures": _addresses(pictures)})
        answers = self._answer()["proofs"]
        complaints = tuple(Complaint(*each) for answer in answers for each in answer["complaints"])
        return Proof(tuple(answer["pdf"] for answer in answers), complaints)

    def draw(self, pdf: Path, pages: int, dpi: float) -> None:
        """Start drawing the pages of a PDF as pictures; fetch them with `drawn`."""
        self._ask({"draw": str(pdf), "pages": pages, "dpi": dpi})

    def drawn(self) -> tuple[bytes, ...]:
        """Return the pages that are being drawn, as WebP."""
        return tuple(self._answer()["drawn"])

    def _ask(self, question: dict[str, Any]) -> None:
        self.start()
        assert self._worker and self._worker.stdin
        try:
            pickle.dump(question, self._worker.stdin)
            self._worker.stdin.flush()
        except BrokenPipeError:
            pass  # reading the answer tells how the worker ended

    def _answer(self) -> dict[str, Any]:
        """Return the worker's answer.

        Raises MachineFault where a library is missing, RuntimeError where the engine failed.
        """
        assert self._worker and self._worker.stdout
        try:
            answer: dict[str, Any] = pickle.load(self._worker.stdout)
        except EOFError:
            answer = {"trace": f"the worker ended with {self._worker.wait()}"}
        if fault := answer.get("fault"):
            raise MachineFault(fault, answer.get("hint", ""))
        if trace := answer.get("trace"):
            raise RuntimeError(f"the engine failed\n{trace}")
        return answer

    def stop(self) -> None:
        """End the worker."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        for pipe in (worker.stdin, worker.stdout):
            if pipe:
                pipe.close()
        worker.kill()
        worker.wait()
