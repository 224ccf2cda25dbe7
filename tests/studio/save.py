"""Camera files: JPEG with profile, density and, where asked, EXIF."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

SIDEWAYS = frozenset({"welding", "portrait"})
LOCATED = frozenset({"facade"})
DEGREES = ((31.0, 13.0, 48.0), (121.0, 28.0, 12.0))


@lru_cache(maxsize=1)
def srgb() -> bytes:
    """Return an sRGB profile without its date of making."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = (2024).to_bytes(2, "big") + bytes([0, 1, 0, 1]) + bytes(6)
    profile[84:100] = bytes(16)
    return bytes(profile)


def sideways(exif: Image.Exif) -> None:
    """Say that the camera was held upright."""
    exif[0x0112] = 6


def located(exif: Image.Exif) -> None:
    """Say which (invented) camera took it, when and where."""
    exif[0x010F], exif[0x0110] = "Sample Optics", "SO-24 Mark II"
    exif[0x0132], exif[0x013B] = "2024:10:18 17:46:09", "Sample Photographer"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", DEGREES[0], "E", DEGREES[1]
    gps[5], gps[6] = b"\x00", 6.5


def encoded(picture: Image.Image, exif: Image.Exif, quality: int) -> bytes:
    """Return the picture as a JPEG file."""
    out = BytesIO()
    picture.save(
        out,
        "JPEG",
        quality=quality,
        subsampling="4:2:0",
        optimize=True,
        dpi=(300, 300),
        icc_profile=srgb(),
        exif=exif,
    )
    return out.getvalue()


def store(picture: Image.Image, name: str, folder: Path, limit: int) -> Path:
    """Write the picture, as fine as its limit in bytes allows."""
    exif = Image.Exif()
    if name in SIDEWAYS:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
        sideways(exif)
    if name in LOCATED:
        located(exif)
    data = encoded(picture, exif, 84)
    for quality in (80, 76, 72, 68, 64):
        data = data if len(data) <= limit else encoded(picture, exif, quality)
    path = folder / f"{name}.jpg"
    path.write_bytes(data)
    return path
