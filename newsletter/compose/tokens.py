"""Copy cut into what is set as one: a Han character, a mark, a dash, a Latin word, a space."""

import re
import unicodedata
from functools import cache

from newsletter.compose.classes import BREAKS_AFTER, COMBINING, WORD

APOSTROPHE = "’"
LONG_WORD = 12
DATE_BREAK = 4.0
"""The price of parting a date's year, month and day."""
LONG_UNIT_BREAK = 40.0
"""The price of parting 5236万 from 人次."""
UNIT_BREAK = 400.0
"""The price of parting a number from its unit, 1960 from 年: less only than white as wide as a word."""
YEAR_BREAK = 30.0
"""The price of parting 二〇二六年."""
NUMERAL_BREAK = 4.0
"""The price of parting a number written in Han numerals."""

_TOKEN = re.compile(
    f"[{WORD}]+(?:’[A-Za-z]+)*|—{{1,2}}|\u3000\u3000+|.[{COMBINING}]*",
    re.DOTALL,
)
_CLUSTER = re.compile(f".[{COMBINING}]*", re.DOTALL)
_NUMBER = re.compile(r"[0-9.,:/+%\-]+")
_PARTS = re.compile(f"[^{re.escape(''.join(BREAKS_AFTER))}]*[{re.escape(''.join(BREAKS_AFTER))}]+|.+")
_LONG_UNITS = (
    "平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|微米|纳米|公斤|千克|公顷|小时|分钟|美元|欧元|人次"
    "|学时|学分|个百分点|百分点|个月"
)
_UNITS = (
    f"{_LONG_UNITS}|[年月日号时点分秒元人名位个项次届期版篇章节条款岁周天米克吨升亩家所件台套场间层楼室度倍门"
    "份张幅页例组批轮站区支队只辆座栋级册]"
)
_MULTIPLIERS = "万亿千百余多"
_NUMBER_HEAD = (
    r"第?[￥＄￡]?[0-9０-９][0-9０-９.,:/．%％‰℃°+\-]*"
    r"(?:[—–~～×xX－-][0-9０-９][0-9０-９.,:/．%％‰℃°]*)*"
)
_LATIN_UNITS = (
    "[kKMGTmcdnpµμ]?(?:Hz|bps|bit|mol|Pa|eV|dB|rpm|[mgWVAJLlsBbNTHFΩ])"
    "(?:[²³]|/[A-Za-z]+[²³]?)?(?![0-9A-Za-z])"
)
_BOUND = re.compile(
    rf"{_NUMBER_HEAD}(?:[ \u00a0]{_LATIN_UNITS}|[ \u00a0]?(?:℃|°C|[{_MULTIPLIERS}]*(?:{_UNITS})?))"
)
_BEFORE_UNIT = re.compile(rf"(?<=[0-9０-９{_MULTIPLIERS}])(?={_UNITS})")
_AFTER_MULTIPLIER = re.compile(rf"(?<=[0-9０-９])[{_MULTIPLIERS}]+(?={_LONG_UNITS})")
_HAN_DIGITS = "〇○零一二三四五六七八九"
_DATE = re.compile(
    rf"(?<=[0-9{_HAN_DIGITS}]年)(?=[0-9{_HAN_DIGITS}十]{{1,3}}月)"
    rf"|(?<=[0-9{_HAN_DIGITS}十]月)(?=[0-9{_HAN_DIGITS}十]{{1,3}}[日号])"
)
_YEAR = re.compile(f"[{_HAN_DIGITS}]{{4}}年")
_NUMERAL = re.compile(f"[{_HAN_DIGITS}十百千][{_HAN_DIGITS}十百千万亿点]+")
_TO_SPACE = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_LAST_OF_PLANES = "".join(
    f"{chr(plane << 16 | 0xFFFE)}-{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)
)
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f"
    f"{_LAST_OF_PLANES}]"
)


def printable(text: str) -> str:
    """Return a text as it is set: white controls as spaces, what is unseen or no character dropped."""
    if text.isascii() and text.isprintable():
        return text
    return _DROPPED.sub("", _TO_SPACE.sub(" ", text))


def tokens(text: str) -> list[str]:
    """Return a text cut into tokens, nothing lost; long Latin words are cut where a line may break."""
    found = _TOKEN.findall(text)
    if any(len(each) >= LONG_WORD for each in found):
        return [part for each in found for part in _parts(each)]
    return found


def clusters(token: str) -> list[str]:
    """Return a token's characters, each with the accents and selectors that belong to it."""
    return _CLUSTER.findall(token)


@cache
def _parts(token: str) -> tuple[str, ...]:
    """Return an address or a long compound cut after its punctuation, anything else whole."""
    if len(token) < LONG_WORD or not token[0].isascii() or _NUMBER.fullmatch(token):
        return (token,)
    return tuple(_PARTS.findall(token))


def bound(text: str) -> set[int]:
    """Return the offsets inside numbers and between them and their signs, where no line breaks."""
    return _inside(_BOUND, text).difference(match.start() for match in _BEFORE_UNIT.finditer(text))


def reluctant(text: str) -> dict[int, float]:
    """Return the offsets where a line breaks only for want of better ones, with their prices."""
    units = {match.start() for match in _BEFORE_UNIT.finditer(text)} & _inside(_BOUND, text)
    prices = dict.fromkeys(_inside(_NUMERAL, text), NUMERAL_BREAK) | dict.fromkeys(units, UNIT_BREAK)
    prices |= dict.fromkeys(_inside(_YEAR, text), YEAR_BREAK)
    prices |= {match.end(): LONG_UNIT_BREAK for match in _AFTER_MULTIPLIER.finditer(text)}
    return prices | {match.start(): DATE_BREAK for match in _DATE.finditer(text)}


def _inside(pattern: re.Pattern[str], text: str) -> set[int]:
    """Return the offsets inside what a pattern finds."""
    return {offset for match in pattern.finditer(text) for offset in range(match.start() + 1, match.end())}


def weight(token: str) -> int:
    """Return how many characters a token counts against a lone last one: marks and spaces none."""
    return sum(unicodedata.category(each)[0] not in "PZMC" for each in token)
