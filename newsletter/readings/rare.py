"""Which characters are rare: those beyond the 3500 common ones of the 通用规范汉字表 (2013)."""

from functools import cache
from pathlib import Path

from newsletter.script import is_han

FIRST_IDEOGRAPH = "\u3400"


def is_rare(character: str) -> bool:
    """Return whether a reader may not know a character: an ideograph that is not of the table's level one."""
    return character >= FIRST_IDEOGRAPH and is_han(character) and character not in common()


@cache
def common() -> frozenset[str]:
    """Return the 3500 characters of the table's level one."""
    lines = Path(__file__).with_name("common.txt").read_text("utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))
