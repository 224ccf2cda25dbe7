"""What a long work tells on stderr: bars on a terminal once half a second has gone, plain lines with -v."""

import threading
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console

from newsletter.language import _

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 0.5
"""Seconds before a terminal shows bars: shorter work shows none."""


class Silent:
    """A reporter that says nothing."""

    def __enter__(self) -> "Silent":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear of a stage."""


@dataclass(slots=True)
class Plain(Silent):
    """A reporter that writes one line for each stage gone, with its time."""

    console: Console
    _stage: str = ""
    _since: float = field(default_factory=time.monotonic)

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Write the last stage's line when another begins."""
        if stage != self._stage:
            self._close()
            self._stage, self._since = stage, time.monotonic()

    def _close(self) -> None:
        if self._stage:
            seconds = time.monotonic() - self._since
            self.console.print(_("{stage}: {seconds:.2f} s").format(stage=_(self._stage), seconds=seconds))


class Bars(Silent):
    """A reporter that draws a bar for each stage, gone when the work is done."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._heard: dict[str, tuple[int, int]] = {}
        self._drawn: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._lock = threading.Lock()
        self._timer = threading.Timer(PATIENCE, self._begin)
        self._timer.daemon = True

    def __enter__(self) -> "Bars":
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            if self._drawn is not None:
                self._drawn.stop()
            self._drawn = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Move the stage's bar."""
        with self._lock:
            self._heard[stage] = (done, total)
            self._draw(stage)

    def _begin(self) -> None:
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        with self._lock:
            columns = (TextColumn("{task.description}"), BarColumn(24), TimeElapsedColumn())
            self._drawn = Progress(*columns, console=self._console, transient=True)
            self._drawn.start()
            for stage in tuple(self._heard):
                self._draw(stage)

    def _draw(self, stage: str) -> None:
        """Draw what was heard of a stage, where there are bars already."""
        if self._drawn is None:
            return
        done, total = self._heard[stage]
        if stage not in self._tasks:
            self._tasks[stage] = self._drawn.add_task(_(stage), total=total or None)
        self._drawn.update(self._tasks[stage], completed=done, total=total or None)


def reporter(console: Console, *, quiet: bool, verbose: bool) -> Silent:
    """Return the reporter that suits the stream and what was asked for."""
    if quiet:
        return Silent()
    if verbose:
        return Plain(console)
    return Bars(console) if console.is_terminal and not console.is_dumb_terminal else Silent()
