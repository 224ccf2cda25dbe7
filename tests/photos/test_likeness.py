"""Likeness: a photo is known again smaller, brighter and compressed; others are told apart."""

from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageEnhance, ImageOps

from newsletter.checks.likeness import SAME
from newsletter.photos.album import alikeness
from newsletter.photos.likeness import FIELDS, UNSEEN, Look, look_of, looks

WIDTH, HEIGHT = 480, 320


def _picture(seed: int, width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """Return a picture of broad shapes, as photos have them."""
    lot = numpy.random.default_rng(seed)
    rough = (lot.random((5, 7)) * 255).astype("uint8")
    return Image.fromarray(rough, "L").resize((width, height), Image.Resampling.BICUBIC).convert("RGB")


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "a.jpg"
    _picture(1).save(path, quality=95)
    return path


@pytest.mark.parametrize(
    "change",
    [
        lambda photo: photo.resize((photo.width // 2, photo.height // 2)),
        lambda photo: ImageEnhance.Brightness(photo).enhance(1.5),
        lambda photo: ImageEnhance.Brightness(photo).enhance(0.5),
        lambda photo: ImageEnhance.Contrast(photo).enhance(0.6),
        lambda photo: photo.convert("L"),
    ],
    ids=["smaller", "brighter", "darker", "flatter", "grey"],
)
def test_a_copy_is_known_again(change, original: Path, tmp_path: Path) -> None:
    copy = tmp_path / "b.jpg"
    change(Image.open(original)).save(copy, quality=60)
    assert alikeness(look_of(original), look_of(copy)) >= SAME


@pytest.mark.parametrize("stated", [3, 6, 8])
def test_a_copy_that_lies_on_its_side_in_the_file_is_known_again(
    stated: int, original: Path, tmp_path: Path
) -> None:
    turns = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    lying, copy = Image.open(original).transpose(turns[stated]), tmp_path / "b.jpg"
    exif = Image.Exif()
    exif[0x0112] = stated
    lying.save(copy, quality=90, exif=exif)
    assert ImageOps.exif_transpose(Image.open(copy)).size == (WIDTH, HEIGHT)
    assert alikeness(look_of(original), look_of(copy)) >= SAME


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 10_000))
def test_other_pictures_are_told_apart(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder = tmp_path_factory.mktemp("pictures")
    _picture(1).save(folder / "a.jpg")
    _picture(seed).save(folder / "b.jpg")
    assert alikeness(look_of(folder / "a.jpg"), look_of(folder / "b.jpg")) < 0.7 * SAME


def test_a_stretched_copy_is_another_picture(original: Path, tmp_path: Path) -> None:
    copy = tmp_path / "b.jpg"
    Image.open(original).resize((WIDTH, HEIGHT // 2)).save(copy)
    assert alikeness(look_of(original), look_of(copy)) == 0


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 half", b"GIF89a", b"text"])
def test_what_is_no_picture_is_like_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    assert look_of(path) == UNSEEN
    assert alikeness(look_of(path), look_of(path)) == 0


def test_a_white_sheet_is_like_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (WIDTH, HEIGHT), "white").save(path)
    assert alikeness(look_of(path), look_of(path)) == 0


FIELDS_OF_A_LOOK = st.binary(min_size=FIELDS**2, max_size=FIELDS**2)


@given(FIELDS_OF_A_LOOK, FIELDS_OF_A_LOOK)
def test_alikeness_is_one_of_both_ways(one: bytes, other: bytes) -> None:
    a, b = Look(one, 1.5), Look(other, 1.5)
    assert alikeness(a, b) == pytest.approx(alikeness(b, a), abs=1e-4)
    assert alikeness(a, a) == pytest.approx(1, abs=1e-3) or alikeness(a, a) == 0


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[1]", b'{"a": 1}', b'{"a": ["x", 2]}', b'{"a": ["00", 2]}', b'{"a": [7, 2]}']
)
def test_a_damaged_memory_costs_time_only(damage: bytes, original: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "looks.json"
    first = looks([original], cache)
    assert looks([original], cache) == first
    cache.write_bytes(damage)
    assert looks([original], cache)[original].fields == first[original].fields


def test_a_changed_file_is_looked_at_again(original: Path, tmp_path: Path) -> None:
    cache = tmp_path / "looks.json"
    before = looks([original], cache)[original]
    _picture(2).save(original, quality=90)
    assert alikeness(before, looks([original], cache)[original]) < SAME
