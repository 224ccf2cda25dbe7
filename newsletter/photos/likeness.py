"""Likeness of pictures: how a picture looks small, kept so that the same photo is known in another file.

The picture is brought to 32 × 32 grey fields. They survive compressing and resizing; `photos.album`
compares them in a way that survives brightening as well.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from newsletter.photos.fault import PhotoFault, Refused
from newsletter.photos.orientation import SIDEWAYS
from newsletter.photos.original import open_original, refusing, settings, stated

FIELDS = 32
DECODED = 256
"""JPEG files are decoded at the smallest size not below this, in pixels: an eighth of the work."""


@dataclass(frozen=True, slots=True)
class Look:
    """Grey fields, row by row, and width over height; no fields for a picture that cannot be read."""

    fields: bytes = b""
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
        return {str(key): Look(_fields(each), float(shape)) for key, (each, shape) in data.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _fields(written: str) -> bytes:
    """Return the fields that hexadecimal figures stand for.

    Raises ValueError and TypeError.
    """
    fields = bytes.fromhex(written)
    if len(fields) not in (0, FIELDS * FIELDS):
        raise ValueError
    return fields


def _store(known: Mapping[str, Look], cache: Path) -> None:
    cache.parent.mkdir(parents=True, exist_ok=True)
    beside = cache.with_suffix(".new")
    data = {key: (look.fields.hex(), round(look.shape, 4)) for key, look in known.items()}
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
    return Look(turned.tobytes(), shape)
