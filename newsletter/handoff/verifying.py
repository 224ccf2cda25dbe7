"""A package verified, offline: every seal, every file, the press file against its condition."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsletter import press
from newsletter.checks import open_desks
from newsletter.diagnostics import Diagnostic
from newsletter.handoff import faults
from newsletter.handoff.expected import PRESS_FILE, expectation
from newsletter.handoff.faults import Difference
from newsletter.handoff.package import Package, open_package
from newsletter.handoff.sealing import (
    BLOCK,
    CODE,
    MANIFEST,
    PRESS_SHEET,
    SUMS,
    BrokenManifest,
    Manifest,
    Sealed,
    blocks,
    read_manifest,
    read_sums,
    seal,
    sha256,
    sums,
)
from newsletter.language import _
from newsletter.press import UnreadablePdf
from newsletter.rulebook import examine, in_order

_NAMED = re.compile(rf"(?<=_)[0-9a-f]{{{CODE}}}(?![0-9a-zA-Z])")
_BESIDE = frozenset((MANIFEST, PRESS_SHEET, SUMS))


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found; ``code`` is the hash of the manifest, to be compared with the signed sheet."""

    name: str
    code: str
    files: int
    diagnostics: tuple[Diagnostic, ...]


def verify(path: Path) -> Verified:
    """Return what is wrong with a package; where folder and zip lie side by side, changes to the byte.

    What it cannot find: a package made anew as a whole, its press sheet too. Only the code on the signed
    sheet of paper tells that. Raises MachineFault (3) where there is no such package.
    """
    package = open_package(path)
    if MANIFEST not in package.files:
        missing = () if package.faults else (faults.package_manifest_broken(MANIFEST),)
        return Verified(package.name, "", len(package.files), (*package.faults, *missing))
    code = sha256(package.files[MANIFEST])
    try:
        read = read_manifest(package.files[MANIFEST])
    except BrokenManifest:
        found: tuple[Diagnostic, ...] = (faults.package_manifest_broken(MANIFEST),)
    else:
        twin = _twin(path)
        found = (*_sealed(package, read, twin), *_listed(package, twin), *_chained(package, code))
        found = (*found, *_list_itself(package, read), *_extra(package, read), *_examined(package, read))
    return Verified(package.name, code, len(package.files), in_order((*package.faults, *found)))


def _twin(path: Path) -> Mapping[str, bytes]:
    """Return the files of the other form of a package beside it: the zip of a folder, the folder of a zip."""
    path = path.resolve()
    other = path.with_name(f"{path.name}.zip") if path.is_dir() else path.with_name(path.stem)
    return open_package(other).files if other.exists() and other != path else {}


def _sealed(package: Package, read: Manifest, twin: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Yield the files that the manifest seals and that are missing or altered."""
    for sealed in read.files:
        data = package.files.get(sealed.name)
        if data is None:
            yield faults.package_file_missing(sealed.name)
        elif sha256(data) != sealed.sha256:
            other = twin.get(sealed.name, b"")
            right = other if sha256(other) == sealed.sha256 else None
            yield faults.package_file_altered(sealed.name, difference(sealed, data, right))


def difference(sealed: Sealed, data: bytes, right: bytes | None) -> Difference:
    """Return where a file first differs from what was sealed; to the byte where the right one is at hand.

    Where no blocks were sealed the change can be anywhere in the file.
    """
    if right is not None:
        at = _first_difference(data, right)
        was, now = (each[at] if at < len(each) else None for each in (right, data))
        return Difference(at, at, was, now, len(data), sealed.size)
    if not sealed.blocks:
        return Difference(0, max(len(data), 1) - 1, size=len(data), sealed_size=sealed.size)
    now_blocks = blocks(data)
    count = max(len(now_blocks), len(sealed.blocks))
    padded = zip(_padded(now_blocks, count), _padded(sealed.blocks, count), strict=True)
    block = next((at for at, (now_is, was_is) in enumerate(padded) if now_is != was_is), 0)
    last = min((block + 1) * BLOCK, max(len(data), sealed.size)) - 1
    return Difference(block * BLOCK, last, size=len(data), sealed_size=sealed.size)


def _padded(hashes: tuple[str, ...], count: int) -> tuple[str, ...]:
    return hashes + ("",) * (count - len(hashes))


def _first_difference(one: bytes, other: bytes) -> int:
    """Return the first byte that differs, the shorter one's end where the longer one only goes on."""
    shorter = min(len(one), len(other))
    for start in range(0, shorter, BLOCK):
        if one[start : start + BLOCK] != other[start : start + BLOCK]:
            stop = min(start + BLOCK, shorter)
            return next((at for at in range(start, stop) if one[at] != other[at]), stop)
    return shorter


def _listed(package: Package, twin: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Yield what the list of hashes says of the manifest and the press sheet, which no manifest seals."""
    if SUMS not in package.files:
        yield faults.package_file_missing(SUMS)
        return
    listed = read_sums(package.files[SUMS])
    for name in (MANIFEST, PRESS_SHEET):
        data = package.files.get(name)
        if data is None:
            yield faults.package_file_missing(name)
        elif listed.get(name) != sha256(data):
            other = twin.get(name, b"")
            right = other if other and sha256(other) == listed.get(name) else None
            sealed = Sealed(name, len(right) if right else len(data), listed.get(name, ""))
            yield faults.package_file_altered(name, difference(sealed, data, right))


def _list_itself(package: Package, read: Manifest) -> Iterator[Diagnostic]:
    """Yield where the list of hashes is not the one that follows from the manifest."""
    data = package.files.get(SUMS)
    if data is None:
        return
    listed = read_sums(data)
    beside = {name: listed.get(name, "") for name in (MANIFEST, PRESS_SHEET)}
    right = sums({**{each.name: each.sha256 for each in read.files}, **beside})
    if right != data:
        yield faults.package_file_altered(SUMS, difference(seal(SUMS, right), data, right))


def _chained(package: Package, code: str) -> Iterator[Diagnostic]:
    """Yield where the manifest is not the one that the package's name and the press sheet name."""
    named = _NAMED.findall(package.name)
    if not named:
        yield faults.package_renamed(package.name)
    elif code[:CODE] not in named:
        yield faults.package_seal_broken(MANIFEST, _("the package's name"))
    sheet = package.files.get(PRESS_SHEET)
    if sheet is not None and code not in _text(sheet):
        yield faults.package_seal_broken(MANIFEST, _("the press sheet"))


def _text(pdf: bytes) -> str:
    """Return a PDF's text without its white; nothing where it cannot be read."""
    try:
        return "".join("".join(page.text.split()) for page in press.inspect(pdf).pages)
    except UnreadablePdf:
        return ""


def _extra(package: Package, read: Manifest) -> Iterator[Diagnostic]:
    """Yield the files that nobody put there."""
    known = {each.name for each in read.files} | _BESIDE
    extra = sorted(set(package.files) - known)
    if extra:
        yield faults.package_file_unknown(extra)


def _examined(package: Package, read: Manifest) -> Iterator[Diagnostic]:
    """Yield what the rules about press files say of the press file; its plates are in the sealed report."""
    name = str(read.facts.get(PRESS_FILE, ""))
    data, expected = package.files.get(name), expectation(read.facts)
    if data is None:
        return
    if expected is None:
        yield faults.package_not_examined(name, _("the manifest names no printing condition"))
        return
    open_desks("press")
    try:
        yield from examine(press.inspect(data), expected)
    except UnreadablePdf as fault:
        yield faults.package_not_examined(name, fault.sentence.rstrip("."))
