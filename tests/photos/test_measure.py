import struct
import subprocess
import sys
import time
import zlib
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from newsletter.issue import Issue, Photo, Pixels, Publication, Sheet
from newsletter.photos import MOST_PIXELS, PhotoFault, measure, probe

FORMATS = {"jpg": "JPEG", "png": "PNG", "tif": "TIFF", "webp": "WEBP", "bmp": "BMP"}


def exif(orientation: int) -> bytes:
    block = Image.Exif()
    block[0x0112] = orientation
    block[0x010F] = "A camera"
    return block.tobytes()


def png_header(width: int, height: int, chunks: tuple[tuple[bytes, bytes], ...] = ()) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), *chunks, (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_measured(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"photo.{suffix}"
    Image.new("RGB", (40, 30), "teal").save(path, FORMATS[suffix])
    assert probe(path) == Pixels(width=40, height=30)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_size_is_upright(tmp_path: Path, suffix: str, orientation: int) -> None:
    path = tmp_path / f"photo.{suffix}"
    Image.new("RGB", (40, 30)).save(path, FORMATS[suffix], exif=exif(orientation))
    sideways = orientation >= 5
    assert probe(path) == Pixels(
        width=30 if sideways else 40, height=40 if sideways else 30, stated=orientation
    )


@pytest.mark.parametrize("orientation", [3, 6])
def test_tiff_is_upright(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "photo.tif"
    Image.new("RGB", (40, 30)).save(path, "TIFF", tiffinfo={0x0112: orientation})
    assert probe(path) == (Pixels(width=30, height=40) if orientation == 6 else Pixels(width=40, height=30))


def test_camera_header_beyond_64_kilobytes(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    profile = b"\0" * 300_000
    Image.new("RGB", (40, 30)).save(path, exif=exif(6), icc_profile=profile, comment=b"x" * 60_000)
    assert probe(path) == Pixels(width=30, height=40, stated=6)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", PhotoFault.UNREADABLE),
        (b"\xff\xd8\xff\xe0", PhotoFault.UNREADABLE),
        (b"\xff\xd8\xff" + b"\0" * 100_000, PhotoFault.UNREADABLE),
        (b"\xff\xd8" + b"\xff\x00" * 50_000, PhotoFault.UNREADABLE),
        (b"\x89PNG\r\n\x1a\n", PhotoFault.UNREADABLE),
        (b"RIFF\x10\0\0\0WAVE", PhotoFault.UNREADABLE),
        (b"II*\0", PhotoFault.UNREADABLE),
        (b"\0\0\0\x18ftypcrx \0\0\0\0", PhotoFault.UNSUPPORTED),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", PhotoFault.UNSUPPORTED),
        (b"GIF89a", PhotoFault.UNSUPPORTED),
        (png_header(30_000, 30_000), PhotoFault.TOO_LARGE),
        (png_header(0, 10), PhotoFault.UNREADABLE),
        (png_header(10, 10, ((b"eXIf", b"II*\0\xff\xff\xff\xff"),)), Pixels(width=10, height=10)),
        (
            b"BM" + struct.pack("<IHHIIiiHHIIiiII", 0, 0, 0, 54, 40, 30_000, 30_000, 1, 24, 0, 0, 0, 0, 0, 0),
            PhotoFault.TOO_LARGE,
        ),
    ],
)
def test_faults_have_names(
    tmp_path: Path, content: bytes, fault: PhotoFault | Pixels, recwarn: pytest.WarningsRecorder
) -> None:
    path = tmp_path / "photo"
    path.write_bytes(content)
    assert probe(path) == fault
    assert not recwarn


def test_cut_header_never_raises(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (40, 30)).save(path, exif=exif(6))
    whole = path.read_bytes()
    for length in range(0, whole.index(b"\xff\xda"), 3):
        path.write_bytes(whole[:length])
        assert probe(path) in {PhotoFault.UNREADABLE, PhotoFault.UNSUPPORTED}


def test_missing_and_unreadable(tmp_path: Path) -> None:
    assert probe(tmp_path / "nothing.jpg") is PhotoFault.MISSING
    assert probe(tmp_path) is PhotoFault.UNREADABLE


def test_measure_fills_the_issue(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "a.jpg")
    photos = (Photo(id="a", file="a.jpg"), Photo(id="b", file="b.jpg"), Photo(id="c"))
    issue = Issue(
        slug="issue-001",
        workspace=tmp_path,
        folder=tmp_path,
        publication=Publication(),
        sheet=Sheet(date=date(2026, 6, 30)),
        photos=photos,
    )
    staged = measure(issue)
    assert staged.diagnostics == ()
    assert staged.value is not None
    assert [(each.pixels, each.fault) for each in staged.value.photos] == [
        (Pixels(width=40, height=30), ""),
        (None, "missing"),
        (None, ""),
    ]
    assert issue.photos[0].pixels is None


def test_measuring_is_quick(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    Image.effect_noise((2000, 1500), 40).convert("RGB").save(path, exif=exif(6), icc_profile=b"\0" * 100_000)
    probe(path)
    start = time.perf_counter()
    for _each in range(20):
        probe(path)
    assert (time.perf_counter() - start) / 20 < 0.0015


def test_import_and_measuring_leave_the_library_alone(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (40, 30)).save(path)
    code = (
        "import sys, pathlib; from newsletter.photos import probe;"
        f"probe(pathlib.Path({str(path)!r}));"
        "print({'PIL', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("set()\n", "")


def test_limit_is_beyond_every_camera() -> None:
    assert MOST_PIXELS > 150_000_000
