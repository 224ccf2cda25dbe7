"""A part of a photo is known for one, however it was cut, resized or mirrored; different photos never are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance, ImageOps

from newsletter.photos.cuttings import cuttings
from newsletter.photos.likeness import FIELDS, Look, look_of

SAMPLES = sorted((Path(__file__).parents[2] / "issues/issue-001/photos").glob("*.jpg"))
SHOWN = {each.stem: look_of(each) for each in SAMPLES}
CUT: dict[str, Callable[[Image.Image], Image.Image]] = {
    "a corner": lambda whole: whole.crop((0, 0, whole.width * 3 // 4, whole.height * 3 // 4)),
    "one side": lambda whole: whole.crop((whole.width * 3 // 10, 0, whole.width, whole.height)),
    "mirrored": lambda whole: ImageOps.mirror(
        whole.crop((whole.width // 6, whole.height // 6, whole.width, whole.height))
    ),
    "brightened": lambda whole: ImageEnhance.Brightness(
        whole.crop((0, whole.height // 5, whole.width, whole.height))
    ).enhance(1.15),
    "small": lambda whole: whole.crop((0, 0, whole.width * 4 // 5, whole.height)).resize((90, 75)),
}


def _look(picture: Image.Image) -> Look:
    small = picture.convert("L").resize((FIELDS, FIELDS), Image.Resampling.BOX)
    return Look(small.tobytes(), picture.width / picture.height)


@pytest.mark.parametrize("way", CUT)
@pytest.mark.parametrize("name", ["bench", "facade", "library", "opening", "robot", "workshop"])
def test_a_part_is_known_among_other_photos(name: str, way: str) -> None:
    with Image.open(next(each for each in SAMPLES if each.stem == name)) as whole:
        part = _look(CUT[way](whole.convert("RGB")))
    found = [*cuttings([*SHOWN.values(), part])]
    assert [(each.whole, each.part) for each in found] == [(list(SHOWN).index(name), len(SHOWN))]


def test_different_photos_are_no_parts_of_one_another() -> None:
    assert [*cuttings([*SHOWN.values()])] == []


def test_what_has_no_look_or_nothing_to_see_is_let_pass() -> None:
    fog = Look(bytes([120] * FIELDS * FIELDS), 1.5)
    assert [*cuttings([])] == [] == [*cuttings([Look(), fog, Look(), fog, *SHOWN.values()])]
