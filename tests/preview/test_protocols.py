import base64
import io
import re

import pytest
from PIL import Image, ImageDraw

from newsletter.preview import blocks, iterm, kitty, sixel
from newsletter.preview.means import Means
from newsletter.preview.picture import picture
from newsletter.preview.room import Room


def flag(width=40, height=24):
    """Red above, blue below, a white mark in a corner."""
    image = Image.new("RGB", (width, height), (200, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), (0, 0, 180))
    draw.rectangle((0, 0, 5, 5), (255, 255, 255))
    return image


def png(image):
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def noisy(size=200):
    return Image.effect_noise((size, size), 80).convert("RGB")


def test_half_blocks_show_two_pixels_in_a_cell():
    image = Image.new("RGB", (2, 2))
    image.putdata([(255, 0, 0), (255, 0, 0), (0, 0, 255), (0, 255, 0)])
    assert blocks.encode(image, 2) == (
        "\x1b[38;2;255;0;0;48;2;0;0;255m▀\x1b[38;2;255;0;0;48;2;0;255;0m▀\x1b[0m"
    )


def test_half_blocks_name_a_colour_once():
    image = Image.new("RGB", (10, 4), (9, 9, 9))
    assert blocks.encode(image, 10).count("\x1b[38;") == 2


def test_half_blocks_keep_the_shape():
    rows = blocks.encode(flag(100, 150), 40).splitlines()
    assert len(rows) == 30
    assert all(row.count("▀") == 40 for row in rows)


@pytest.mark.parametrize(
    ("pixel", "code"),
    [((0, 0, 0), 16), ((255, 255, 255), 231), ((255, 0, 0), 196), ((128, 128, 128), 244), ((8, 8, 8), 232)],
)
def test_half_blocks_in_256_colours(pixel, code):
    encoded = blocks.encode(Image.new("RGB", (1, 2), pixel), 1, many_colours=False)
    assert encoded.startswith(f"\x1b[38;5;{code};48;5;{code}m")


def kitty_commands(text):
    assert re.fullmatch(r"(?:\x1b_G[^;]*;[A-Za-z0-9+/=]*\x1b\\)+\n", text)
    found = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b", text)
    return [(dict(pair.split("=") for pair in control.split(",")), data) for control, data in found]


def test_kitty_pieces_make_the_png_again():
    original = png(noisy())
    commands = kitty_commands(kitty.encode(original, 60))
    assert len(commands) > 2
    assert commands[0][0] == {"a": "T", "f": "100", "q": "2", "c": "60", "m": "1"}
    assert [control["m"] for control, _data in commands] == ["1"] * (len(commands) - 1) + ["0"]
    assert all(len(data) <= 4096 for _control, data in commands)
    assert all(len(data) % 4 == 0 for _control, data in commands[:-1])
    assert base64.b64decode("".join(data for _control, data in commands)) == original


def test_a_small_picture_is_one_kitty_command():
    assert [control["m"] for control, _data in kitty_commands(kitty.encode(png(flag()), 4))] == ["0"]


def test_iterm_holds_the_file():
    original = png(flag())
    found = re.fullmatch(r"\x1b\]1337;File=([^:]*):([A-Za-z0-9+/=]*)\x07\n", iterm.encode(original, 33))
    keys = dict(pair.split("=") for pair in found[1].split(";"))
    assert keys == {"inline": "1", "size": str(len(original)), "width": "33", "preserveAspectRatio": "1"}
    assert base64.b64decode(found[2]) == original


def sixel_image(text):
    """Decode sixel graphics by the book."""
    found = re.fullmatch(r'\x1bP0;1;0q"1;1;(\d+);(\d+)(.*)\x1b\\\n', text, re.DOTALL)
    width, height, body = int(found[1]), int(found[2]), found[3]
    image, palette = Image.new("RGB", (width, height), (1, 2, 3)), {}
    x = y = colour = 0
    for token in re.findall(r"#\d+(?:;\d+){4}|#\d+|!\d+[?-~]|[?-~]|\$|-", body):
        if token.startswith("#") and ";" in token:
            number, _kind, *levels = map(int, token[1:].split(";"))
            palette[number] = tuple(round(level * 2.55) for level in levels)
        elif token.startswith("#"):
            colour = int(token[1:])
        elif token == "$":
            x = 0
        elif token == "-":
            x, y = 0, y + 6
        else:
            count = int(token[1:-1]) if token[0] == "!" else 1
            bits = ord(token[-1]) - 63
            for column in range(x, x + count):
                for bit in range(6):
                    if bits >> bit & 1:
                        assert y + bit < height
                        image.putpixel((column, y + bit), palette[colour])
            x += count
    assert "".join(re.findall(r"#\d+(?:;\d+){4}|#\d+|!\d+[?-~]|[?-~]|\$|-", body)) == body
    return image


@pytest.mark.parametrize("size", [(40, 24), (41, 23), (7, 1), (1, 13)])
def test_sixel_paints_every_pixel_once_more(size):
    original = flag(*size)
    decoded = sixel_image(sixel.encode(original))
    assert decoded.size == size
    assert max(differences(original, decoded)) <= 3


def differences(one, other):
    return [abs(a - b) for a, b in zip(one.tobytes(), other.tobytes(), strict=True)]


def test_sixel_of_a_photo_stays_near_it():
    original = noisy(60)
    away = differences(original, sixel_image(sixel.encode(original)))
    assert sum(away) / len(away) < 8


@pytest.mark.parametrize("means", [Means.BLOCKS, Means.KITTY, Means.ITERM, Means.SIXEL])
def test_every_means_shows_a_page(means):
    text = picture(png(flag()), means, Room(20))
    assert text.endswith("\n")
    assert text.startswith("\x1b")
