"""A picture in half blocks: every cell shows two pixels, one above the other; works in any terminal."""

from collections.abc import Iterator

from PIL import Image

UPPER_HALF = "▀"
RESET = "\x1b[0m"
CUBE = (0, 95, 135, 175, 215, 255)
Pixel = tuple[int, int, int]


def encode(picture: Image.Image, columns: int, *, many_colours: bool = True) -> str:
    """Return the picture so many cells wide, in 24-bit colour or the 256 colours that all terminals have."""
    rows = max(round(columns * picture.height / picture.width / 2), 1)
    small = picture.convert("RGB").resize((columns, rows * 2), Image.Resampling.LANCZOS)
    return "\n".join(_row(small, row, many_colours) for row in range(rows))


def _row(picture: Image.Image, row: int, many_colours: bool) -> str:
    return "".join(_cells(picture, row, many_colours)) + RESET


def _cells(picture: Image.Image, row: int, many_colours: bool) -> Iterator[str]:
    """Yield the half blocks of a row; a colour is named only where it changes."""
    before: tuple[str, str] = ("", "")
    code = _full if many_colours else _of_256
    for column in range(picture.width):
        colours = code(_pixel(picture, column, 2 * row)), code(_pixel(picture, column, 2 * row + 1))
        if colours != before:
            yield f"\x1b[38;{colours[0]};48;{colours[1]}m"
        before = colours
        yield UPPER_HALF


def _pixel(picture: Image.Image, x: int, y: int) -> Pixel:
    pixel = picture.getpixel((x, y))
    assert isinstance(pixel, tuple)
    red, green, blue = pixel
    return int(red), int(green), int(blue)


def _full(pixel: Pixel) -> str:
    return "2;{};{};{}".format(*pixel)


def _of_256(pixel: Pixel) -> str:
    """Return the nearest of the 6 × 6 × 6 cube and the 24 greys."""
    levels = [_level(value) for value in pixel]
    cube = tuple(CUBE[level] for level in levels)
    step = min(max(round((sum(pixel) / 3 - 8) / 10), 0), 23)
    grey = (8 + 10 * step,) * 3
    if _distance(grey, pixel) < _distance(cube, pixel):
        return f"5;{232 + step}"
    return f"5;{16 + 36 * levels[0] + 6 * levels[1] + levels[2]}"


def _level(value: int) -> int:
    return min(range(len(CUBE)), key=lambda step: abs(CUBE[step] - value))


def _distance(one: tuple[int, ...], other: Pixel) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
