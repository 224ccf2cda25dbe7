"""Worker processes that read a file between them; one that breaks down costs its page, not the file."""

import multiprocessing
import pickle
import queue
import signal
import sys
import threading
import time
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any

from newsletter.preflight.job import Answer, Begun, Count, Done, Ended, Job
from newsletter.preflight.worker import carry_out

SECONDS = 23.0
"""Wall clock for a file; a worker ends itself after its share of the processor's time."""
MOST_ANEW = 3
"""How often a worker that broke down is replaced."""

NOTHING = Begun(0)
"""What a worker is at before its first page."""

_OUT_OF_TIME = getattr(signal, "SIGPROF", 0)
_TICK = 0.25


@dataclass(slots=True)
class _Hand:
    """A worker with its job and what it has begun."""

    job: Job
    process: "BaseProcess"
    answers: "Connection[Any, Answer]"
    at: Begun = NOTHING
    anew: int = 0


@dataclass(frozen=True, slots=True)
class Lost:
    """What a worker stalled or broke down on: a page, its plates, or (page 0) the file."""

    at: Begun
    stalled: bool


class Crew:
    """The workers of one file; ``read`` yields what they answer until all are through or time is up."""

    def __init__(self, jobs: tuple[Job, ...]) -> None:
        self._answers: queue.Queue[tuple[_Hand, Answer]] = queue.Queue()
        self._end = time.monotonic() + SECONDS
        self._hands = [self._started(job) for job in jobs]
        for hand in self._hands:
            self._hear(hand)
        self.lost: list[Lost] = []
        self.count = 0
        self.done: set[int] = set()
        self.late = False

    def _started(self, job: Job, anew: int = 0) -> _Hand:
        context = _context()
        hearing, sending = context.Pipe(duplex=False)
        process = context.Process(target=carry_out, args=(job, sending), daemon=True)
        process.start()
        # The worker alone may hold this end: where it breaks down, the other end must notice.
        sending.close()
        return _Hand(job, process, hearing, anew=anew)

    def _listen(self, hand: _Hand) -> None:
        """Put what a worker answers into the queue, to its end."""
        try:
            while not isinstance(answer := hand.answers.recv(), Ended):
                self._answers.put((hand, answer))
            self._answers.put((hand, answer))
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self._answers.put((hand, Ended(clean=False)))

    def _hear(self, hand: _Hand) -> None:
        threading.Thread(target=self._listen, args=(hand,), daemon=True).start()

    def read(self) -> "list[Answer]":
        """Return all answers; what was lost is in ``lost``, and ``late`` says that time ran out."""
        heard: list[Answer] = []
        try:
            while self._hands:
                heard += self._next()
                if time.monotonic() > self._end:
                    self.late = True
                    break
        finally:
            for hand in self._hands:
                _stop(hand)
        return heard

    def _next(self) -> "list[Answer]":
        """Return the next answer, none where nothing came for a while or a worker ended."""
        try:
            hand, answer = self._answers.get(timeout=_TICK)
        except queue.Empty:
            return []
        if hand not in self._hands:
            return []
        if isinstance(answer, Ended):
            self._ended(hand, answer.clean)
            return []
        self._note(hand, answer)
        return [answer]

    def _note(self, hand: _Hand, answer: Answer) -> None:
        if isinstance(answer, Begun):
            hand.at = answer
        elif isinstance(answer, Done):
            self.done.add(answer.sheet.number)
        elif isinstance(answer, Count):
            self.count = max(self.count, answer.pages)

    def _ended(self, hand: _Hand, clean: bool) -> None:
        self._hands.remove(hand)
        if not clean:
            self._replace(hand, stalled=_ended_with(hand) == -_OUT_OF_TIME)
        _stop(hand)

    def _replace(self, hand: _Hand, stalled: bool) -> None:
        """Put another worker in the place of one that is lost, from the page after on."""
        self.lost.append(Lost(hand.at, stalled))
        if hand.at.page and hand.anew < MOST_ANEW:
            onwards = replace(hand.job, first=hand.at.page + hand.job.step, whole=False)
            other = self._started(onwards, hand.anew + 1)
            self._hands.append(other)
            self._hear(other)


def _context() -> "ForkContext | SpawnContext":
    """Return how processes begin: as copies of this one, which costs nothing, where that is safe."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork") if alone else multiprocessing.get_context("spawn")


def _ended_with(hand: _Hand) -> int | None:
    """Return what a worker ended with."""
    hand.process.join()
    return hand.process.exitcode


def _stop(hand: _Hand) -> None:
    """End a worker."""
    hand.process.kill()
    hand.process.join()
