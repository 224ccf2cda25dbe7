"""Work during which nobody looks through memory for cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Keep Python from looking for cycles of objects, as a block or as a decorator.

    What make-up lays ready it needs to the end, and none of it is a cycle: the more pages, the longer each
    search through all of it, a third of the time of a long issue.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.freeze()  # counts all as seen, so that enabling does not begin with a sweep of it
            gc.unfreeze()
            gc.enable()
