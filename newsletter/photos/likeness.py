"""Likeness of pictures: a hash of what is seen, so that the same photo is known in another size or file.

The picture is brought to 17 × 17 grey fields; each bit says whether a field is darker than its neighbour to
the right, or below: 544 bits that survive compressing, resizing and a little brightening.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from newsletter.photos.fault import PhotoFault, Refused
from newsletter.photos.orientation import SIDEWAYS
from newsletter.photos.original import open_original, refusing, settings, stated

FIELDS = 17
FLATTEST = 34
"""A picture with fewer bits of either kind is too flat to be told from another: fog, a white sheet."""
DECODED = 256
"""JPEG files are decoded at the smallest size not below this, in pixels: an eighth of the work."""

BITS = 2 * FIELDS * (FIELDS - 1)
SHAPES_DIFFER = 0.06


@dataclass(frozen=True, slots=True)
class Look:
    """A hash and width over height; no hash for a picture that is flat or cannot be read."""

    bits: int = 0
    shape: float = 0.0


UNSEEN = Look()


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture file and its look."""

    name: str
    look: Look


def looks(files: Iterable[Path], cache: Path) -> Mapping[Path, Look]:
    """Return the look of each file, remembered in a JSON file while size and time of change are the same."""
    known = _known(cache)
    found, kept = {}, {}
    for file in files:
        state = file.stat()
        key = f"{FIELDS}|{file.name}|{state.st_size}|{state.st_mtime_ns}"
        found[file] = kept[key] = known[key] if key in known else look_of(file)
    if kept.keys() - known.keys():
        _store({**known, **kept}, cache)
    return found


def _known(cache: Path) -> dict[str, Look]:
    """Return what is remembered; nothing where the file is missing or damaged, which costs time only."""
    try:
        data = json.loads(cache.read_text("utf-8"))
        return {str(key): Look(int(bits), float(shape)) for key, (bits, shape) in data.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _store(known: Mapping[str, Look], cache: Path) -> None:
    cache.parent.mkdir(parents=True, exist_ok=True)
    beside = cache.with_suffix(".new")
    data = {key: (look.bits, round(look.shape, 4)) for key, look in known.items()}
    beside.write_text(json.dumps(data), "utf-8")
    beside.replace(cache)


def look_of(file: Path) -> Look:
    """Return the look of a picture, turned upright."""
    try:
        return _look(file)
    except (Refused, OSError):
        return UNSEEN


def _look(file: Path) -> Look:
    """Return the look of a picture.

    Raises Refused and OSError.
    """
    with settings(), open_original(file) as picture, refusing(PhotoFault.DAMAGED):
        turn, (width, height) = stated(picture), picture.size
        picture.draft("L", (DECODED, DECODED))
        small = picture.convert("L").resize((FIELDS, FIELDS), Image.Resampling.BOX)
    upright = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_270, 8: Image.Transpose.ROTATE_90}
    turned = small.transpose(upright[turn]) if turn in upright else small
    shape = height / width if turn in SIDEWAYS else width / height
    return Look(_bits(turned.tobytes()), shape)


def _bits(fields: bytes) -> int:
    """Return the hash of 17 × 17 grey fields."""
    rows = [fields[at : at + FIELDS] for at in range(0, FIELDS * FIELDS, FIELDS)]
    across = [row[at] < row[at + 1] for row in rows for at in range(FIELDS - 1)]
    down = [rows[at][column] < rows[at + 1][column] for at in range(FIELDS - 1) for column in range(FIELDS)]
    bits = across + down
    plain = FLATTEST <= sum(bits) <= len(bits) - FLATTEST
    return int("1" + "".join("1" if each else "0" for each in bits), 2) if plain else 0


def distance(one: Look, other: Look) -> int:
    """Return in how many of the 544 bits two looks differ; all of them where that cannot be told."""
    if not (one.bits and other.bits) or abs(one.shape / other.shape - 1) > SHAPES_DIFFER:
        return BITS
    return (one.bits ^ other.bits).bit_count()
