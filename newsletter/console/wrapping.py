"""Chinese broken into lines of the terminal: anywhere between characters but for the marks that forbid it."""

from rich.cells import cell_len, get_character_cell_size
from rich.text import Text

from newsletter.script import is_wide

NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·～％%,.;:?!)]}")
NEVER_LAST = frozenset("（《〈「『【〔“‘([{")


def wrapped(text: Text, width: int) -> Text:
    """Return a text with its lines no wider than ``width`` cells; one that has no Chinese as it is."""
    if width < 2 or not any(map(is_wide, text.plain)):
        return text
    lines = (part for line in text.split(allow_blank=True) for part in _lines(line, width))
    return Text("\n", end=text.end, style=text.style, justify=text.justify).join(lines)


def flowed(document: str) -> str:
    """Return a document with each paragraph on one line, whatever lines its source was written in."""
    return "\n\n".join(_joined(paragraph.split("\n")) for paragraph in document.split("\n\n"))


def _joined(lines: list[str]) -> str:
    """Return lines as one; between two Han characters or marks nothing stands."""
    whole = ""
    for line in map(str.strip, lines):
        beside = whole and line and (is_wide(whole[-1]) or is_wide(line[0]))
        whole += line if beside or not whole else f" {line}"
    return whole


def _lines(line: Text, width: int) -> list[Text]:
    """Return one line of a text in as many as it takes, without white at their ends."""
    if cell_len(line.plain) <= width:
        return [line]
    parts = list(line.divide(_breaks(line.plain, width)))
    for part in parts:
        part.rstrip()
    return parts


def _breaks(plain: str, width: int) -> list[int]:
    """Return where lines begin: each as full as it may be, a word too long for a line cut."""
    breaks, start, last, used = [], 0, 0, 0
    for place, character in enumerate(plain):
        if place > start and _may_break(plain, place):
            last = place
        used += get_character_cell_size(character)
        if used > width and not character.isspace():
            start = last if last > start else place
            breaks.append(start)
            used = cell_len(plain[start : place + 1])
    return breaks


def _may_break(plain: str, place: int) -> bool:
    """Return whether a line may begin at a place: after white, or beside a Han character or mark."""
    before, after = plain[place - 1], plain[place]
    if before in NEVER_LAST or after in NEVER_FIRST or after.isspace():
        return False
    return before.isspace() or is_wide(before) or is_wide(after)
