"""The lines at fault of the texts: ``python -m tests.texts [MEASURE …]``, in em; at all measures unless said."""

import sys
import tempfile
from pathlib import Path

from newsletter.console.measured import listed, measured
from newsletter.console.terminal import console
from newsletter.fonts import FontBook
from newsletter.measure import measure
from newsletter.typeset import Engine
from tests.texts.copy import FONTS, MEASURES
from tests.texts.printed import printed


def main(asked: list[str]) -> None:
    """Print the figures of every measure and the lines at fault."""
    out, book = console(), FontBook.open([FONTS])
    with tempfile.TemporaryDirectory() as cache, Engine((FONTS,), Path(cache)) as engine:
        each = [float(ems) for ems in asked] or [float(ems) for ems in MEASURES]
        figures = {f"{ems:g} em": measure(printed(ems, book, engine)) for ems in each}
    out.width = max(out.width, 160)
    out.print(measured(figures))
    for name, found in figures.items():
        out.print(f"\n{name}", style="place")
        for line in listed(found):
            out.print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
