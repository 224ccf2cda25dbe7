"""The texts printed at every measure, once for all workers and tests, by one warm engine."""

from collections.abc import Callable, Iterator

import pytest

from newsletter.fonts import FontBook
from newsletter.measure import Figures, measure
from newsletter.typeset import Engine
from tests.texts.copy import FONTS
from tests.texts.printed import printed


@pytest.fixture(scope="session")
def book() -> FontBook:
    return FontBook.open([FONTS])


@pytest.fixture(scope="session")
def figures_at(
    book: FontBook, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[float], Figures]]:
    """Return what gives the figures of all texts at a measure; each measure is printed once."""
    known: dict[float, Figures] = {}
    with Engine((FONTS,), tmp_path_factory.mktemp("engine")) as engine:

        def figures(ems: float) -> Figures:
            if ems not in known:
                known[ems] = measure(printed(ems, book, engine))
            return known[ems]

        yield figures
