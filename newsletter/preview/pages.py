"""The sizes of a PDF's pages."""

from pathlib import Path

from newsletter.press.reading import opened, source

POINTS_PER_INCH = 72


def page_widths(pdf: Path) -> tuple[float, ...]:
    """Return the widths of the pages in inches.

    Raises UnreadablePdf where the file cannot be read.
    """
    document = opened(source(pdf))
    try:
        return tuple(document.get_page_size(number)[0] / POINTS_PER_INCH for number in range(len(document)))
    finally:
        document.close()
