"""The simplified forms of traditional characters."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def simplified() -> Mapping[str, str]:
    """Return the simplified form of every traditional character that has one."""
    lines = Path(__file__).with_name("traditional.txt").read_text("utf-8").splitlines()
    pairs = "".join(line for line in lines if not line.startswith("#"))
    return dict(zip(pairs[::2], pairs[1::2], strict=True))
