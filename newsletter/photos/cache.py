"""The cache of pictures: a JPEG and its record under the hash of all that it was made from."""

import hashlib
import json
import os
import tempfile
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from newsletter.diagnostics import MachineFault
from newsletter.issue import Pixels
from newsletter.language import _
from newsletter.photos.resolution import effective_ppi
from newsletter.photos.target import Target
from newsletter.photos.work import Picture, Placement

RECIPE = 4
"""To be raised with every change of code that changes the pictures."""


def cache_key(placement: Placement, target: Target) -> str:
    """Return the name of a placement's picture: the hash of the original, the frame, the target, the recipe.

    Raises OSError where the original cannot be read.
    """
    crop, frame = placement.crop, (placement.width, placement.height)
    numbers = [f"{each:.5f}" for each in (crop.left, crop.top, crop.right, crop.bottom, *frame)]
    parts = (RECIPE, _library(), _content(placement.source), *numbers, placement.ground, *target.key())
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@lru_cache(maxsize=1)
def _library() -> str:
    """Return the image library's version."""
    return version("pillow")


def _content(path: Path) -> str:
    """Return the hash of an original."""
    state = path.stat()
    return _hash_of(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=1024)
def _hash_of(path: Path, _size: int, _changed: int) -> str:
    """Return the SHA-256 of a file, remembered while its size and time of change are the same."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def find(folder: Path, key: str, placement: Placement) -> Picture | None:
    """Return the picture of that key if it is there and sound."""
    file = folder / f"{key}.jpg"
    try:
        record = json.loads(file.with_suffix(".json").read_bytes())
        sound = hashlib.sha256(file.read_bytes()).hexdigest() == record["sha256"]
        pixels = Pixels(width=record["width"], height=record["height"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return picture(file, pixels, record["sha256"], placement) if sound else None


def store(folder: Path, key: str, data: bytes, pixels: Pixels, placement: Placement) -> Picture:
    """Return the picture written to the cache, its record last, so that no half entry ever counts.

    Raises MachineFault where the folder cannot be written.
    """
    file, sha256 = folder / f"{key}.jpg", hashlib.sha256(data).hexdigest()
    record = {"sha256": sha256, "width": pixels.width, "height": pixels.height}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(file, data)
        _write(file.with_suffix(".json"), json.dumps(record).encode())
    except OSError as fault:
        sentence = _("The folder {folder} for converted photos cannot be written: {fault}")
        hint = _("Make room on the disk or make the folder writable.")
        raise MachineFault(sentence.format(folder=folder, fault=fault), hint) from fault
    return picture(file, pixels, sha256, placement)


def picture(file: Path, pixels: Pixels, sha256: str, placement: Placement) -> Picture:
    """Return the record of a picture, with its own ppi at the placed size."""
    whole = type(placement.crop)()
    return Picture(file, pixels, effective_ppi(pixels, whole, placement.width, placement.height), sha256)


def _write(file: Path, data: bytes) -> None:
    """Write a file beside and rename it into place."""
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=file.suffix)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(beside).replace(file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
