"""The breaks of real-style headlines, marked by hand in headlines.txt."""

from pathlib import Path

import pytest

from newsletter.compose import fit_headline
from newsletter.fonts import FontBook

FACE = "song-black"
ROWS = [
    row
    for row in Path(__file__).with_name("headlines.txt").read_text("utf-8").splitlines()
    if row and not row.startswith("#")
]
WIDTHS = [1 + step / 20 for step in range(21)]
MOST_BAD = {2: 0.07, 3: 0.11}
"""The share of bad breaks that is put up with, widths at which no good one fits included."""


def _edges(parts: list[str]) -> set[int]:
    """Return the offsets after every part but the last."""
    return {sum(map(len, parts[:at])) for at in range(1, len(parts))}


@pytest.mark.parametrize("count", [2, 3])
def test_breaks_stand_where_editors_would_have_them(book: FontBook, count: int) -> None:
    total, bad = 0, 0
    for row in ROWS:
        text, good = row.replace("|", ""), _edges(row.split("|"))
        for width in WIDTHS:
            lines = fit_headline(text, FACE, book, len(text) / count * width, count)
            found = _edges([line.text for line in lines or ()])
            total, bad = total + len(found), bad + len(found - good)
    assert bad / total <= MOST_BAD[count]


@pytest.mark.parametrize("row", ROWS)
def test_where_there_is_room_two_lines_lose_nothing(book: FontBook, row: str) -> None:
    text = row.replace("|", "")
    lines = fit_headline(text, FACE, book, len(text), 2)
    assert lines and "".join(line.text for line in lines) == text
