"""The kitty graphics protocol: a PNG in base64, in pieces; the terminal is told not to answer."""

import base64
from collections.abc import Iterator

PIECE = 4096


def encode(png: bytes, columns: int) -> str:
    """Return the escapes that show a PNG so many cells wide, its height after its shape."""
    return "".join(_commands(base64.b64encode(png).decode("ascii"), columns)) + "\n"


def _commands(data: str, columns: int) -> Iterator[str]:
    pieces = [data[start : start + PIECE] for start in range(0, len(data), PIECE)]
    for number, piece in enumerate(pieces):
        more = int(number < len(pieces) - 1)
        control = f"a=T,f=100,q=2,c={columns},m={more}" if number == 0 else f"m={more}"
        yield f"\x1b_G{control};{piece}\x1b\\"
