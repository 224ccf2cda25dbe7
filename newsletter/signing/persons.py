"""Whether two names are one person's: spacing, width, traditional forms, letters, what stands in brackets."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from newsletter.issue import Signature

ASIDE = re.compile(r"[(（<〈《\[【].*?[)）>〉》\]】]|\S+@\S+")
"""An address, a post or a department beside a name: 张三（校对）, 张三 <zhang@example.org>."""


def one_person(one: Signature, other: Signature) -> bool:
    """Return whether two signatures are one person's: by name, or by an SSH key that both have."""
    return same_name(one.by, other.by) or (bool(one.key) and one.key == other.key)


@cache
def same_name(one: str, other: str) -> bool:
    """Return whether two names are the same name, however it is written.

    Two names in Han are the same where their characters are; one in letters is the same as one in Han that
    sounds so, surname first or last.
    """
    mine, theirs = folded(one), folded(other)
    if mine == theirs:
        return True
    if mine.isascii() == theirs.isascii():
        return mine.isascii() and _sorted(one) == _sorted(other)
    return bool(_sounds(mine) & _sounds(theirs))


def is_named_in(name: str, names: Iterable[str]) -> bool:
    """Return whether one of some names is the same."""
    return any(same_name(name, each) for each in names)


def sounding_like(name: str, names: Iterable[str]) -> str:
    """Return the first of some names that sounds like another and is not the same, or nothing.

    周兰 sounds like 周岚: typed with an input method, the one is mostly meant to be the other.
    """
    mine = folded(name)
    known = [each for each in names if not each.isascii()]
    if mine.isascii() or is_named_in(name, known):
        return ""
    return next((each for each in known if _sounds(mine) & _sounds(folded(each))), "")


@cache
def folded(name: str) -> str:
    """Return the characters that make a name: simplified, of one width, without spacing and marks."""
    from newsletter.checks.simplified import simplified

    bare = ASIDE.sub("", name) if ASIDE.sub("", name).strip() else name
    return "".join(simplified().get(each, each) for each in _plain(bare) if each.isalnum())


def _sorted(name: str) -> list[str]:
    """Return the words of a name in letters, in no order of their own."""
    return sorted(re.findall(r"[^\W\d_]+", _plain(ASIDE.sub("", name))))


def _sounds(name: str) -> set[str]:
    """Return how a name is written in letters, surname first and last; one in letters as it is."""
    from newsletter.names import name_readings
    from newsletter.surnames import surname_of

    if name.isascii():
        return {name}
    spelt = [_plain(each) for each in name_readings(name)]
    first = max(1, len(surname_of(name)))
    return {"".join(spelt), "".join((*spelt[first:], *spelt[:first]))}


def _plain(text: str) -> str:
    """Return small letters without marks of tone, Han of one width; ü is written v."""
    small = unicodedata.normalize("NFKC", text).casefold().translate(str.maketrans("üǖǘǚǜ", "vvvvv"))
    apart = unicodedata.normalize("NFKD", small)
    return unicodedata.normalize("NFC", "".join(each for each in apart if not unicodedata.combining(each)))
