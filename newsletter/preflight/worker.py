"""The process that opens a file it does not trust: pages are read one by one, within limits.

Started by ``crew``, which hears the answers.
"""

import os
import signal
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NoReturn

from newsletter.language import use_language
from newsletter.preflight.job import Answer, Begun, Count, Done, Ended, Job, Refused, Whole
from newsletter.press import Inspection, UnreadablePdf
from newsletter.press.facts import Font, Unread
from newsletter.press.reading import source

USUAL = 300_000_000
"""Bytes of address space that the libraries take."""
OPENING = 2.0
"""How much longer than a page the opening of a file may take."""


def carry_out(job: Job, answers: "Connection[Answer, Any]") -> NoReturn:
    """Do the job in a process of its own, and end it; Ctrl-C is for the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _quieten()
    _limit(job)
    use_language(job.language)
    try:
        _work(job, answers.send)
    except UnreadablePdf as fault:
        answers.send(Refused(fault.sentence, fault.hint))
    answers.send(Ended(clean=True))
    # The libraries' own clearing up takes time and may fail on what is broken.
    os._exit(0)


def _quieten() -> None:
    """Send to nowhere what libraries print, and what an interrupt makes of this process."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _limit(job: Job) -> None:
    """Bound memory where the system can, and leave no core."""
    if find_spec("resource") is None:
        return
    import resource

    most = _mapped() + job.memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _mapped() -> int:
    """Return the bytes of address space that the process has already; a fair guess where that is not told."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return USUAL


def _allow(seconds: float) -> None:
    """Let the system end this process after so much of the processor's time, unless allowed more before."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _work(job: Job, tell: Callable[[Answer], None]) -> None:
    _allow(OPENING * job.seconds)
    with Inspection(source(job.path), job.path.name, limits=job.limits) as inspection:
        numbers = inspection.numbers()
        _allow(job.seconds)
        tell(Count(len(numbers)))
        if job.whole:
            tell(Whole(inspection.file(())))
        news = _News(inspection)
        for number in numbers[job.first - 1 :: job.step]:
            tell(Begun(number))
            _allow(job.seconds)
            sheet = inspection.page(number)
            tell(Done(sheet, dict(news.fonts()), news.unread()))
            tell(Begun(number, plates=True))
            _allow(job.seconds)
            tell(Done(inspection.inked(sheet), {}, news.unread()))


class _News:
    """What an inspection has learnt since it was last asked."""

    def __init__(self, inspection: Inspection) -> None:
        self._inspection = inspection
        self._fonts: dict[object, Font] = {}
        self._unread = len(inspection.unread) if inspection.unread else 0

    def fonts(self) -> Iterator[tuple[object, Font]]:
        """Yield the fonts that are new, or of which a missing glyph was met."""
        for key, font in self._inspection.fonts.entered.items():
            if self._fonts.get(key) != font:
                self._fonts[key] = font
                yield key, font

    def unread(self) -> tuple[Unread, ...]:
        """Return what else could not be read."""
        found = tuple(self._inspection.unread[self._unread :])
        self._unread = len(self._inspection.unread)
        return found
