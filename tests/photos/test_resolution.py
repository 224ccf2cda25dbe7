import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.dummy import Crop
from newsletter.issue import Pixels
from newsletter.lengths import Mm
from newsletter.photos import effective_ppi
from newsletter.photos.orientation import as_stored, orientation
from newsletter.photos.resolution import made_pixels


def test_effective_ppi() -> None:
    assert effective_ppi(Pixels(width=3000, height=2000), Crop(), Mm(254), Mm(169.333)) == pytest.approx(
        300, 0.01
    )
    half = Crop(0.25, 0.0, 0.75, 1.0)
    assert effective_ppi(Pixels(width=3000, height=2000), half, Mm(127), Mm(254)) == pytest.approx(200)


@given(
    st.integers(1, 20_000),
    st.integers(1, 20_000),
    st.floats(1, 500),
    st.floats(1, 500),
    st.sampled_from([150.0, 254.0, 350.0]),
)
def test_never_up_never_above_the_ceiling(
    width: int, height: int, across: float, down: float, ceiling: float
) -> None:
    made = made_pixels((width, height), Crop(), (Mm(across), Mm(down)), ceiling)
    assert 1 <= made[0] <= width
    assert 1 <= made[1] <= height
    if min(made) > 1:
        made_ppi = effective_ppi(Pixels(width=made[0], height=made[1]), Crop(), Mm(across), Mm(down))
        assert made_ppi <= ceiling + 0.01


@pytest.mark.parametrize("stated", range(1, 9))
def test_the_whole_stays_whole(stated: int) -> None:
    assert as_stored(Crop(), stated) == Crop()


def test_nonsense_is_upright() -> None:
    for block in (
        b"",
        b"Exif\0\0",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff",
        b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0",
    ):
        assert orientation(block) == 1
