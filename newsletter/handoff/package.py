"""A package opened: a folder or a zip, read into memory within limits, never unpacked to the disk."""

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from newsletter.diagnostics import Diagnostic, MachineFault
from newsletter.handoff.faults import package_entry_unsafe, package_unreadable
from newsletter.handoff.sealing import MANIFEST
from newsletter.language import _

MOST_FILES = 200
MOST_BYTES = 1_000_000_000
"""All files of a package together; sixty-four pages full of pictures stay under a fifth of it."""
MOST_PACKED = 100
"""How many times its size an entry may unpack to; ours are stored as they are."""
MISSING = 3
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """What a package holds by name; ``faults`` are entries that were not read, and why."""

    name: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()


class _TooMuch(Exception):
    """More files or bytes than any package holds."""


def open_package(path: Path) -> Package:
    """Return a package, a folder or a zip.

    Raises MachineFault (3) where there is nothing of that name.
    """
    if not path.exists():
        raise MachineFault(_("There is no package “{name}”.").format(name=path), exit_code=MISSING)
    name = path.resolve().name
    try:
        return _of_folder(path, name) if path.is_dir() else _of_zip(path, name.removesuffix(".zip"))
    except _TooMuch:
        why = _("it holds more than any package")
    except zipfile.BadZipFile:
        why = _("it is no zip, or is cut short")
    except (OSError, EOFError, zlib.error, NotImplementedError, RuntimeError, ValueError) as fault:
        why = str(fault) or type(fault).__name__
    return Package(name, faults=(package_unreadable(path.name, why),))


def _of_folder(path: Path, name: str) -> Package:
    """Return a folder's files; links are not followed."""
    files: dict[str, bytes] = {}
    faults, left = [], MOST_BYTES
    for each in sorted(path.rglob("*")):
        inside = each.relative_to(path).as_posix()
        if each.is_symlink():
            faults.append(package_entry_unsafe(inside, _("it is a link")))
        elif each.is_file():
            left -= each.stat().st_size
            if left < 0 or len(files) >= MOST_FILES:
                raise _TooMuch
            files[inside] = each.read_bytes()
    return Package(name, files, tuple(faults))


def _of_zip(path: Path, name: str) -> Package:
    """Return a zip's files by their names inside the package's folder."""
    with zipfile.ZipFile(path) as archive:
        entries = [each for each in archive.infolist() if not each.is_dir()]
        if len(entries) > MOST_FILES or sum(each.file_size for each in entries) > MOST_BYTES:
            raise _TooMuch
        faults = tuple(_unsafe(entries))
        unsafe = {id(each) for each, _fault in faults}
        safe = [each for each in entries if id(each) not in unsafe]
        top = _top([each.filename for each in safe])
        files = {each.filename.removeprefix(top): _read(archive, each) for each in safe}
    return Package(name, files, tuple(fault for _each, fault in faults))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return an entry's content; one that unpacks to more than it says is not read on."""
    data = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            data += chunk
            if len(data) > entry.file_size:
                raise _TooMuch
    return bytes(data)


def _unsafe(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, Diagnostic]]:
    """Yield the entries that no package has."""
    seen: set[str] = set()
    for entry in entries:
        why = _why_unsafe(entry)
        key = entry.filename.casefold()
        if not why and key in seen:
            why = _("there are two of that name")
        seen.add(key)
        if why:
            yield entry, package_entry_unsafe(entry.filename[:200], why)


def _why_unsafe(entry: zipfile.ZipInfo) -> str:
    """Return why an entry is unsafe, empty where it is not."""
    original = entry.orig_filename
    parts = PurePosixPath(original).parts
    if original.startswith("/") or ".." in parts or "\\" in original or ":" in original or "\0" in original:
        return _("its path leads out of the package")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return _("it is a link")
    if entry.file_size > MOST_PACKED * max(entry.compress_size, _CHUNK // MOST_PACKED):
        return _("it unpacks to more than a hundred times its size")
    return _("it is locked by a password") if entry.flag_bits & 1 else ""


def _top(names: list[str]) -> str:
    """Return the folder in which the package lies inside the zip: that of its manifest."""
    manifests = sorted((name for name in names if PurePosixPath(name).name == MANIFEST), key=len)
    return manifests[0].removesuffix(MANIFEST) if manifests else ""
