"""Numbers with their units and dates: where no line breaks, and where one does only for want of better."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

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
RANGE_BREAK = 150.0
"""The price of parting a range after its dash, 87—108."""
CODE_BREAK = 20.0
"""The price of parting a long code of figures after its hyphen, 2026-0317."""

_LONG_UNITS = (
    "平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|微米|纳米|公斤|千克|公顷|小时|分钟|美元|欧元|人次"
    "|学时|学分|个百分点|百分点|个月"
)
_UNITS = (
    f"{_LONG_UNITS}|[年月日号时点分秒元人名位个项次届期版篇章节条款岁周天米克吨升亩家所件台套场间层楼室度倍门"
    "份张幅页例组批轮站区支队只辆座栋级册]"
)
_MULTIPLIERS = "万亿千百余多"
_GROUP = "[ \u00a0\u2009\u202f](?=[0-9]{3,4}(?![0-9]))"
"""The space that parts figures by threes."""
_NUMBER_HEAD = (
    rf"第?[￥＄￡]?[0-9０-９](?:[0-9０-９.,:/．%％‰℃°+\-]|(?<=[0-9]){_GROUP})*"
    r"(?:[—–~～×xX－-][0-9０-９][0-9０-９.,:/．%％‰℃°]*)*"
)
_LATIN_UNITS = (
    "[kKMGTmcdnpµμ]?(?:Hz|bps|bit|mol|Pa|eV|dB|rpm|ppm|ppb|min|Wh|W·h|N·m|[mgWVAJLlsBbNTHFΩhdtK])"
    "(?:[²³]|/[A-Za-z]+[²³]?)?(?![0-9A-Za-z])"
)
_BOUND = re.compile(
    rf"{_NUMBER_HEAD}(?:[ \u00a0]{_LATIN_UNITS}|[ \u00a0]?(?:℃|°C|[{_MULTIPLIERS}]*(?:{_UNITS})?))"
)
CODE = re.compile("(?<=[0-9]{3}-)(?=[0-9]{3})")
_RANGE = re.compile("(?<=[0-9％%℃][—–～~])(?=[0-9])")
_BEFORE_UNIT = re.compile(rf"(?<=[0-9０-９{_MULTIPLIERS}])(?={_UNITS})")
_AFTER_MULTIPLIER = re.compile(rf"(?<=[0-9０-９])[{_MULTIPLIERS}]+(?={_LONG_UNITS})")
_HAN_DIGITS = "〇○零一二三四五六七八九"
_DATE = re.compile(
    rf"(?<=[0-9{_HAN_DIGITS}]年)(?=[0-9{_HAN_DIGITS}十]{{1,3}}月)"
    rf"|(?<=[0-9{_HAN_DIGITS}十]月)(?=[0-9{_HAN_DIGITS}十]{{1,3}}[日号])"
)
_ANY = re.compile(f"[0-9０-９十百千{_HAN_DIGITS}]")
_YEAR = re.compile(f"[{_HAN_DIGITS}]{{4}}年")
_NUMERAL = re.compile(f"[{_HAN_DIGITS}十百千][{_HAN_DIGITS}十百千万亿点]+")


@dataclass(frozen=True, slots=True)
class Bonds:
    """Offsets in a text: ``whole`` ones where no line breaks, ``dear`` ones with what a break there costs."""

    whole: frozenset[int] = frozenset()
    dear: Mapping[int, float] = field(default_factory=dict)


UNBOUND = Bonds()


def bonds(text: str) -> Bonds:
    """Return what holds numbers together with their signs, units and dates."""
    if not _ANY.search(text):
        return UNBOUND
    inside = _inside(_BOUND, text)
    units = {match.start() for match in _BEFORE_UNIT.finditer(text)} & inside
    ranges = {match.start() for match in _RANGE.finditer(text)}
    codes = {match.start() for match in CODE.finditer(text)}
    dear = dict.fromkeys(_inside(_NUMERAL, text), NUMERAL_BREAK) | dict.fromkeys(units, UNIT_BREAK)
    dear |= dict.fromkeys(_inside(_YEAR, text), YEAR_BREAK) | dict.fromkeys(codes, CODE_BREAK)
    dear |= dict.fromkeys(ranges, RANGE_BREAK)
    dear |= {match.end(): LONG_UNIT_BREAK for match in _AFTER_MULTIPLIER.finditer(text)}
    dear |= {match.start(): DATE_BREAK for match in _DATE.finditer(text)}
    return Bonds(frozenset(inside - units - codes - ranges), dear)


def _inside(pattern: re.Pattern[str], text: str) -> set[int]:
    """Return the offsets inside what a pattern finds."""
    return {offset for match in pattern.finditer(text) for offset in range(match.start() + 1, match.end())}
