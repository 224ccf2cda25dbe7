"""The process that opens a file it does not trust: pages are read one by one, within limits.

Started by ``crew``; a job comes on standard input, answers go to standard output, pickled.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from newsletter.language import use_language
from newsletter.preflight.job import Answer, Begun, Count, Done, Ended, Job, Refused, Whole
from newsletter.press import Inspection, UnreadablePdf
from newsletter.press.facts import Font, Unread
from newsletter.press.reading import source

OPENING = 2.0
"""How much longer than a page the opening of a file may take."""


def main() -> None:
    """Do the job."""
    # What libraries print must not get between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    job: Job = pickle.load(sys.stdin.buffer)
    _limit(job)
    use_language(job.language)

    def tell(answer: Answer) -> None:
        pickle.dump(answer, answers)
        answers.flush()

    try:
        _work(job, tell)
    except UnreadablePdf as fault:
        tell(Refused(fault.sentence, fault.hint))
    tell(Ended(clean=True))
    # The libraries' own clearing up takes time and may fail on what is broken.
    os._exit(0)


def _limit(job: Job) -> None:
    """Bound memory where the system can, and leave no core."""
    if find_spec("resource") is None:
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (job.memory, job.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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


if __name__ == "__main__":
    main()
