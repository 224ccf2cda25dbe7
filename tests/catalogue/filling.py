"""Explanations filled to a terminal's width: Han break anywhere, words and commands stay whole."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

WIDTH = 76
"""Cells of a line, fewer than the eighty of the narrowest terminal that people use."""
UNBROKEN = re.compile(r"`[^`]*`|[!-~]+|\s|.", re.DOTALL)
CLOSING = "，。、；：？！”’）》〉】…—"
OPENING = "“‘（《〈【"


def filled(text: str) -> str:
    """Return the paragraphs of a text, each filled to lines of at most ``WIDTH`` cells."""
    return "\n\n".join("\n".join(_lines(paragraph)) for paragraph in text.split("\n\n"))


def _lines(paragraph: str) -> Iterator[str]:
    line = ""
    for piece in _pieces(_joined(paragraph)):
        if line and cell_len(line + piece.rstrip()) > WIDTH:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _joined(paragraph: str) -> str:
    """Return the lines of a paragraph as one; only between two words a space takes the break's place."""
    return re.sub(r"(?<=[!-~])\n(?=[!-~])", " ", paragraph).replace("\n", "")


def _pieces(text: str) -> Iterator[str]:
    """Yield what no line may divide: a word, a command, a character with the marks that cling to it."""
    piece = ""
    for part in UNBROKEN.findall(text):
        if piece and part not in CLOSING and piece[-1] not in OPENING:
            yield piece
            piece = ""
        piece += part
    yield piece
