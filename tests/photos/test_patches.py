"""Patches of known colour through every kind of original: on paper they look as they are (CIELAB, D50)."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from newsletter.condition import Condition, open_condition
from newsletter.photos import Picture, probe
from tests.photos.originals import ADOBE, P3, WHITE, deep_png, deep_tiff, matrix_profile

Press = Callable[..., Picture]
PATCHES = ((180, 90, 80), (90, 130, 90), (90, 100, 150), (200, 180, 120), (128, 128, 128), (225, 220, 215))
"""Inside the gamut of coated paper."""
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE
NEAR = 3.0
"""ΔE*ab that eight bits, the table and the JPEG may take together."""


def levels(transform: ImageCms.ImageCmsTransform, image: Image.Image) -> np.ndarray:
    """Return the CIELAB of every pixel."""
    raw = np.frombuffer(transform.apply(image).tobytes(), np.uint8).reshape(-1, 3)
    return np.stack([raw[:, 0] / 2.55, *raw[:, 1:].astype(np.int8).T.astype(float)], axis=1)


def lab_of(profile: str | ImageCms.core.CmsProfile, image: Image.Image) -> np.ndarray:
    space = ImageCms.createProfile("LAB")
    return levels(ImageCms.buildTransform(profile, space, image.mode, "LAB", 1, BLACK_POINT), image)


def printed(condition: Condition, picture: Picture) -> np.ndarray:
    """Return the CIELAB of the middle of each patch on paper."""
    with Image.open(picture.file) as made:
        size = made.width // len(PATCHES)
        dots = [made.getpixel((size * place + size // 2, made.height // 2)) for place in range(len(PATCHES))]
    row = Image.new("CMYK", (len(dots), 1))
    row.putdata(dots)
    return lab_of(str(condition.icc), row)


def computed(primaries: tuple[tuple[float, ...], ...], gamma: float) -> np.ndarray:
    """Return the CIELAB of the patches in a space of primaries, by the formulas of CIE 15."""
    linear = (np.array(PATCHES) / 255) ** gamma
    ratio = linear @ np.array(primaries) / np.array(WHITE)
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)


def row(scale: int = 64) -> np.ndarray:
    return np.repeat(np.repeat(np.array([PATCHES], np.uint8), scale, axis=1), scale, axis=0)


def srgb() -> np.ndarray:
    return lab_of(ImageCms.createProfile("sRGB"), Image.fromarray(np.array([PATCHES], np.uint8)))


def far(found: np.ndarray, wanted: np.ndarray) -> float:
    return float(np.linalg.norm(found - wanted, axis=1).max())


@pytest.mark.parametrize("kind", ["plain.png", "plain.jpg", "deep.png", "deep.tif"])
def test_srgb(tmp_path: Path, press: Press, coated: Condition, kind: str) -> None:
    path, pixels = tmp_path / kind, row()
    if kind.startswith("deep"):
        write = deep_png if kind.endswith("png") else deep_tiff
        path.write_bytes(write(pixels.astype(np.uint16) * 257))
    else:
        Image.fromarray(pixels).save(path, quality=95)
    assert far(printed(coated, press(path)), srgb()) < NEAR


@pytest.mark.parametrize(("primaries", "gamma"), [(P3, 2.2), (ADOBE, 563 / 256)], ids=["P3", "Adobe RGB"])
def test_wider_spaces(
    tmp_path: Path, press: Press, coated: Condition, primaries: tuple[tuple[float, ...], ...], gamma: float
) -> None:
    Image.fromarray(row()).save(
        tmp_path / "wide.jpg", quality=95, icc_profile=matrix_profile(primaries, gamma)
    )
    found = printed(coated, press(tmp_path / "wide.jpg"))
    assert far(found, computed(primaries, gamma)) < NEAR
    assert far(found, srgb()) > 2 * NEAR, "the profile makes a difference"


def test_grey(tmp_path: Path, press: Press, coated: Condition) -> None:
    grey = row().mean(axis=2).astype(np.uint8)
    Image.fromarray(grey).save(tmp_path / "grey.png")
    wanted = lab_of(ImageCms.createProfile("sRGB"), Image.fromarray(grey[:1, ::64]).convert("RGB"))
    assert far(printed(coated, press(tmp_path / "grey.png")), wanted) < NEAR


def test_lab(tmp_path: Path, press: Press, coated: Condition) -> None:
    space = ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), space, "RGB", "LAB", 1)
    transform.apply(Image.fromarray(row())).save(tmp_path / "lab.tif")
    assert far(printed(coated, press(tmp_path / "lab.tif")), srgb()) < NEAR
    assert far(printed(coated, press(tmp_path / "lab.tif", width=9, height=1.5)), srgb()) < NEAR, "resampled"


def test_inks_of_another_paper(tmp_path: Path, press: Press, coated: Condition) -> None:
    news = open_condition("newsprint", tmp_path)
    inks = np.array(
        [
            (60, 130, 130, 10),
            (150, 60, 130, 20),
            (40, 40, 130, 0),
            (0, 0, 0, 120),
            (130, 90, 30, 0),
            (20, 15, 15, 0),
        ]
    )
    Image.fromarray(np.repeat(np.repeat(inks[None], 64, axis=1), 64, axis=0).astype(np.uint8), "CMYK").save(
        tmp_path / "news.tif", icc_profile=news.icc.read_bytes()
    )
    wanted = lab_of(str(news.icc), Image.fromarray(inks[None].astype(np.uint8), "CMYK"))
    assert far(printed(coated, press(tmp_path / "news.tif")), wanted) < NEAR


def test_heic(tmp_path: Path, press: Press, coated: Condition) -> None:
    heif = pytest.importorskip("pillow_heif")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    upright = Image.fromarray(row())
    heif.from_pillow(upright.transpose(Image.Transpose.ROTATE_90)).save(
        tmp_path / "phone.heic", quality=95, exif=exif.tobytes()
    )
    size = probe(tmp_path / "phone.heic")
    assert (size.width, size.height) == upright.size
    made = press(tmp_path / "phone.heic")
    assert far(printed(coated, made), srgb()) < 2 * NEAR, "HEVC has half the colour"
    assert b"GPS" not in made.file.read_bytes()


def test_heic_without_its_library_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "phone.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    monkeypatch.setitem(__import__("sys").modules, "pillow_heif", None)
    assert probe(tmp_path / "phone.heic") == "unsupported"
