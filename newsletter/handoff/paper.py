"""How much paper an issue takes: printed sheets of a copy, reams of the run, as the trade counts them."""

from newsletter.layout import Trim
from newsletter.lengths import Mm

FULL_SHEET = (Mm(889.0), Mm(1194.0))
"""The larger of China's two papers (大度)."""
_SMALLEST_PAGE = 128


def pages_of_sheet(trim: Trim) -> int:
    """Return the 开数: how many pages of a trim one side of a full sheet gives, a power of two.

    Paper is halved and halved again, so 285 × 420 mm is 八开, 210 × 285 mm and A4 are 16开.
    """
    room = FULL_SHEET[0] * FULL_SHEET[1] / (trim.width * trim.height)
    pages = 1
    while pages * 2 <= room and pages < _SMALLEST_PAGE:
        pages *= 2
    return pages


def printed_sheets(pages: int, trim: Trim) -> float:
    """Return the 印张 of one copy: a full sheet printed on one side is one."""
    return pages / pages_of_sheet(trim)


def reams(pages: int, trim: Trim, run: int) -> float:
    """Return the 令 that a run takes, spoilage not counted: 500 full sheets, so 1000 printed ones."""
    return printed_sheets(pages, trim) * run / 1000
