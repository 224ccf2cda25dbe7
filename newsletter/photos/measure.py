"""Measuring: the upright size of every photo from its header alone, or why there is none."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newsletter.diagnostics import Staged
from newsletter.issue import Issue, Photo, Pixels
from newsletter.photos.fault import PhotoFault, Refused
from newsletter.photos.headers import JPEG, PNG, jpeg_pixels, png_pixels


def measure(issue: Issue) -> Staged[Issue]:
    """Return the issue with the upright ``pixels`` of its photos, or the `PhotoFault` in their ``fault``.

    Nothing is decoded. No finding is made here: the rules of the photo desk word the faults.
    """
    photos = tuple(_measured(photo, issue.folder) for photo in issue.photos)
    return Staged(issue.model_copy(update={"photos": tuple(_paired(photos, issue.folder))}))


def _paired(photos: tuple[Photo, ...], folder: Path) -> Iterator[Photo]:
    """Return the photos, each with the one before it whose file has the same content.

    Only files of one size are read.
    """
    sizes = Counter((folder / photo.file).stat().st_size for photo in photos if photo.pixels)
    first: dict[str, str] = {}
    for photo in photos:
        content = ""
        if photo.pixels and sizes[(folder / photo.file).stat().st_size] > 1:
            content = hashlib.sha256((folder / photo.file).read_bytes()).hexdigest()
        before = first.setdefault(content, photo.id) if content else photo.id
        yield photo if before == photo.id else photo.model_copy(update={"twin": before})


def _measured(photo: Photo, folder: Path) -> Photo:
    """Return the photo with its size or its fault; one without a file stays as it is."""
    if not photo.file:
        return photo
    found = probe(folder / photo.file)
    if isinstance(found, PhotoFault):
        return photo.model_copy(update={"pixels": None, "fault": str(found)})
    return photo.model_copy(update={"pixels": found, "fault": ""})


def probe(path: Path) -> Pixels | PhotoFault:
    """Return the upright size of an original from its header, or why it cannot be used."""
    try:
        return _pixels(path)
    except Refused as refused:
        return refused.fault
    except FileNotFoundError:
        return PhotoFault.MISSING
    except OSError:
        return PhotoFault.UNREADABLE


def _pixels(path: Path) -> Pixels:
    """Return the upright size.

    Raises Refused and OSError.
    """
    with path.open("rb") as stream:
        start = stream.read(len(PNG))
        if start.startswith(JPEG):
            return jpeg_pixels(stream)
        if start == PNG:
            return png_pixels(stream)
    # Imported here so that issues of JPEG and PNG alone never load the image library.
    from newsletter.photos.original import other_pixels

    return other_pixels(path)
