"""Runs that write one issue's folder of ``dist`` take turns: one waits until the other is done."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import IO

from newsletter.bench import Bench
from newsletter.language import N_

WAITING = N_("wait for another run")


@contextmanager
def in_turn(bench: Bench) -> Iterator[None]:
    """Hold the issue's folder of ``dist`` for one run; the system lets it go however the run ends.

    Where the folder can only be read, or the system knows no locks, nobody waits.
    """
    with ExitStack() as stack:
        try:
            turns = bench.dist.parent / ".cache" / "turns"
            turns.mkdir(parents=True, exist_ok=True)
            _take(stack.enter_context((turns / bench.order.slug).open("ab")), bench)
        except OSError:
            pass
        yield


def _take(lock: IO[bytes], bench: Bench) -> None:
    """Wait for the lock, and say so where another run has it."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        bench.progress(WAITING, 0, 1)
        fcntl.flock(lock, fcntl.LOCK_EX)
        bench.progress(WAITING, 1, 1)
