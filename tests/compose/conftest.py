"""The font book of the project, opened once."""

from pathlib import Path

import pytest

from newsletter.fonts import FontBook

FONTS = Path(__file__).resolve().parents[2] / "fonts"


@pytest.fixture(scope="session")
def book() -> FontBook:
    return FontBook.open([FONTS])
