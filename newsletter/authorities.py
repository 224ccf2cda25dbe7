"""The laws and standards that rules cite: title, number, day in force, article.

A reference is a key of ``authorities.toml`` with a place after ``#``: ``neibu-2015#14.2`` is the second
paragraph of article 14, ``neibu-2015#15(1)`` its first item, ``gb15834-2011#5.1`` a clause.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).with_name("authorities.toml")
DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Authority:
    """A law or standard; ``articles`` says in English what the cited places ask for."""

    key: str
    kind: str
    title: str
    number: str = ""
    issued: datetime.date | None = None
    in_force: datetime.date | None = None
    articles: Mapping[str, str] = field(default_factory=dict)


@cache
def authorities() -> Mapping[str, Authority]:
    """Return every authority by its key."""
    # Imported here: an issue of which nothing is said needs no authority, and a check must answer at once.
    import tomllib

    return {key: _authority(key, entry) for key, entry in tomllib.loads(SOURCE.read_text("utf-8")).items()}


def _authority(key: str, entry: Mapping[str, Any]) -> Authority:
    return Authority(key=key, **entry)


def authority(reference: str) -> Authority:
    """Return the authority that a reference names.

    Raises KeyError where ``authorities.toml`` has none of that key.
    """
    return authorities()[reference.partition("#")[0]]


def cite(reference: str) -> str:
    """Return the reference as it is printed: 《内部资料性出版物管理办法》第十四条第二款; empty for none.

    Raises KeyError where ``authorities.toml`` has none of that key.
    """
    if not reference:
        return ""
    source, place = authority(reference), reference.partition("#")[2]
    if source.kind == "law":
        return f"《{source.title}》{_article(place)}"
    title = "" if source.title.isascii() else f"《{source.title}》"
    return " ".join(part for part in (source.number, title, place) if part)


def demand(reference: str) -> str:
    """Return what the cited place asks for, in English, or nothing."""
    return authority(reference).articles.get(reference.partition("#")[2], "") if reference else ""


def _article(place: str) -> str:
    """Return ``14.2`` as 第十四条第二款 and ``15(1)`` as 第十五条第（一）项."""
    parts = re.fullmatch(r"(\d+)(?:\.(\d+))?(?:\((\d+)\))?", place)
    if parts is None:
        return place
    article, paragraph, item = parts.groups()
    return (
        f"第{numeral(int(article))}条"
        + (f"第{numeral(int(paragraph))}款" if paragraph else "")
        + (f"第（{numeral(int(item))}）项" if item else "")
    )


def numeral(number: int) -> str:
    """Return a number from 1 to 99 as laws write it: 十四, 二十."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return head + (DIGITS[ones] if ones or not tens else "")
