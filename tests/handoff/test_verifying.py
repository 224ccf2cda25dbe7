"""Every change is found, and where: no byte of a package can differ unseen."""

import io
import random
import shutil
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.diagnostics import MachineFault, Severity
from newsletter.handoff import verify
from newsletter.handoff.sealing import BLOCK, seal
from newsletter.handoff.verifying import difference

CONTENT = bytes(random.Random(5).randbytes(3 * BLOCK + 100))
FOUND = {"F110", "F111", "F112", "F113", "F114", "F115", "F116"}


def _codes(path: Path) -> list[str]:
    return [each.rule.code for each in verify(path).diagnostics]


def test_folder_and_zip_are_sound(package: Path) -> None:
    assert _codes(package) == []
    assert _codes(package.with_name(f"{package.name}.zip")) == []


def test_code_is_that_of_the_manifest(package: Path) -> None:
    found = verify(package)
    assert found.code.startswith(package.name.rpartition("_")[2])


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_a_changed_byte_is_placed(at: int, by: int) -> None:
    changed = bytearray(CONTENT)
    changed[at] ^= by
    block = difference(seal("a", CONTENT), bytes(changed), None)
    assert block.first <= at <= block.last < block.first + BLOCK
    exact = difference(seal("a", CONTENT), bytes(changed), CONTENT)
    assert (exact.first, exact.was, exact.now) == (at, CONTENT[at], changed[at])


@given(st.integers(0, len(CONTENT)), st.binary(min_size=1, max_size=BLOCK))
def test_bytes_put_in_are_placed(at: int, more: bytes) -> None:
    changed = CONTENT[:at] + more + CONTENT[at:]
    found = difference(seal("a", CONTENT), changed, CONTENT)
    assert CONTENT[: found.first] == changed[: found.first]
    assert found.was != found.now
    assert difference(seal("a", CONTENT), changed, None).first // BLOCK == found.first // BLOCK


@given(st.integers(0, len(CONTENT) - 1))
def test_bytes_cut_off_are_placed(stop: int) -> None:
    found = difference(seal("a", CONTENT), CONTENT[:stop], CONTENT)
    assert (found.first, found.now) == (stop, None)


@pytest.mark.parametrize("seed", range(24))
def test_no_byte_of_any_file_changes_unseen(seed: int, package: Path) -> None:
    chance = random.Random(seed)
    file = chance.choice(sorted(package.iterdir()))
    data = bytearray(file.read_bytes())
    at = chance.randrange(len(data))
    data[at] ^= chance.randrange(1, 256)
    file.write_bytes(data)
    found = verify(package).diagnostics
    assert any(each.severity is Severity.ERROR for each in found), (file.name, at)


@pytest.mark.parametrize("seed", range(12))
def test_no_byte_of_the_zip_changes_what_is_read(seed: int, package: Path) -> None:
    zipped = package.with_name(f"{package.name}.zip")
    shutil.rmtree(package)
    data = bytearray(zipped.read_bytes())
    data[random.Random(seed).randrange(len(data))] ^= 0x55
    zipped.write_bytes(data)
    codes = _codes(zipped)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sound = _sound(archive)
    assert sound or FOUND & set(codes)


def _sound(archive: zipfile.ZipFile) -> bool:
    """Return whether the change is in what no file holds: a date, the padding of a header."""
    try:
        return archive.testzip() is None
    except zipfile.BadZipFile:
        return False


def test_a_list_made_anew_does_not_help(package: Path) -> None:
    """Who changes a file, the manifest and the list still has the name and the press sheet against him."""
    from newsletter.handoff.sealing import manifest, read_manifest, sha256, sums

    files = {each.name: each.read_bytes() for each in package.iterdir()}
    facts = dict(read_manifest(files["manifest.json"]).facts)
    files["permit.json"] = files["permit.json"].replace(b"800", b"900")
    sealed = {
        name: files[name] for name in files if name not in ("manifest.json", "press-sheet.pdf", "SHA256SUMS")
    }
    files["manifest.json"] = manifest({key: facts[key] for key in facts if key != "files"}, sealed)
    files["SHA256SUMS"] = sums({name: sha256(files[name]) for name in files if name != "SHA256SUMS"})
    for name, data in files.items():
        (package / name).write_bytes(data)
    assert _codes(package) == ["F116", "F116"]


def test_packed_anew_by_another_program_it_is_still_itself(package: Path, tmp_path: Path) -> None:
    again = tmp_path / "again" / f"{package.name}.zip"
    again.parent.mkdir()
    with zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in package.iterdir():
            archive.write(each, f"some folder/{package.name}/{each.name}")
        archive.writestr("__MACOSX/._x", "")
    assert _codes(again) == ["F115"]


def _zip(path: Path, entries: list[tuple[str, bytes]]) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in entries:
            archive.writestr(name, data)
    return path


HOSTILE = {
    "slip": [("../../../x", b"x")],
    "absolute": [("/etc/x", b"x")],
    "backslash": [("..\\x", b"x")],
    "drive": [("C:/x", b"x")],
    "twice": [("p/a", b"1"), ("p/a", b"2")],
    "bomb": [("p/manifest.json", b"\0" * 50_000_000)],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_zips_end_in_a_finding(kind: str, tmp_path: Path) -> None:
    before = set(tmp_path.parent.iterdir())
    assert "F111" in _codes(_zip(tmp_path / "hostile.zip", HOSTILE[kind]))
    assert set(tmp_path.parent.iterdir()) == before
    assert {each.name for each in tmp_path.iterdir()} == {"hostile.zip"}


def test_too_many_files_end_in_a_finding(tmp_path: Path) -> None:
    assert _codes(_zip(tmp_path / "many.zip", [(f"p/{each}", b"") for each in range(500)])) == ["F110"]


@pytest.mark.parametrize("data", (b"", b"PK", b"PK\x03\x04" + b"\0" * 99, b"%PDF-1.6 no zip at all"))
def test_what_is_no_zip_ends_in_a_finding(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    assert _codes(tmp_path / "x.zip") == ["F110"]


@given(st.binary(max_size=300))
def test_any_manifest_ends_in_a_finding(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "manifest.json").write_bytes(data)
    assert "F112" in _codes(folder)


@pytest.mark.parametrize(
    "written",
    ('{"schema": "newsletter/package", "version": 1, "block": 4096, "files": [1]}', "[]", "1", "[" * 10_000),
)
def test_manifests_of_another_shape_too(written: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(written)
    assert "F112" in _codes(tmp_path)


def test_links_are_not_followed(package: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    try:
        (package / "link.pdf").symlink_to(secret)
    except OSError:
        pytest.skip("no links here")
    assert _codes(package) == ["F111"]


def test_nothing_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(MachineFault) as fault:
        verify(tmp_path / "nothing")
    assert fault.value.exit_code == 3
