"""Converting: every placement's picture for press or screen, in parallel, from the cache where it can."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsletter.condition import Condition
from newsletter.photos.cache import cache_key, find, store
from newsletter.photos.fault import PhotoFault, Refused
from newsletter.photos.target import Target, press_target, screen_target
from newsletter.photos.work import Picture, Placement

Progress = Callable[[int, int], None]
"""Told how many pictures are done and how many there are, in the caller's thread."""

Made = Picture | PhotoFault
"""What comes of a placement: its picture, or why its original cannot be used."""

MOST_WORKERS = 4
"""Each holds a decoded original: 50 MB for 12 megapixels."""


@dataclass(frozen=True, slots=True)
class _Unmade:
    """What the cache does not have, under the key it will have."""

    key: str


def unheard(done: int, total: int) -> None:
    """A progress that nobody listens to."""


def convert(
    placements: Sequence[Placement],
    condition: Condition,
    cache: Path,
    progress: Progress = unheard,
    workers: int | None = None,
) -> tuple[Made, ...]:
    """Return a CMYK picture for every placement, in their order, or why its original cannot be used.

    At most the condition's ``ppi_ceiling`` at the placed size, never resampled up; colours by the
    condition's profile and intent; total ink within ``ink_limit`` before the JPEG's loss, in single
    pixels 5 % above it after; no metadata. Originals are only read. Raises MachineFault where the cache
    cannot be written.
    """
    return _convert(placements, press_target(condition), cache, progress, workers)


def convert_screen(
    placements: Sequence[Placement],
    condition: Condition,
    cache: Path,
    progress: Progress = unheard,
    workers: int | None = None,
) -> tuple[Made, ...]:
    """Return an sRGB picture of 150 ppi for every placement, or why its original cannot be used.

    CMYK originals without a profile are read as made for the condition's inks. Else as `convert`.
    """
    return _convert(placements, screen_target(condition), cache, progress, workers)


def _convert(
    placements: Sequence[Placement], target: Target, cache: Path, progress: Progress, workers: int | None
) -> tuple[Made, ...]:
    """Return what came of every placement, in their order."""
    with _threads(workers) as pool:
        found = list(pool.map(lambda each: _look_up(each, target, cache), placements))
        unmade = {place: each.key for place, each in enumerate(found) if isinstance(each, _Unmade)}
        done = {place: each for place, each in enumerate(found) if not isinstance(each, _Unmade)}
        progress(len(done), len(found))
        if unmade:
            for place, made in _make(placements, unmade, target, cache, pool):
                done[place] = made
                progress(len(done), len(found))
    return tuple(done[place] for place in range(len(found)))


@contextmanager
def _threads(workers: int | None) -> Iterator[ThreadPoolExecutor]:
    """Return a pool; what has not begun when it is left early is dropped."""
    pool = ThreadPoolExecutor(workers or min(MOST_WORKERS, os.cpu_count() or 1), "photo")
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _look_up(placement: Placement, target: Target, cache: Path) -> Made | _Unmade:
    """Return what the cache has for a placement."""
    try:
        key = cache_key(placement, target)
    except FileNotFoundError:
        return PhotoFault.MISSING
    except OSError:
        return PhotoFault.UNREADABLE
    return find(cache, key, placement) or _Unmade(key)


def _make(
    placements: Sequence[Placement],
    unmade: Mapping[int, str],
    target: Target,
    cache: Path,
    pool: ThreadPoolExecutor,
) -> Iterator[tuple[int, Made]]:
    """Yield the pictures that the cache did not have, with their places, as they are done."""
    # Imported here so that nothing loads the image library while the cache has everything.
    from newsletter.photos.make import make
    from newsletter.photos.original import settings

    def one(place: int) -> Made:
        try:
            data, pixels = make(placements[place], target)
        except Refused as refused:
            return refused.fault
        return store(cache, unmade[place], data, pixels, placements[place])

    with settings():
        places = {pool.submit(one, place): place for place in unmade}
        for future in as_completed(places):
            yield places[future], future.result()
