"""Chinese titles and names in letters: file names from titles, names in the order of their surnames."""

import re
import unicodedata
from collections.abc import Iterator

from newsletter.script import is_han
from newsletter.surnames import DOUBLE_SURNAMES, READ_AS_SURNAME, surname_of

LONGEST_SLUG = 40
Key = tuple[tuple[str, int, str], ...]


def slug(text: str) -> str:
    """Return a title as a file name: 开学典礼隆重举行 becomes ``kai-xue-dian-li-long-zhong-ju-xing``."""
    from pypinyin import lazy_pinyin

    spelt = "-".join(lazy_pinyin(text, errors=_plain))
    words = [word for word in re.split(r"[^a-z0-9]+", spelt.lower().replace("ü", "v")) if word]
    while len(words) > 1 and len("-".join(words)) > LONGEST_SLUG:
        words.pop()
    return "-".join(words)[:LONGEST_SLUG] or "article"


def pinyin_key(name: str) -> Key:
    """Return the sort key of a name by the sound of its characters, its surname read as a surname."""
    return tuple(_syllables(re.sub(r"[\s·•・]", "", name)))


def _syllables(name: str) -> Iterator[tuple[str, int, str]]:
    """Yield letters, tone and character of each character."""
    surname = name[:2] if name[:2] in DOUBLE_SURNAMES else name[:1]
    readings = (
        DOUBLE_SURNAMES.get(surname) or READ_AS_SURNAME.get(surname) or " ".join(_read(surname))
    ).split()
    readings += _read(name[len(surname) :])
    for character, reading in zip(name, readings, strict=True):
        tone = int(reading[-1]) if is_han(character) and reading[-1].isdigit() else 0
        yield (reading.rstrip("12345") if tone else reading).lower(), tone, character


def name_readings(name: str) -> tuple[str, ...]:
    """Return the reading of each character of a name with its tone, surname and own name capital."""
    from pypinyin.contrib.tone_convert import to_tone

    surname = max(1, len(surname_of(name)))
    marked = [to_tone(f"{letters}{tone or ''}") for letters, tone, _character in _syllables(name)]
    return tuple(each.capitalize() if at in (0, surname) else each for at, each in enumerate(marked))


def usual_reading(character: str) -> str:
    """Return the most usual reading of a character by itself, with its tone."""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(character, style=Style.TONE)[0]


def reading_in(text: str, at: int) -> tuple[tuple[str, ...], bool]:
    """Return the readings of a character of a text, the likeliest first, and whether that is sure.

    It is sure where the character has one reading or is part of a word that the dictionary reads.
    """
    from pypinyin import Style, pinyin
    from pypinyin.seg.mmseg import seg

    start = 0
    for word in seg.cut(text):
        if start <= at < start + len(word):
            break
        start += len(word)
    best = pinyin(word, style=Style.TONE)[at - start][0]
    others = pinyin(text[at], style=Style.TONE, heteronym=True)[0]
    sounds = tuple(dict.fromkeys((best, *others)))
    return sounds, len(sounds) == 1 or len(word) > 1


def _read(text: str) -> list[str]:
    """Return the usual reading of each character; others stand for themselves."""
    from pypinyin import Style, lazy_pinyin

    return [
        reading
        for each in text
        for reading in lazy_pinyin(each, style=Style.TONE3, neutral_tone_with_five=True)
    ]


def _plain(text: str) -> str:
    """Return letters without their marks."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii") or "-"
