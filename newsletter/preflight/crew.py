"""Worker processes that read a file between them; one that breaks down costs its page, not the file."""

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace

from newsletter.preflight.job import Answer, Begun, Count, Done, Ended, Job

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
    process: "subprocess.Popen[bytes]"
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
        self.lost: list[Lost] = []
        self.count = 0
        self.done: set[int] = set()
        self.late = False

    def _started(self, job: Job, anew: int = 0) -> _Hand:
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        process = subprocess.Popen(
            [sys.executable, "-m", "newsletter.preflight.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        hand = _Hand(job, process, anew=anew)
        threading.Thread(target=self._listen, args=(hand,), daemon=True).start()
        return hand

    def _listen(self, hand: _Hand) -> None:
        """Give a worker its job and put what it answers into the queue, to its end."""
        pipe = hand.process
        assert pipe.stdin and pipe.stdout
        try:
            with pipe.stdin:
                pickle.dump(hand.job, pipe.stdin)
            while not isinstance(answer := pickle.load(pipe.stdout), Ended):
                self._answers.put((hand, answer))
            self._answers.put((hand, answer))
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self._answers.put((hand, Ended(clean=False)))

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
            self._replace(hand, stalled=hand.process.wait() == -_OUT_OF_TIME)
        _stop(hand)

    def _replace(self, hand: _Hand, stalled: bool) -> None:
        """Put another worker in the place of one that is lost, from the page after on."""
        self.lost.append(Lost(hand.at, stalled))
        if hand.at.page and hand.anew < MOST_ANEW:
            onwards = replace(hand.job, first=hand.at.page + hand.job.step, whole=False)
            self._hands.append(self._started(onwards, hand.anew + 1))


def _stop(hand: _Hand) -> None:
    """End a worker."""
    hand.process.kill()
    hand.process.wait()
