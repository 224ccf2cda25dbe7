"""The scheme follows from the layout: newspapers are folded, magazines stitched, two pages are a leaf."""

import pytest

from newsletter.imposition.schemes import PER_SHEET, Scheme, scheme_of
from newsletter.layout import read_layout
from newsletter.shipped import folders


@pytest.mark.parametrize(
    ("name", "scheme"),
    [("tabloid", "fold"), ("broadsheet", "fold"), ("magazine", "saddle"), ("bulletin", "saddle")],
)
def test_shipped_layouts(name: str, scheme: str) -> None:
    layout = read_layout(name, folders("layouts", None)).value
    assert layout is not None
    assert scheme_of(layout.bound, 4) is Scheme(scheme)
    assert scheme_of(layout.bound, 2) is Scheme.FLAT


def test_a_layout_that_says_nothing_goes_by_its_size() -> None:
    layout = read_layout("magazine", folders("layouts", None)).value
    assert layout is not None
    silent = layout.model_copy(update={"binding": None})
    assert silent.bound == "saddle"
    wide = silent.trim.model_copy(update={"width": 285.0})
    assert silent.model_copy(update={"trim": wide}).bound == "fold"


def test_every_scheme_has_its_numbers_of_pages() -> None:
    assert set(PER_SHEET) == set(Scheme)
